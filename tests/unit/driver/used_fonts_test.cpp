#include "driver/used_fonts.hpp"

#include <gtest/gtest.h>

namespace resumec::driver {
namespace {

using Names = std::vector<std::string>;

display::Document with_fonts(std::vector<std::pair<std::string, std::string>> const& fonts) {
  display::Document document;
  for (auto const& [name, bytes] : fonts) {
    auto& font = document.fonts.emplace_back();
    font.postscript_name = name;
    font.blob = Blob::own(bytes);
  }
  return document;
}

std::string note(std::vector<std::pair<std::string, std::string>> const& fonts) { return "pages=1" + fonts_note(with_fonts(fonts)); }

TEST(UsedFonts, TheChangedOnesAreNamed) {
  auto const old = note({{"Serif", "one"}, {"Sans", "two"}, {"Gone", "three"}});
  EXPECT_EQ(changed_fonts(old, old), Names{});
  EXPECT_EQ(changed_fonts(old, note({{"Serif", "one"}, {"Sans", "other"}, {"New", "four"}})), (Names{"Sans", "New", "Gone"}));
  EXPECT_EQ(changed_fonts("pages=1", note({{"Serif", "one"}})), Names{"Serif"});
}

TEST(UsedFonts, TheNoteIsOneLineOfPrintableAscii) {
  auto const text = note({{"A b,c:d\n", "one"}, {"\xC3\xA9", "two"}});
  for (char const c : text) EXPECT_TRUE(c >= ' ' && c <= '~') << text;
  EXPECT_EQ(without_fonts(text), "pages=1");
  EXPECT_EQ(changed_fonts("", text), (Names{"A_b_c_d_", "__"}));
}

}  // namespace
}  // namespace resumec::driver

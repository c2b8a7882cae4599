#include "driver/made_with.hpp"

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

TEST(MadeWith, TheChangedOnesAreNamed) {
  auto const old = note({{"Serif", "one"}, {"Sans", "two"}, {"Gone", "three"}});
  EXPECT_EQ(changed_fonts(old, old), Names{});
  EXPECT_EQ(changed_fonts(old, note({{"Serif", "one"}, {"Sans", "other"}, {"New", "four"}})), (Names{"Sans", "New", "Gone"}));
  EXPECT_EQ(changed_fonts("pages=1", note({{"Serif", "one"}})), Names{"Serif"});
}

TEST(MadeWith, TheNoteIsOneLineOfPrintableAscii) {
  auto const text = note({{"A b,c:d\n", "one"}, {"\xC3\xA9", "two"}});
  for (char const c : text) EXPECT_TRUE(c >= ' ' && c <= '~') << text;
  EXPECT_EQ(without_made_with(text), "pages=1");
  EXPECT_EQ(changed_fonts("", text), (Names{"A_b_c_d_", "__"}));
}

TEST(MadeWith, TheLibrariesThatAreOthersAreNamedByTheirOldVersions) {
  std::string const fonts = " fonts=Serif:00000001";
  EXPECT_EQ(changed_libraries("pages=1 libraries=a:1.0,b:2.0,c:3" + fonts, "pages=1 libraries=a:1.1,b:2.0" + fonts),
            (Names{"a 1.0", "c 3"}));
  EXPECT_EQ(changed_libraries("pages=1" + fonts, "pages=1 libraries=a:1.1" + fonts), Names{});
  auto const note = "pages=1" + libraries_note();
  EXPECT_EQ(changed_libraries(note + fonts, note), Names{});
  EXPECT_EQ(without_made_with(note + fonts), "pages=1");
  for (auto const* const name : {" libraries=harfbuzz:", ",ICU:", ",libharu:", ",md4c:", ",yaml-cpp:", ",libdeflate:"})
    EXPECT_NE(note.find(name), std::string::npos) << note;
}

}  // namespace
}  // namespace resumec::driver

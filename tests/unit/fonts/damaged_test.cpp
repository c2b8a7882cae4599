// Damaged font files: whatever their bytes, the library opens, answers and subsets without a crash.
#include "fonts/library.hpp"

#include "support/places.hpp"
#include "support/square_font.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>

namespace resumec::fonts {
namespace {

using ::testing::HasSubstr;

/// Everything that may be asked of a user's font file. Says whether it was taken as a font.
bool exercise(std::string bytes) {
  MemoryFiles files;
  files.assets["fonts/catalogue.txt"] = "# none\n";
  files.user_fonts["mine.ttf"] = std::move(bytes);
  auto const world = memory_world(std::move(files));
  Diagnostics diagnostics;
  auto const library = Library::load(*world, diagnostics);
  auto const families = library->family_names();
  if (families.empty()) {
    EXPECT_FALSE(diagnostics.empty()) << "a font that is not taken is reported";
    return false;
  }
  auto const id = library->chain({families[0], 700}, *world, diagnostics).faces.front();
  std::vector<std::uint32_t> glyphs;
  for (char32_t c = 0x20; c < 0x80; ++c) {
    auto const glyph = library->nominal_glyph(id, c);
    library->advance(id, glyph);
    if (glyphs.empty() || glyph > glyphs.back()) glyphs.push_back(glyph);
  }
  library->has_feature(id, "kern");
  static_cast<void>(subset(library->face(id), glyphs));
  return true;
}

std::string square() { return testing::file_bytes(places::source("fonts/testing/square.ttf")); }
std::string variable() { return testing::file_bytes(places::source("fonts/testing/square-variable.ttf")); }
std::string cid_keyed() { return testing::file_bytes(places::source("fonts/testing/square-cid.otf")); }
std::string libertine() { return testing::file_bytes(places::built("share/resumec/fonts/LinLibertine_M.otf")); }

TEST(DamagedFont, WholeFilesAreTaken) {
  EXPECT_TRUE(exercise(square()));
  EXPECT_TRUE(exercise(libertine()));
  EXPECT_FALSE(exercise(variable())) << "whole, but of a kind that is refused";
  EXPECT_TRUE(exercise(cid_keyed()));
}

TEST(DamagedFont, CutAnywhereInItsDirectory) {
  auto const font = square();
  for (std::size_t size = 0; size < 200; ++size) EXPECT_FALSE(exercise(font.substr(0, size))) << size;
}

TEST(DamagedFont, CutAnywhere) {
  for (auto const& font : {square(), libertine(), variable(), cid_keyed()}) {
    for (std::size_t size = 200; size < font.size(); size += font.size() / 60) exercise(font.substr(0, size));
  }
}

TEST(DamagedFont, BytesChangedAnywhere) {
  std::mt19937 random{20240229};
  for (auto const& font : {square(), libertine(), variable(), cid_keyed()}) {
    for (int round = 0; round < 60; ++round) {
      auto bytes = font;
      // Half of the rounds hit the directory and the small tables, where a wrong offset hurts most.
      auto const reach = round % 2 == 0 ? std::min<std::size_t>(bytes.size(), 1000) : bytes.size();
      for (int change = 0; change < 20; ++change) bytes[random() % reach] = static_cast<char>(random());
      exercise(std::move(bytes));
    }
  }
}

/// Where a table lies, by the directory.
std::pair<std::size_t, std::size_t> table_of(std::string const& font, std::string_view tag) {
  auto const u32 = [&](std::size_t at) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<std::uint8_t>(font.at(at + i));
    return number;
  };
  auto const record = font.find(tag);
  return {u32(record + 8), u32(record + 12)};
}

TEST(DamagedFont, TablesFullOfGarbage) {
  std::mt19937 random{20240301};
  for (auto const& font : {square(), variable(), cid_keyed()}) {
    for (auto const* const tag : {"glyf", "loca", "gvar", "fvar", "CFF ", "cmap", "hmtx", "maxp", "head"}) {
      if (font.find(tag) == std::string::npos) continue;
      auto const [begin, size] = table_of(font, tag);
      for (int round = 0; round < 4; ++round) {
        auto bytes = font;
        for (std::size_t at = begin; at < begin + size; ++at)
          bytes[at] = round == 0 ? '\0' : round == 1 ? '\xFF' : static_cast<char>(random());
        exercise(std::move(bytes));
      }
    }
  }
}

TEST(DamagedFont, TablesUnderEachOthersNames) {
  for (auto const& [from, to] : {std::pair{"glyf", "loca"}, {"loca", "glyf"}, {"hmtx", "cmap"}, {"cmap", "glyf"}, {"name", "OS/2"}}) {
    auto bytes = square();
    auto const one = bytes.find(from), other = bytes.find(to);
    std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(one), bytes.begin() + static_cast<std::ptrdiff_t>(one) + 4,
                     bytes.begin() + static_cast<std::ptrdiff_t>(other));
    exercise(std::move(bytes));
  }
}

TEST(DamagedFont, SaysWhatIsWrong) {
  struct {
    std::string bytes, reason;
  } const cases[] = {{"", "not a TrueType or OpenType font"},
                     {"%PDF-1.7 is not a font", "not a TrueType or OpenType font"},
                     {"wOF2 and more", "web font (WOFF)"}};
  for (auto const& test : cases) {
    MemoryFiles files;
    files.assets["fonts/catalogue.txt"] = "# none\n";
    files.user_fonts["mine.ttf"] = test.bytes;
    auto const world = memory_world(std::move(files));
    Diagnostics diagnostics;
    Library::load(*world, diagnostics);
    ASSERT_EQ(diagnostics.size(), 1U);
    EXPECT_EQ(diagnostics.begin()->kind, "font-damaged");
    EXPECT_THAT(diagnostics.begin()->message, HasSubstr(test.reason));
  }
}

}  // namespace
}  // namespace resumec::fonts

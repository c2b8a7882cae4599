// Damaged font files: whatever their bytes, the library opens, answers and subsets without a crash.
#include "fonts/library.hpp"

#include "support/places.hpp"
#include "support/square_font.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <random>

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
std::string libertine() { return testing::file_bytes(places::built("share/resumec/fonts/LinLibertine_M.otf")); }

TEST(DamagedFont, WholeFilesAreTaken) {
  EXPECT_TRUE(exercise(square()));
  EXPECT_TRUE(exercise(libertine()));
}

TEST(DamagedFont, CutAnywhereInItsDirectory) {
  auto const font = square();
  for (std::size_t size = 0; size < 200; ++size) EXPECT_FALSE(exercise(font.substr(0, size))) << size;
}

TEST(DamagedFont, CutAnywhere) {
  for (auto const& font : {square(), libertine()}) {
    for (std::size_t size = 200; size < font.size(); size += font.size() / 60) exercise(font.substr(0, size));
  }
}

TEST(DamagedFont, BytesChangedAnywhere) {
  std::mt19937 random{20240229};
  for (auto const& font : {square(), libertine()}) {
    for (int round = 0; round < 60; ++round) {
      auto bytes = font;
      // Half of the rounds hit the directory and the small tables, where a wrong offset hurts most.
      auto const reach = round % 2 == 0 ? std::min<std::size_t>(bytes.size(), 1000) : bytes.size();
      for (int change = 0; change < 20; ++change) bytes[random() % reach] = static_cast<char>(random());
      exercise(std::move(bytes));
    }
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

#include "fonts/library.hpp"

#include "support/places.hpp"
#include "support/square_font.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb.h>

namespace resumec::fonts {
namespace {

using ::testing::ElementsAreArray;

struct Fonts {
  std::unique_ptr<World> world = testing::real_font_world(places::built("share/resumec"));
  Diagnostics diagnostics;
  std::unique_ptr<Library> library = Library::load(*world, diagnostics);

  Face const& face(std::string_view family) { return library->face(library->chain({family}, *world, diagnostics).faces.front()); }
  /// Glyphs of a text, sorted.
  std::vector<std::uint32_t> glyphs(Face const& face, std::u32string_view text) const {
    std::vector<std::uint32_t> result;
    for (auto const c : text) result.push_back(library->nominal_glyph(face.id, c));
    std::sort(result.begin(), result.end());
    return result;
  }
};

TEST(Subset, CffIsTheBareTable) {
  Fonts fonts;
  auto const& face = fonts.face("Linux Libertine");
  auto const glyphs = fonts.glyphs(face, U"Résum");
  auto const result = subset(face, glyphs);
  ASSERT_TRUE(result.has_value()) << result.error();
  EXPECT_EQ(result->program.substr(0, 2), std::string("\1\0", 2)) << "the header of CFF 1";
  EXPECT_LT(result->program.size(), 4000U);
  std::vector<std::uint32_t> expected{0};
  expected.insert(expected.end(), glyphs.begin(), glyphs.end());
  EXPECT_THAT(result->old_glyphs, ElementsAreArray(expected));
}

TEST(Subset, TrueTypeIsAWholeFontWithTheSameAdvances) {
  Fonts fonts;
  auto const& face = fonts.face("Noto Serif");
  auto const result = subset(face, fonts.glyphs(face, U"Résum"));
  ASSERT_TRUE(result.has_value()) << result.error();
  auto* const blob =
      hb_blob_create(result->program.data(), static_cast<unsigned>(result->program.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  auto* const small = hb_face_create(blob, 0);
  auto* const font = hb_font_create(small);
  EXPECT_EQ(hb_face_get_glyph_count(small), result->old_glyphs.size());
  for (std::uint32_t glyph = 0; glyph < result->old_glyphs.size(); ++glyph) {
    EXPECT_EQ(hb_font_get_glyph_h_advance(font, glyph), fonts.library->advance(face.id, result->old_glyphs[glyph]));
  }
  for (auto const* const tag : {"GSUB", "GPOS", "cmap", "name", "post", "OS/2", "fpgm", "prep"}) {
    auto* const table = hb_face_reference_table(small, hb_tag_from_string(tag, 4));
    EXPECT_EQ(hb_blob_get_length(table), 0U) << tag;
    hb_blob_destroy(table);
  }
  hb_font_destroy(font);
  hb_face_destroy(small);
  hb_blob_destroy(blob);
  EXPECT_LT(result->program.size(), 4000U);
}

TEST(Subset, PartsOfCompositeGlyphsComeAlong) {
  Fonts fonts;
  auto const& face = fonts.face("Noto Serif");
  auto const glyph = fonts.glyphs(face, U"é");
  auto const result = subset(face, glyph);
  ASSERT_TRUE(result.has_value());
  EXPECT_GT(result->old_glyphs.size(), 2U);
  EXPECT_EQ(std::count(result->old_glyphs.begin(), result->old_glyphs.end(), glyph[0]), 1);
}

TEST(Subset, FromAFileIsTheSameAsFromAFace) {
  Fonts fonts;
  for (auto const* const family : {"Linux Libertine", "Noto Sans"}) {
    auto const& face = fonts.face(family);
    auto const glyphs = fonts.glyphs(face, U"abc");
    auto const of_face = subset(face, glyphs);
    auto const of_file = subset(face.blob, face.index, face.cff, glyphs);
    ASSERT_TRUE(of_face.has_value() && of_file.has_value());
    EXPECT_EQ(of_face->program, of_file->program) << family;
  }
}

TEST(Subset, NoGlyphsLeaveGlyphZero) {
  Fonts fonts;
  auto const result = subset(fonts.face("Linux Libertine"), {});
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->old_glyphs, std::vector<std::uint32_t>{0});
}

TEST(Subset, UnknownGlyphAndNoFontAreErrors) {
  Fonts fonts;
  std::uint32_t const beyond[] = {65'000};
  EXPECT_FALSE(subset(fonts.face("Linux Libertine"), beyond).has_value());
  std::uint32_t const glyph[] = {1};
  EXPECT_FALSE(subset(Blob::own("no font"), 0, false, glyph).has_value());
  EXPECT_FALSE(subset(fonts.face("Linux Libertine").blob, 3, true, glyph).has_value());
}

}  // namespace
}  // namespace resumec::fonts

#include "unit/text/shaping.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::text {
namespace {

std::vector<std::uint32_t> glyphs(ShapedText const& shaped) {
  std::vector<std::uint32_t> result;
  for (auto const& run : shaped.runs) {
    for (auto const& glyph : run.glyphs) result.push_back(glyph.id);
  }
  return result;
}

TEST(Features, KerningTightensAndCanBeTurnedOff) {
  auto shaping = Shaping::real();
  auto const loose = shaping.shape("AVATAR", Features{.kerning = false}).width;
  EXPECT_LT(shaping.shape("AVATAR").width, loose);
  Em sum;
  for (auto const* const letter : {"A", "V", "A", "T", "A", "R"}) sum += shaping.shape(letter).width;
  EXPECT_EQ(loose, sum);
}

TEST(Features, LigatureIsOneGlyphOfItsLetters) {
  auto shaping = Shaping::real();
  auto const& run = shaping.shape("office").runs.at(0);
  ASSERT_EQ(run.glyphs.size(), 4U);
  EXPECT_EQ(run.glyphs[1].cluster, 1U);
  EXPECT_EQ(run.glyphs[2].cluster, 4U);
  EXPECT_EQ(shaping.glyph_count("office", Features{.ligatures = false}), 6U);
}

TEST(Features, SmallCapitalsWhereTheFaceHasThem) {
  auto shaping = Shaping::real();
  Features const caps{.small_caps = true};
  EXPECT_NE(glyphs(shaping.shape("maple", caps)), glyphs(shaping.shape("maple")));
  EXPECT_EQ(glyphs(shaping.shape("MAPLE", caps)), glyphs(shaping.shape("MAPLE"))) << "capitals stay";
  EXPECT_EQ(glyphs(shaping.shape("maple", caps, "mono")), glyphs(shaping.shape("maple", {}, "mono"))) << "no face, no imitation";
}

TEST(Features, TabularFiguresAreEquallyWide) {
  auto shaping = Shaping::real();
  Features const tabular{.tabular = true, .figures = Features::Figures::Lining};
  for (auto const* const family : {"Noto Serif", "Noto Sans"}) {
    auto const width = shaping.shape("0", tabular, family).width;
    for (char digit = '1'; digit <= '9'; ++digit)
      EXPECT_EQ(shaping.shape(std::string(1, digit), tabular, family).width, width) << family << digit;
  }
}

TEST(Features, OldStyleFiguresDiffer) {
  auto shaping = Shaping::real();
  EXPECT_NE(glyphs(shaping.shape("2019", Features{.figures = Features::Figures::OldStyle})),
            glyphs(shaping.shape("2019", Features{.figures = Features::Figures::Lining})));
}

TEST(Features, RaisedAndLoweredFiguresAndCaseForms) {
  auto shaping = Shaping::real();
  EXPECT_NE(glyphs(shaping.shape("2", Features{.superscript = true})), glyphs(shaping.shape("2")));
  EXPECT_NE(glyphs(shaping.shape("2", Features{.subscript = true})), glyphs(shaping.shape("2"))) << "sinf";
  EXPECT_NE(glyphs(shaping.shape("2", Features{.subscript = true}, "Noto Sans")), glyphs(shaping.shape("2", {}, "Noto Sans"))) << "subs";
  EXPECT_NE(glyphs(shaping.shape("A-B", Features{.case_forms = true}, "sans")), glyphs(shaping.shape("A-B", {}, "sans")));
}

TEST(Features, LanguageChoosesForms) {
  auto shaping = Shaping::real();
  // Serbian italics have letters of their own; the features of the face say so by language.
  ShapeStyle russian{{"Noto Serif", 400, fonts::Slope::Italic}, {}, "ru"}, serbian = russian;
  serbian.lang = "sr";
  EXPECT_NE(glyphs(shaping.shape("б", russian)), glyphs(shaping.shape("б", serbian)));
}

TEST(Features, JoinsThatMustNotBeBrokenAreMarked) {
  auto shaping = Shaping::real();
  auto const& run = shaping.shape("AVA").runs.at(0);
  EXPECT_FALSE(run.glyphs.at(0).unsafe_to_break);
  EXPECT_TRUE(run.glyphs.at(1).unsafe_to_break) << "kerned with the letter before";
}

}  // namespace
}  // namespace resumec::text

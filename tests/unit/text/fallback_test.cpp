#include "unit/text/shaping.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::text {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Fallback, SymbolsFallBackAlone) {
  auto shaping = Shaping::real();
  EXPECT_EQ(shaping.dump("𝒪(n)"), "NotoSansMath-Regular[𝒪] LinuxLibertine-Regular[(n)]");
  EXPECT_EQ(shaping.dump("done✓"), "LinuxLibertine-Regular[done] NotoSansSymbols2-Regular[✓]");
  EXPECT_EQ(shaping.dump("⚙ 9"), "NotoSansSymbols-Regular[⚙] LinuxLibertine-Regular[ 9]");
  EXPECT_EQ(shaping.dump("a↠b"), "LinuxLibertine-Regular[a] NotoSansMath-Regular[↠] LinuxLibertine-Regular[b]");
}

TEST(Fallback, LettersOfAWordStayTogether) {
  auto shaping = Shaping::real();
  // Linux Libertine lacks the palochka ӏ.
  EXPECT_EQ(shaping.dump("адыгэ"), "LinuxLibertine-Regular[адыгэ]");
  EXPECT_EQ(shaping.dump("лӏыгъэ,"), "NotoSerif-Regular[лӏыгъэ,]");
  EXPECT_EQ(shaping.dump("ад лӏы"), "LinuxLibertine-Regular[ад ] NotoSerif-Regular[лӏы]");
}

TEST(Fallback, LettersOfAnotherScriptHaveItsFace) {
  auto shaping = Shaping::real();
  EXPECT_EQ(shaping.dump("CMakeと40分、"),
            "LinuxLibertine-Regular[CMake] IPAexMincho-Regular[と] LinuxLibertine-Regular[40] IPAexMincho-Regular[分、]");
  EXPECT_EQ(shaping.dump("ヘボン「式」", "sans"), "IPAexGothic-Regular[ヘボン「] IPAexGothic-Regular[式」]");
  EXPECT_EQ(shaping.dump("سلام", "sans"), "<NotoSansArabic-Regular[سلام]");
  EXPECT_EQ(shaping.dump("สวัสดี", "sans"), "NotoSansThai-Regular[สวัสดี]");
}

TEST(Fallback, SmallLettersHaveTheHeightOfTheStylesOwn) {
  auto shaping = Shaping::real();
  auto const& stands_in = shaping.shape("лӏы").runs.at(0);
  EXPECT_EQ(stands_in.scale, Em::milli(850)) << "Noto Serif beside Linux Libertine, at the limit";
  auto const& own = shaping.shape("лӏы", {}, "Noto Serif").runs.at(0);
  EXPECT_EQ(own.scale, Em::raw(Em::one));
  ASSERT_EQ(own.glyphs.size(), stands_in.glyphs.size());
  for (std::size_t i = 0; i < own.glyphs.size(); ++i) EXPECT_EQ(stands_in.glyphs[i].advance, own.glyphs[i].advance * Em::milli(850));
  EXPECT_EQ(shaping.shape("分").runs.at(0).scale, Em::raw(Em::one)) << "nothing to match";
}

TEST(Fallback, KeepsWeightAndSlope) {
  auto shaping = Shaping::real();
  auto const& shaped = shaping.shape("лӏы", ShapeStyle{{"serif", 700, fonts::Slope::Italic}, {}, "ady"});
  EXPECT_EQ(shaping.library->face(shaped.runs.at(0).face).postscript_name, "NotoSerif-BoldItalic");
}

TEST(Fallback, WhatNoFaceHasIsReportedByGrapheme) {
  auto shaping = Shaping::real();
  EXPECT_EQ(shaping.dump("Go한글!"), "LinuxLibertine-Regular[Go] ![한] ![글] LinuxLibertine-Regular[!]");
  auto const& shaped = shaping.shape("Go한글!");
  ASSERT_THAT(shaped.missing, SizeIs(2));
  EXPECT_EQ(shaped.missing[0].code_point, U'한');
  EXPECT_EQ(shaped.missing[0].begin, 2U);
  EXPECT_EQ(shaped.missing[0].end, 5U);
  for (auto const& run : shaped.runs) {
    for (auto const& glyph : run.glyphs) EXPECT_NE(glyph.id, 0U);
  }
  EXPECT_THAT(shaping.diagnostics, IsEmpty()) << "the layout reports it: it knows the place";
}

TEST(Fallback, TheCodePointNamedIsTheOneThatIsMissing) {
  auto shaping = Shaping::square();
  auto const& shaped = shaping.shape("xa\u0332");
  ASSERT_THAT(shaped.missing, SizeIs(1));
  EXPECT_EQ(shaped.missing[0].code_point, U'\u0332');
  EXPECT_EQ(shaped.missing[0].begin, 1U);
  EXPECT_EQ(shaped.width, Em::milli(1000));
}

TEST(Fallback, MissingFallbackFaceIsReportedWhenACharacterNeedsIt) {
  auto files = testing::square_font_files();
  files.assets["fonts/catalogue.txt"] +=
      "face\tSigns\tsymbols\tsigns.ttf\t400\tupright\tSigns-Regular\tOFL-1.1\tfonts-signs\tabc\tnone\t0\n"
      "fallback\tany\tSigns\n";
  Shaping shaping{memory_world(std::move(files))};
  shaping.shape("word");
  EXPECT_THAT(shaping.diagnostics, IsEmpty());
  EXPECT_EQ(shaping.dump("✓"), "![✓]");
  ASSERT_EQ(shaping.diagnostics.size(), 1U);
  EXPECT_EQ(shaping.diagnostics.begin()->kind, "font-missing");
}

TEST(Fallback, WithoutFontsEverythingIsMissing) {
  Shaping shaping{memory_world({})};
  EXPECT_EQ(shaping.dump("ab"), "![a] ![b]");
}

}  // namespace
}  // namespace resumec::text

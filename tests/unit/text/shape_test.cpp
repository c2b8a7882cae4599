#include "text/shape.hpp"

#include "unit/text/shaping.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::uint32_t> clusters(ShapedRun const& run) {
  std::vector<std::uint32_t> result;
  for (auto const& glyph : run.glyphs) result.push_back(glyph.cluster);
  return result;
}

TEST(Shape, CountsSquares) {
  auto shaping = Shaping::square();
  struct {
    std::string_view text;
    std::int32_t thousandths;
  } const cases[] = {{"", 0}, {"word", 4000}, {"two words", 8500}, {"Łódź", 4000}, {"Жизнь", 5000}, {"a\u00A0b", 2500}, {"2019–23", 7000}};
  for (auto const& test : cases) {
    EXPECT_EQ(shaping.shape(test.text).width, Em::milli(test.thousandths)) << test.text;
    EXPECT_THAT(shaping.shape(test.text).missing, IsEmpty()) << test.text;
  }
}

TEST(Shape, EmptyTextHasNoRuns) {
  auto shaping = Shaping::square();
  EXPECT_THAT(shaping.shape("").runs, IsEmpty());
}

TEST(Shape, ClustersAreBytesOfTheText) {
  auto shaping = Shaping::square();
  auto const& run = shaping.shape("Łódź").runs.at(0);
  EXPECT_EQ(run.begin, 0U);
  EXPECT_EQ(run.end, 7U);
  EXPECT_THAT(clusters(run), ElementsAre(0, 2, 4, 5));
}

TEST(Shape, RunWidthIsTheSumOfItsAdvances) {
  auto shaping = Shaping::real();
  for (auto const* const text : {"AVATAR", "office", "Tokyo", "naïve", "𝒪(n)"}) {
    auto const& shaped = shaping.shape(text);
    Em total;
    for (auto const& run : shaped.runs) {
      Em width;
      for (auto const& glyph : run.glyphs) width += glyph.advance;
      EXPECT_EQ(width, run.width) << text;
      total += width;
    }
    EXPECT_EQ(total, shaped.width) << text;
  }
}

TEST(Shape, AdvancesAreExactFractionsOfTheEm) {
  auto shaping = Shaping::real();
  auto const& run = shaping.shape("n").runs.at(0);
  auto const units = shaping.library->advance(run.face, run.glyphs.at(0).id);
  EXPECT_EQ(run.glyphs[0].advance, Em::ratio(units, 1000));
  EXPECT_GT(units, 0);
}

TEST(Shape, InvisibleCharactersHaveNoGlyph) {
  for (auto shaping_of : {&Shaping::square, &Shaping::real}) {
    auto shaping = shaping_of();
    auto const plain = shaping.shape("ab").width;
    for (auto const* const text : {"a\u200Bb", "a\u2060b", "a\u00ADb", "\uFEFFab", "ab\uFE0F", "a\u200Db"}) {
      auto const& shaped = shaping.shape(text, Features{.kerning = false});
      EXPECT_EQ(shaped.width, plain) << text;
      EXPECT_THAT(shaped.missing, IsEmpty()) << text;
      ASSERT_THAT(shaped.runs, SizeIs(1)) << text;
      EXPECT_EQ(shaped.runs[0].glyphs.size(), 2U) << text;
      EXPECT_EQ(shaped.runs[0].end, std::string_view{text}.size()) << text;
      EXPECT_EQ(shaped.runs[0].glyphs[0].cluster, 0U) << text;
    }
    auto const& alone = shaping.shape("\u200B");
    ASSERT_THAT(alone.runs, SizeIs(1));
    EXPECT_THAT(alone.runs[0].glyphs, IsEmpty());
    EXPECT_EQ(alone.runs[0].end, 3U);
  }
}

TEST(Shape, SpacesThatAFaceLacksComeFromItsSpaceGlyph) {
  auto shaping = Shaping::square();
  auto const space = shaping.shape(" ").runs.at(0).glyphs.at(0).id;
  struct {
    std::string_view text;
    Em width;
  } const cases[] = {{"\u00A0", Em::milli(500)}, {"\u2002", Em::milli(500)}, {"\u2003", Em::milli(1000)}, {"\u2004", Em::ratio(333, 1000)},
                     {"\u2009", Em::milli(200)}, {"\u202F", Em::milli(250)}, {"\t", Em::milli(500)},      {"\n", Em::milli(500)}};
  for (auto const& test : cases) {
    auto const& shaped = shaping.shape(test.text);
    ASSERT_THAT(shaped.missing, IsEmpty()) << test.text;
    ASSERT_THAT(shaped.runs.at(0).glyphs, SizeIs(1)) << test.text;
    EXPECT_EQ(shaped.width, test.width) << test.text;
    EXPECT_TRUE(test.text == "\u00A0" || shaped.runs[0].glyphs[0].id == space) << test.text;
  }
}

TEST(Shape, HyphenThatMustNotBreakIsAHyphen) {
  auto shaping = Shaping::square();
  auto const& shaped = shaping.shape("a\u2011b");
  EXPECT_THAT(shaped.missing, IsEmpty());
  EXPECT_EQ(shaped.width, Em::milli(3000));
}

TEST(Shape, ComposedLettersAndTheirPartsLookAlike) {
  auto shaping = Shaping::real();
  EXPECT_EQ(shaping.shape("e\u0301").width, shaping.shape("é").width);
  EXPECT_EQ(shaping.shape("e\u0301").runs.at(0).glyphs.at(0).id, shaping.shape("é").runs.at(0).glyphs.at(0).id);
}

TEST(Shape, HebrewIsDrawnFromRightToLeft) {
  auto shaping = Shaping::real();
  auto const& shaped = shaping.shape("שלום");
  ASSERT_THAT(shaped.runs, SizeIs(1));
  EXPECT_EQ(shaped.runs[0].direction, Direction::RightToLeft);
  EXPECT_THAT(clusters(shaped.runs[0]), ElementsAre(6, 4, 2, 0));
}

TEST(Shape, NumbersRunFromLeftToRightAmongHebrew) {
  auto shaping = Shaping::real();
  EXPECT_EQ(shaping.dump("אב12.5ג"), "<LinuxLibertine-Regular[אב] LinuxLibertine-Regular[12.5] <LinuxLibertine-Regular[ג]");
  EXPECT_EQ(shaping.dump("אב."), "<LinuxLibertine-Regular[אב.]");
}

TEST(Shape, ScriptsAreShapedApartAndPunctuationStaysWithItsLetters) {
  auto shaping = Shaping::real();
  EXPECT_EQ(shaping.dump("(Жук)/beetle,"), "LinuxLibertine-Regular[(Жук)/] LinuxLibertine-Regular[beetle,]");
  EXPECT_EQ(shaping.dump("2019–2023"), "LinuxLibertine-Regular[2019–2023]");
}

TEST(Shape, BytesThatAreNoUtf8AreMissingGlyphs) {
  auto shaping = Shaping::square();
  auto const& shaped = shaping.shape("a\xFF\xFE");
  EXPECT_THAT(shaped.missing, SizeIs(2));
  EXPECT_EQ(shaped.missing.at(0).begin, 1U);
  EXPECT_EQ(shaped.missing.at(0).code_point, U'\uFFFD');
}

TEST(Shape, ControlCharacterIsAMissingGlyph) {
  auto shaping = Shaping::real();
  auto const& shaped = shaping.shape("a\x01");
  ASSERT_THAT(shaped.missing, SizeIs(1));
  EXPECT_EQ(shaped.missing[0].code_point, U'\x01');
}

TEST(Shape, AnEndlessWordIsAsWideAsCanBeSaid) {
  auto shaping = Shaping::square();
  std::string const text(40'000, 'm');
  auto const& shaped = shaping.shape(text);
  EXPECT_EQ(shaped.width, Em::raw(INT32_MAX));
  EXPECT_EQ(shaped.runs.at(0).glyphs.size(), text.size());
}

TEST(Shape, RemembersWordsByStyle) {
  auto shaping = Shaping::real();
  ShapeStyle regular{{"serif"}, {}, "en"}, bold = regular, caps = regular, german = regular;
  bold.font.weight = 700;
  caps.features.small_caps = true;
  german.lang = "de";
  auto const& first = shaping.shape("word", regular);
  auto const width = first.width;
  EXPECT_NE(shaping.shape("word", bold).width, width);
  EXPECT_NE(shaping.shape("word", caps).width, width);
  EXPECT_NE(&shaping.shape("word", german), &first);
  for (int i = 0; i < 3000; ++i) shaping.shape("w" + std::to_string(i), i % 2 == 0 ? regular : bold);
  EXPECT_EQ(&shaping.shape("word", regular), &first);
  EXPECT_EQ(first.width, width);
  EXPECT_FALSE(regular == bold || regular == caps || regular == german);
  EXPECT_TRUE(regular == (ShapeStyle{{"serif"}, {}, "en"}));
}

}  // namespace
}  // namespace resumec::text

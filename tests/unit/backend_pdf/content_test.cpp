// Operators: numbers, marked content, and glyph positions that follow the advances given.
#include "backend/pdf/content.hpp"

#include <gmock/gmock.h>

#include <limits>
#include <string>
#include <vector>

namespace resumec::backend::pdf {
namespace {

using base::Length;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr base::Color black{};

ShownGlyph glyph(std::uint32_t cid, std::int64_t width, Length advance) {
  return {1, cid, width, advance, Length::milli_pt(width * 10), Length{}, Length{}};
}

/// The x of each glyph in points, as a viewer computes it, for glyphs of the widths given.
std::vector<double> positions(std::string const& content, double size, std::vector<std::int64_t> const& widths) {
  std::vector<double> out, operands;
  double x = 0, tracking = 0;
  std::size_t next = 0;
  for (std::size_t i = content.find("BT"); i < content.size();) {
    char const c = content[i];
    if (c == '<') {
      std::size_t const end = content.find('>', i);
      for (++i; i < end; i += 4) {
        out.push_back(x);
        x += static_cast<double>(widths.at(next++)) * size / 1000 + tracking;
      }
    } else if (c == '-' || (c >= '0' && c <= '9')) {
      std::size_t const end = content.find_first_of(" <]", i);
      double const number = std::stod(content.substr(i, end - i));
      if (content[end] != ' ') x -= number * size / 1000;
      operands.push_back(number);
      i = end;
    } else {
      if (content.compare(i, 2, "Td") == 0) x = operands.at(operands.size() - 2);
      if (content.compare(i, 2, "Tc") == 0) tracking = operands.back();
      ++i;
    }
  }
  return out;
}

TEST(Content, NumbersHaveAsFewDigitsAsTheyNeed) {
  auto const printed = [](Milli value) {
    std::string out;
    append_milli(out, value);
    return out;
  };
  EXPECT_EQ(printed(0), "0");
  EXPECT_EQ(printed(12000), "12");
  EXPECT_EQ(printed(-500), "-0.5");
  EXPECT_EQ(printed(7120), "7.12");
  EXPECT_EQ(printed(-1), "-0.001");
  EXPECT_EQ(printed(10050), "10.05");
}

TEST(Content, TextIsMarkedAndInATextObject) {
  Content content{Length::pt(800)};
  content.begin_marked("P", 4);
  ShownGlyph const glyphs[] = {glyph(0x12, 500, Length::pt(5))};
  content.show({Length::pt(50), Length::pt(100)}, Length::pt(10), 1000, {255, 0, 51}, glyphs);
  content.end_marked();
  EXPECT_EQ(content.take(), "/P<</MCID 4>>BDC\nBT\n1 0 0.2 rg\n50 700 Td\n/F1 10 Tf\n[<0012>]TJ\nET\nEMC\n");
}

TEST(Content, MarkedContentMayBeReadAsAnotherText) {
  Content content{Length::pt(800)};
  ShownGlyph const glyphs[] = {glyph(1, 500, Length::pt(5))};
  content.begin_marked_as("\u00E9\U0001D45B", 7);
  content.show({Length::pt(50), Length::pt(100)}, Length::pt(10), 1000, black, glyphs);
  content.show({Length::pt(50), Length::pt(112)}, Length::pt(10), 1000, black, glyphs);
  content.end_marked();
  EXPECT_EQ(content.take(),
            "/Span<</MCID 7/ActualText<FEFF00E9D835DC5B>>>BDC\nBT\n"
            "0 0 0 rg\n50 700 Td\n/F1 10 Tf\n[<0001>]TJ\n0 -12 Td\n[<0001>]TJ\nET\nEMC\n");
}

TEST(Content, LinesOfAParagraphShareATextObject) {
  Content content{Length::pt(800)};
  content.begin_marked("P", 0);
  ShownGlyph const glyphs[] = {glyph(1, 500, Length::pt(5))};
  content.show({Length::pt(50), Length::pt(100)}, Length::pt(10), 1000, black, glyphs);
  content.show({Length::pt(50), Length::pt(112)}, Length::pt(10), 1000, black, glyphs);
  content.end_marked();
  EXPECT_THAT(content.take(), HasSubstr("50 700 Td\n/F1 10 Tf\n[<0001>]TJ\n0 -12 Td\n[<0001>]TJ\nET\n"));
}

TEST(Content, GraphicsEndTheTextObject) {
  Content content{Length::pt(800)};
  content.begin_artifact(ArtifactKind::Plain);
  content.fill_rect({{Length::pt(10), Length::pt(20)}, {Length::pt(100), Length::pt(1)}}, black);
  content.end_marked();
  content.begin_artifact(ArtifactKind::Pagination);
  content.end_marked();
  EXPECT_EQ(content.take(), "/Artifact BMC\n0 0 0 rg\n10 779 100 1 re f\nEMC\n/Artifact<</Type/Pagination>>BDC\nEMC\n");
}

TEST(Content, PathsStartWithAMoveAndEmptyOnesAreNotPainted) {
  using Kind = display::PathCommand::Kind;
  auto const at = [](std::int64_t x, std::int64_t y) { return base::Point{Length::pt(x), Length::pt(y)}; };
  Content content{Length::pt(100)};
  content.begin_artifact(ArtifactKind::Plain);
  display::PathCommand const lonely[] = {{Kind::Move, at(1, 1), {}, {}}, {Kind::Close, {}, {}, {}}};
  content.fill_path(lonely, black);
  display::PathCommand const path[] = {
      {Kind::Close, {}, {}, {}}, {Kind::Line, at(10, 20), {}, {}}, {Kind::Cubic, at(1, 2), at(3, 4), at(5, 6)}, {Kind::Close, {}, {}, {}}};
  content.fill_path(path, black);
  content.end_marked();
  EXPECT_EQ(content.take(), "/Artifact BMC\n0 0 0 rg\n10 80 m\n10 80 l\n1 98 3 96 5 94 c\nh\nf\nEMC\n");
}

TEST(Content, PositionsFollowTheAdvancesWithinTwoThousandthsOfAnEm) {
  std::vector<ShownGlyph> glyphs;
  std::vector<std::int64_t> widths;
  for (std::uint32_t i = 0; i < 200; ++i) {  // rounded widths, kerning and stretched spaces
    std::int64_t const width = 250 + i * 37 % 500;
    widths.push_back(width);
    glyphs.push_back(glyph(i + 1, width, Length::milli_pt(width * 10 + 3) + Length::milli_pt(i % 9 == 0 ? 700 : i % 7 == 0 ? -400 : 0)));
  }
  Content content{Length::pt(800)};
  content.begin_marked("P", 0);
  content.show({Length::pt(50), Length::pt(100)}, Length::pt(10), 1000, black, glyphs);
  content.end_marked();
  auto const found = positions(content.take(), 10, widths);
  ASSERT_EQ(found.size(), glyphs.size());
  double expected = 50;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    EXPECT_NEAR(found[i], expected, 0.026) << i;  // 2.5 thousandths of 10 pt, and one rounding
    expected += static_cast<double>(glyphs[i].advance.raw()) / 65536;
  }
}

TEST(Content, TrackingIsOneOperatorAndGoesAwayAgain) {
  std::vector<ShownGlyph> tracked, plain;
  for (std::uint32_t i = 1; i <= 6; ++i) {
    tracked.push_back(glyph(i, 500, Length::milli_pt(5600)));
    plain.push_back(glyph(i, 500, Length::pt(5)));
  }
  Content content{Length::pt(800)};
  content.begin_marked("H2", 0);
  content.show({}, Length::pt(10), 1000, black, tracked);
  content.show({}, Length::pt(10), 1000, black, plain);
  content.end_marked();
  auto const out = content.take();
  EXPECT_THAT(out, HasSubstr("0.6 Tc\n/F1 10 Tf\n[<000100020003000400050006>]TJ\n"));
  EXPECT_THAT(out, HasSubstr("0 Tc\n[<000100020003000400050006>]TJ\n"));
}

TEST(Content, OffsetsMoveOneGlyphOnly) {
  std::vector<ShownGlyph> glyphs{glyph(1, 500, Length::pt(5)), glyph(2, 0, Length{}), glyph(3, 500, Length::pt(5))};
  glyphs[1].x_offset = Length::pt(-2);
  glyphs[1].y_offset = Length::pt(-1);  // up
  Content content{Length::pt(800)};
  content.begin_marked("P", 0);
  content.show({}, Length::pt(10), 1000, black, glyphs);
  content.end_marked();
  EXPECT_THAT(content.take(), HasSubstr("[<0001>]TJ\n1 Ts\n[200<0002>]TJ\n0 Ts\n[-200<0003>]TJ\n"));
}

TEST(Content, AbsurdLengthsDoNotOverflow) {
  auto const huge = Length::raw(std::numeric_limits<std::int64_t>::max());
  auto const tiny = Length::raw(std::numeric_limits<std::int64_t>::min());
  ShownGlyph const glyphs[] = {{1, 1, 32767, huge, tiny, huge, tiny}, {1, 2, 0, tiny, huge, tiny, huge}};
  Content content{huge};
  content.begin_marked("P", 0);
  content.show({tiny, huge}, huge, 1000, black, glyphs);
  content.fill_rect({{tiny, tiny}, {huge, huge}}, black);
  content.end_marked();
  EXPECT_THAT(content.take(), HasSubstr("TJ"));
}

TEST(ContentDeathTest, NothingIsPaintedOutsideMarkedContent) {
  Content content{Length::pt(800)};
  EXPECT_DEATH(content.fill_rect({}, black), "marked_");
  content.begin_marked("P", 0);
  EXPECT_DEATH(content.begin_marked("P", 1), "marked_");
  EXPECT_DEATH(content.take(), "marked_");
}

}  // namespace
}  // namespace resumec::backend::pdf

#include "layout/inline/reorder.hpp"
#include "layout/mirror.hpp"

#include "unit/layout/flow_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::layout {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using enum unicode::Direction;

std::vector<RunPlace> runs(std::initializer_list<std::pair<int, int>> levels_and_widths, std::size_t tail = 0) {
  std::vector<RunPlace> result;
  for (auto const& [level, width] : levels_and_widths) result.push_back({static_cast<std::uint8_t>(level), false, Length::pt(width)});
  for (std::size_t i = result.size() - tail; i < result.size(); ++i) result[i].tail = true;
  return result;
}

std::vector<double> places(std::vector<RunPlace> const& runs, unicode::Direction page = LeftToRight) {
  std::vector<double> result;
  for (Length const place : places_of(runs, Length::pt(100), page)) result.push_back(points(place));
  return result;
}

TEST(Reorder, LeftwardRunsStandFromTheRight) {
  EXPECT_THAT(places(runs({{0, 10}, {0, 20}})), ElementsAre(100, 110));
  EXPECT_THAT(places(runs({{0, 10}, {1, 20}, {1, 5}, {0, 7}})), ElementsAre(100, 115, 110, 135));
  EXPECT_THAT(places(runs({{1, 10}, {2, 20}, {1, 5}})), ElementsAre(125, 105, 100));
}

TEST(Reorder, BlanksAtTheEndStandOutside) {
  EXPECT_THAT(places(runs({{1, 10}, {1, 20}, {1, 3}}, 1)), ElementsAre(120, 100, 97));
  EXPECT_THAT(places(runs({{0, 10}, {1, 20}, {0, 3}}, 1)), ElementsAre(100, 110, 130)) << "L1: the level of the paragraph";
}

TEST(Reorder, AMirroredPageGetsTheMirrorImage) {
  auto const line = runs({{1, 10}, {2, 20}, {1, 5}, {1, 3}}, 1);
  auto const plain = places_of(line, Length::pt(100), LeftToRight);
  auto const mirrored = places_of(line, Length::pt(100), RightToLeft);
  // Both fill 100 to 135.
  for (std::size_t i = 0; i < line.size(); ++i) EXPECT_EQ(points(mirrored[i]), 235 - points(plain[i]) - points(line[i].width)) << i;
}

display::GlyphRun run(std::string text, int x) {
  display::GlyphRun made;
  made.text = std::move(text);
  made.origin.x = Length::pt(x);
  for (std::uint32_t i = 0; i < made.text.size(); ++i) {
    display::Glyph glyph;
    glyph.id = static_cast<std::uint32_t>(made.text[i]);
    glyph.cluster = i;
    glyph.advance = Length::pt(1);
    made.glyphs.push_back(glyph);
  }
  return made;
}

TEST(Reorder, NeighboursBecomeOneRunAgain) {
  // `abc` stands right of `de`; both run leftwards, `fg` does not.
  std::vector<display::GlyphRun> line{run("abc", 102), run("de", 100), run("fg", 105)};
  join_runs(line, {{1, false, Length::pt(3)}, {1, false, Length::pt(2)}, {0, false, Length::pt(2)}}, {false, true, true});
  ASSERT_EQ(line.size(), 2U);
  EXPECT_EQ(line[0].text, "abcde");
  EXPECT_EQ(points(line[0].origin.x), 100);
  std::string drawn;
  std::vector<std::uint32_t> clusters;
  for (auto const& glyph : line[0].glyphs) {
    drawn += static_cast<char>(glyph.id);
    clusters.push_back(glyph.cluster);
  }
  EXPECT_EQ(drawn, "deabc");
  EXPECT_THAT(clusters, ElementsAre(3, 4, 0, 1, 2));
  EXPECT_EQ(line[1].text, "fg");
}

TEST(Mirror, APageOfALeftwardLanguageStandsOnTheRight) {
  FlowBuilder flow;  // from 20 to 280 pt of 300
  flow.add(flow.paragraph("aaa bbb"));
  Press press;
  auto const plain = runs_of(press.lay_out(flow));
  flow.document.metadata.lang = "he";
  auto const mirrored = runs_of(press.lay_out(flow));
  ASSERT_EQ(plain.size(), 1U);
  ASSERT_EQ(mirrored.size(), 1U);
  EXPECT_EQ(mirrored[0].text, "aaa bbb") << "the words of another direction keep theirs";
  EXPECT_EQ(points(mirrored[0].origin.x), 300 - points(plain[0].origin.x) - points(width_of(plain[0])));
  EXPECT_EQ(points(mirrored[0].origin.x + width_of(mirrored[0])), 280);
}

TEST(Mirror, WordsInTheDocumentsDirectionStartOnTheRight) {
  FlowBuilder flow;
  StyleId const hebrew = flow.style([](auto& style) { style.lang = "he"; });
  flow.document.metadata.lang = "he";
  flow.add(flow.paragraph("aaa 12 – 34", hebrew));
  Press press;
  auto const runs = runs_of(press.lay_out(flow));
  std::string text;
  for (auto const& run : runs) text += run.text;
  EXPECT_EQ(text, "aaa 12 – 34") << "the text stays in logical order";
  ASSERT_FALSE(runs.empty());
  for (auto const& run : runs) {
    EXPECT_GE(points(run.origin.x), 20);
    EXPECT_LE(points(run.origin.x + width_of(run)), 280);
  }
}

TEST(Mirror, TheBlankAtALinesEndStandsOutsideOfWordsOfTheOtherDirection) {
  FlowBuilder flow;
  StyleId const hebrew = flow.style([](auto& style) {
    style.lang = "he";
    style.align = style::Align::Justify;
  });
  flow.document.metadata.lang = "he";
  flow.add(flow.paragraph("aaaaaaaaaaaa bbbbbbbbbbbb cccccc", hebrew));
  Press press;
  auto const runs = runs_of(press.lay_out(flow));
  ASSERT_GE(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "aaaaaaaaaaaa bbbbbbbbbbbb");
  EXPECT_EQ(points(runs[0].origin.x), 20);
  EXPECT_EQ(points(runs[0].origin.x + width_of(runs[0])), 280);
  EXPECT_EQ(runs[1].text, " ");
  EXPECT_LT(points(runs[1].origin.x), 20);
}

TEST(Mirror, ShapesAreMovedAndKeepTheirForm) {
  display::Document document;
  display::Page page;
  page.size = {Length::pt(100), Length::pt(50)};
  page.text_area = {{Length::pt(10), Length{}}, {Length::pt(60), Length::pt(50)}};
  display::Path path;
  using Kind = display::PathCommand::Kind;
  path.commands = {
      {Kind::Move, {Length::pt(10), Length{}}, {}, {}}, {Kind::Line, {Length::pt(14), Length{}}, {}, {}}, {Kind::Close, {}, {}, {}}};
  page.items.emplace_back(path);
  page.items.emplace_back(display::Rule{base::NodeId{0}, {{Length::pt(20), Length{}}, {Length::pt(30), Length::pt(1)}}, {}});
  document.pages.push_back(page);
  mirror(document);
  auto const& moved = std::get<display::Path>(document.pages[0].items[0]);
  EXPECT_EQ(points(moved.commands[0].a.x), 86);
  EXPECT_EQ(points(moved.commands[1].a.x), 90);
  EXPECT_EQ(points(std::get<display::Rule>(document.pages[0].items[1]).rect.origin.x), 50);
  EXPECT_EQ(points(document.pages[0].text_area.origin.x), 30);
}

}  // namespace
}  // namespace resumec::layout

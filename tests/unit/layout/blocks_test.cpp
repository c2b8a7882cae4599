#include "unit/layout/flow_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::layout {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<double> baselines(display::Document const& document) {
  std::vector<double> result;
  for (display::GlyphRun const& run : runs_of(document)) result.push_back(points(run.origin.y));
  return result;
}

std::vector<std::string> texts(display::Document const& document) {
  std::vector<std::string> result;
  for (display::GlyphRun const& run : runs_of(document)) result.push_back(run.text);
  return result;
}

TEST(Blocks, TheLargerGapCountsAndTheFirstIsDropped) {
  FlowBuilder flow;
  Block first = flow.paragraph("a"), second = flow.paragraph("b"), third = flow.paragraph("c");
  first.above = 8;
  first.below = 5;
  second.above = 3;
  third.above = 4;
  flow.add(flow.stack({first, second}));
  flow.add(third);
  Press press;
  EXPECT_THAT(baselines(press.lay_out(flow)), ElementsAre(32, 32 + 21, 32 + 21 + 20));
}

TEST(Blocks, LeadingSetsTheLineBox) {
  FlowBuilder flow;
  StyleId const large = flow.style([](auto& style) { style.leading_16ths = 32; });
  flow.add(flow.paragraph("a", large));
  flow.add(flow.paragraph("b"));
  Press press;
  EXPECT_THAT(baselines(press.lay_out(flow)), ElementsAre(20 + 24, 20 + 32 + 12));
}

TEST(Rows, TheRightCellIsFlushRightOnTheFirstBaseline) {
  FlowBuilder flow;
  flow.add(flow.row(flow.paragraph("Baker"), flow.paragraph("2020")));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(points(runs[1].origin.x), 280 - 40);
  EXPECT_EQ(runs[0].origin.y, runs[1].origin.y);
  EXPECT_EQ(runs[0].line_end, display::LineEnd::Paragraph);
}

TEST(Rows, ALongLeftCellWrapsBesideAndBelowTheRightOne) {
  FlowBuilder flow;
  flow.add(flow.row(flow.paragraph("aaaaaaaaaa bbbbbbbbbb cccccccccc ddddd"), flow.paragraph("2020")));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 3U);
  // First line: 26 - 4 - 1 em; the second has all of them. The right cell comes last in the order.
  EXPECT_EQ(runs[0].text, "aaaaaaaaaa bbbbbbbbbb ");
  EXPECT_EQ(runs[1].text, "cccccccccc ddddd");
  EXPECT_EQ(runs[2].text, "2020");
  EXPECT_EQ(runs[2].origin.y, runs[0].origin.y);
}

TEST(Rows, AWideRightCellGetsItsOwnLine) {
  FlowBuilder flow;
  flow.add(flow.row(flow.paragraph("aaaaaaaaaa bbbbbbbbbb"), flow.paragraph("September 2021")));
  flow.add(flow.paragraph("next"));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(points(runs[1].origin.y), 32 + 16);
  EXPECT_EQ(runs[1].origin.x + width_of(runs[1]), Length::pt(280));
  EXPECT_EQ(points(runs[2].origin.y), 32 + 32);
}

TEST(Rows, AllDatesTakeTheStepThatTheTightestRowNeeds) {
  FlowBuilder flow;
  auto const dated = [&](std::string title, std::string full, std::string brief) {
    Block right = flow.paragraph(std::move(full));
    right.alternatives.push_back({{flow.text(right.node, std::move(brief))}, 1});
    return flow.row(flow.paragraph(std::move(title)), std::move(right));
  };
  flow.add(dated("Baker", "September 2021", "Sep 2021"));
  flow.add(dated("Head of the ovens", "November 2023", "Nov 2023"));
  Press press;
  EXPECT_THAT(texts(press.lay_out(flow)), ElementsAre("Baker", "Sep 2021", "Head of the ovens", "Nov 2023"));
}

TEST(Rows, DatesStayFullIfAShorterOneWouldNotHelp) {
  FlowBuilder flow;
  Block right = flow.paragraph("March 2021");
  right.alternatives.push_back({{flow.text(right.node, "Mar 2021")}, 1});
  flow.add(flow.row(flow.paragraph("aaaaaaaaaaaa bbbbbbbbbbbb ccccccccccccc"), right));
  Press press;
  EXPECT_EQ(texts(press.lay_out(flow)).back(), "March 2021");
}

TEST(Rows, ShareABaselineWhateverTheirLeading) {
  FlowBuilder flow;
  StyleId const tall = flow.style([](auto& style) { style.leading_16ths = 24; });
  flow.add(flow.row(flow.paragraph("left"), flow.paragraph("right", tall)));
  flow.add(flow.row(flow.paragraph("left", tall), flow.paragraph("right")));
  Press press;
  EXPECT_THAT(baselines(press.lay_out(flow)), ElementsAre(38, 38, 20 + 24 + 18, 20 + 24 + 18));
}

TEST(Items, TheMarkHangsAndItsSpaceReachesTheText) {
  FlowBuilder flow;
  flow.add(flow.item("•", flow.paragraph("aaaaaaaaaa bbbbbbbbbb cccccccccc")));
  Press press;
  display::Document const document = press.lay_out(flow);
  std::vector<display::GlyphRun> const runs = runs_of(document);
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs[0].text, "• ");
  EXPECT_EQ(points(runs[0].origin.x), 20 + 5);  // 1 em in the middle of 2
  EXPECT_EQ(runs[0].origin.x + width_of(runs[0]), runs[1].origin.x);
  EXPECT_EQ(points(runs[1].origin.x), 40);
  EXPECT_EQ(points(runs[2].origin.x), 40);
  EXPECT_NE(runs[0].node, runs[1].node);
  EXPECT_EQ(display::reading_order_text(document), "• aaaaaaaaaa bbbbbbbbbb cccccccccc\n");
}

TEST(Items, LabelsStartAtTheEdgeAndTheirTextStandsAtTheIndent) {
  FlowBuilder flow;
  flow.add(flow.item("1.", flow.paragraph("text"), Em::milli(4000)));
  flow.add(flow.item("[10]", flow.paragraph("wide"), Em::milli(4000)));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 4U);
  EXPECT_EQ(points(runs[0].origin.x), 20);
  EXPECT_EQ(points(runs[1].origin.x), 60);
  // A label wider than its indent pushes the first line.
  EXPECT_EQ(points(runs[2].origin.x), 20);
  EXPECT_EQ(points(runs[3].origin.x), 20 + 45);
}

TEST(Items, TheWidestLabelOfAListMakesRoomForAll) {
  FlowBuilder flow;
  Block list;
  list.node = flow.node(Role::List);
  for (auto const* const label : {"9.", "10.", "•"})
    list.children.push_back(flow.item(label, flow.paragraph("aaaaaaaaaa bbbbbbbbbbbbbbb"), Em::milli(1000)));
  flow.add(list);
  Press press;
  std::vector<double> lefts;
  for (display::GlyphRun const& run : runs_of(press.lay_out(flow))) lefts.push_back(points(run.origin.x));
  // Three em and a space; shorter numbers are flush right with it, a mark stands in the middle.
  EXPECT_THAT(lefts, ElementsAre(20 + 10, 55, 55, 20, 55, 55, 20 + 12.5, 55, 55));
}

TEST(Items, ALabelOfMoreThanAQuarterOfTheMeasureMakesNoRoom) {
  FlowBuilder flow;
  Block list;
  list.node = flow.node(Role::List);
  for (auto const* const label : {"[1]", "[Abernathy]"}) list.children.push_back(flow.item(label, flow.paragraph("text"), Em::milli(1000)));
  flow.add(list);
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 4U);
  EXPECT_EQ(points(runs[1].origin.x), 20 + 35);
  EXPECT_EQ(points(runs[3].origin.x), 20 + 115);
}

TEST(Items, SmallMarksAreRaisedToTheMiddleOfTheXHeight) {
  FlowBuilder flow;
  StyleId const small = flow.style([](auto& style) { style.size = Em::milli(800); });
  Block item = flow.item("•", flow.paragraph("text"));
  item.marker.front().style = small;
  flow.add(item);
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  // x-height 0.5: half of 5 pt is 2.5, half of 4 pt is 2.
  EXPECT_NEAR(points(runs[1].origin.y - runs[0].origin.y), 0.5, 0.001);
}

TEST(Rules, LieAFifthOfALineBelowTheBaselineAndTakeNoRoom) {
  FlowBuilder flow;
  Block title = flow.paragraph("Title");
  title.below = 5;
  Block rule;
  rule.kind = BlockKind::Rule;
  rule.thickness = Length::milli_pt(400);
  flow.add(title);
  flow.add(rule);
  flow.add(flow.paragraph("text"));
  Press press;
  display::Document const document = press.lay_out(flow);
  std::vector<display::Rule> const rules = items_of<display::Rule>(document);
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_NEAR(points(rules[0].rect.origin.y), 32 + 3.2, 0.001);
  EXPECT_EQ(points(rules[0].rect.origin.x), 20);
  EXPECT_EQ(points(rules[0].rect.size.width), 260);
  EXPECT_THAT(baselines(document), ElementsAre(32, 32 + 16 + 5));
}

TEST(Columns, AreFilledInReadingOrderAndBalanced) {
  FlowBuilder flow;
  Block columns;
  columns.kind = BlockKind::Columns;
  columns.column_count = 2;
  for (char const* word : {"a", "b", "c", "d", "e"}) columns.children.push_back(flow.paragraph(word));
  flow.add(columns);
  flow.add(flow.paragraph("next"));
  Press press;
  display::Document const document = press.lay_out(flow);
  EXPECT_THAT(texts(document), ElementsAre("a", "b", "c", "d", "e", "next"));
  EXPECT_THAT(baselines(document), ElementsAre(32, 48, 64, 32, 48, 80));
  std::vector<display::GlyphRun> const runs = runs_of(document);
  EXPECT_EQ(points(runs[3].origin.x), 20 + 120 + 20);
}

TEST(Columns, TallerThanAPageAreReadBandByBand) {
  FlowBuilder flow;
  Block columns;
  columns.kind = BlockKind::Columns;
  columns.column_count = 2;
  std::string expected;
  for (int i = 0; i < 40; ++i) {
    columns.children.push_back(flow.paragraph(std::to_string(i)));
    expected += std::to_string(i) + "\n";
  }
  flow.add(columns);
  Press press;
  display::Document const document = press.lay_out(flow);
  EXPECT_EQ(document.pages.size(), 2U);
  EXPECT_EQ(display::reading_order_text(document), expected);
  EXPECT_THAT(press.kinds(), IsEmpty());
}

TEST(Contacts, LinesAreBalancedAndNoSeparatorHangs) {
  FlowBuilder flow;
  StyleId const center = flow.style([](auto& style) { style.align = style::Align::Center; });
  NodeId const node = flow.node(Role::Paragraph);
  Block contacts = flow.paragraph(node, {}, center);
  contacts.kind = BlockKind::Contacts;
  for (char const* item : {"aaaaaaaa", "bbbbbbbb", "cccccc", "dddddd"}) {
    if (!contacts.inlines.empty()) contacts.inlines.push_back(flow.separator(node, " | "));
    contacts.inlines.push_back(flow.text(node, item, center));
  }
  flow.add(contacts);
  Press press;
  display::Document const document = press.lay_out(flow);
  // First fit would put three items (26 em with separators) on the first line and one on the second.
  EXPECT_EQ(display::reading_order_text(document), "aaaaaaaa | bbbbbbbb \ncccccc | dddddd\n");
  EXPECT_EQ(document.pages[0].items.size(), runs_of(document).size());
  std::string first_line, second_line;
  for (display::GlyphRun const& run : runs_of(document)) (points(run.origin.y) == 32 ? first_line : second_line) += run.text;
  EXPECT_EQ(first_line, "aaaaaaaa | bbbbbbbb ");
  EXPECT_EQ(second_line, "cccccc | dddddd");
}

TEST(Contacts, AnItemWiderThanTheLineStillBreaks) {
  FlowBuilder flow;
  NodeId const node = flow.node(Role::Paragraph);
  Block contacts = flow.paragraph(
      node, {flow.text(node, "short"), flow.separator(node, " | "), flow.text(node, "a very long postal address of somewhere")});
  contacts.kind = BlockKind::Contacts;
  flow.add(contacts);
  Press press;
  display::Document const document = press.lay_out(flow);
  EXPECT_EQ(display::reading_order_text(document), "short | a very long postal address of somewhere\n");
  EXPECT_THAT(press.kinds(), IsEmpty());
}

TEST(Blocks, EmptyOnesLeaveNothing) {
  FlowBuilder flow;
  flow.add(flow.paragraph(""));
  flow.add(flow.stack({}));
  flow.add(flow.row(flow.paragraph(""), flow.paragraph("")));
  flow.add(flow.item("•", flow.paragraph("")));
  Block columns = flow.stack({});
  columns.kind = BlockKind::Columns;
  columns.column_count = 3;
  flow.add(columns);
  Press press;
  display::Document const document = press.lay_out(flow);
  ASSERT_EQ(document.pages.size(), 1U);
  EXPECT_THAT(document.pages[0].items, IsEmpty());
}

}  // namespace
}  // namespace resumec::layout

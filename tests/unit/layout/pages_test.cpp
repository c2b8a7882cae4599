#include "unit/layout/flow_builder.hpp"

#include "layout/page/paginate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::layout {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> texts(display::Document const& document, std::size_t page) {
  std::vector<std::string> result;
  for (display::GlyphRun const& run : runs_of(document, page)) result.push_back(run.text);
  return result;
}

TEST(Pages, HoldWhatFitsAndDropGapsAtTheTop) {
  FlowBuilder flow;  // ten lines a page
  for (int i = 0; i < 14; ++i) {
    Block block = flow.paragraph(std::to_string(i));
    if (i == 10) block.above = 7;
    flow.add(block);
  }
  Press press;
  display::Document const document = press.lay_out(flow);
  ASSERT_EQ(document.pages.size(), 2U);
  EXPECT_EQ(texts(document, 0).size(), 10U);
  EXPECT_THAT(texts(document, 1), ElementsAre("10", "11", "12", "13"));
  EXPECT_EQ(points(runs_of(document, 1)[0].origin.y), 32);
}

TEST(Pages, KeepATitleWithWhatFollows) {
  FlowBuilder flow;
  for (int i = 0; i < 9; ++i) flow.add(flow.paragraph(std::to_string(i)));
  Block title = flow.heading("Title");
  title.keep = flow::Keep::WithNext;
  flow.add(title);
  for (auto const* const text : {"a", "b", "c"}) flow.add(flow.paragraph(text));
  Press press;
  EXPECT_THAT(texts(press.lay_out(flow), 1), ElementsAre("Title", "a", "b", "c"));
}

TEST(Pages, KeepTwoLinesOfALongParagraphOnEachSide) {
  FlowBuilder flow;
  for (int i = 0; i < 9; ++i) flow.add(flow.paragraph(std::to_string(i)));
  std::string words;
  for (int i = 0; i < 4; ++i) words += (i > 0 ? " " : "") + std::string(20, static_cast<char>('a' + i));
  flow.add(flow.paragraph(words));
  Press press;
  // One line would fit; four go together because neither side may have one.
  EXPECT_EQ(texts(press.lay_out(flow), 1).size(), 4U);
  FlowBuilder shorter;
  for (int i = 0; i < 7; ++i) shorter.add(shorter.paragraph(std::to_string(i)));
  shorter.add(shorter.paragraph(words));
  for (int i = 0; i < 2; ++i) shorter.add(shorter.paragraph(std::to_string(i)));
  // Three would fit; two stay.
  EXPECT_EQ(texts(press.lay_out(shorter), 0).size(), 9U);
}

TEST(Pages, KeepBlocksTogetherUnlessTheyAreTallerThanAPage) {
  FlowBuilder flow;
  for (int i = 0; i < 8; ++i) flow.add(flow.paragraph(std::to_string(i)));
  Block entry = flow.stack({flow.paragraph("a"), flow.paragraph("b"), flow.paragraph("c")});
  entry.keep_together = true;
  flow.add(entry);
  flow.add(flow.paragraph("d"));
  Press press;
  EXPECT_THAT(texts(press.lay_out(flow), 1), ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(press.kinds(), IsEmpty());

  FlowBuilder tall;
  Block tower = tall.stack({});
  for (int i = 0; i < 15; ++i) tower.children.push_back(tall.paragraph(std::to_string(i)));
  tower.keep_together = true;
  tall.add(tower);
  EXPECT_EQ(texts(press.lay_out(tall), 0).size(), 10U);
  EXPECT_THAT(press.kinds(), ElementsAre("torn-by-page"));
  EXPECT_EQ(press.diagnostics.begin()->span, tower.children[10].inlines.front().span);
}

TEST(Pages, SayWhatIsTallerThanAPage) {
  FlowBuilder flow;
  flow.add(flow.paragraph("above"));
  std::string words;
  for (int i = 0; i < 11; ++i) words += (i > 0 ? " " : "") + std::string(20, static_cast<char>('a' + i));
  Block const title = flow.paragraph(words);
  flow.add(flow.row(title, flow.paragraph("2019")));
  flow.add(flow.paragraph("below"));
  Press press;
  EXPECT_EQ(press.lay_out(flow).pages.size(), 3U);
  EXPECT_THAT(press.kinds(), ElementsAre("taller-than-page"));
  EXPECT_EQ(press.diagnostics.begin()->span.begin, title.inlines.front().span.begin);
}

TEST(Pages, EndWhereTheSourceWants) {
  using flow::BreakBefore;
  auto const pages = [](BreakBefore wish, int lines) {
    FlowBuilder flow;
    for (int i = 0; i < lines; ++i) {
      Block block = flow.paragraph(std::to_string(i), StyleId{0}, flow.node(Role::Entry));
      if (i == 8) block.break_before = wish;
      flow.add(block);
    }
    Press press;
    return press.lay_out(flow);
  };
  EXPECT_EQ(pages(BreakBefore::Free, 9).pages.size(), 1U);
  EXPECT_EQ(pages(BreakBefore::Prefer, 9).pages.size(), 1U);
  EXPECT_EQ(pages(BreakBefore::Force, 9).pages.size(), 2U);
  EXPECT_THAT(texts(pages(BreakBefore::Force, 9), 1), ElementsAre("8"));
  EXPECT_THAT(texts(pages(BreakBefore::Free, 14), 0), ::testing::SizeIs(10));
  EXPECT_THAT(texts(pages(BreakBefore::Prefer, 14), 0), ::testing::SizeIs(8));
  EXPECT_THAT(texts(pages(BreakBefore::Avoid, 14), 0), ::testing::SizeIs(10));
}

TEST(Pages, MayEndBehindTheMasthead) {
  FlowBuilder flow;
  flow.add(flow.heading("Ann", 1), flow::ColumnRole::Full);
  Block block = flow.paragraph("text");
  block.break_before = flow::BreakBefore::Force;
  flow.add(block);
  Press press;
  EXPECT_THAT(texts(press.lay_out(flow), 1), ElementsAre("text"));
}

TEST(Pages, ColumnsAreFlowsOfTheirOwnBelowTheMasthead) {
  FlowBuilder flow;
  flow.document.page.two_columns = true;
  flow.document.page.main_share = Em::milli(500);
  Block name = flow.heading("Ann", 1);
  name.below = 4;
  flow.add(name, flow::ColumnRole::Full);
  for (int i = 0; i < 12; ++i) flow.add(flow.paragraph("m" + std::to_string(i)), flow::ColumnRole::Main);
  flow.add(flow.paragraph("s0"), flow::ColumnRole::Side);
  flow.add(flow.paragraph("s1"), flow::ColumnRole::Side);
  Press press;
  display::Document const document = press.lay_out(flow);
  ASSERT_EQ(document.pages.size(), 2U);
  std::vector<display::GlyphRun> const runs = runs_of(document);
  EXPECT_EQ(points(runs[1].origin.y), 20 + 16 + 4 + 12);
  EXPECT_EQ(runs[1].origin.y, runs[9].origin.y);
  EXPECT_EQ(runs[9].text, "s0");
  EXPECT_EQ(points(runs[9].origin.x), 20 + 120 + 20);
  EXPECT_EQ(display::reading_order_text(document), "Ann\nm0\nm1\nm2\nm3\nm4\nm5\nm6\nm7\nm8\nm9\nm10\nm11\ns0\ns1\n");
}

TEST(Pages, TheMainColumnMayWidenBehindTheSideColumn) {
  FlowBuilder flow;
  flow.document.page.two_columns = true;
  flow.document.page.main_share = Em::milli(500);
  flow.document.page.side_on_left = true;
  flow.document.page.side_on_first_page = true;
  // 12 em beside the side column, 26 em alone: two lines each, then one.
  for (int i = 0; i < 10; ++i) flow.add(flow.paragraph("aaaaaaaaa bbbbbbbbb"), flow::ColumnRole::Main);
  flow.add(flow.paragraph("side"), flow::ColumnRole::Side);
  Press press;
  display::Document const document = press.lay_out(flow);
  ASSERT_EQ(document.pages.size(), 2U);
  EXPECT_EQ(points(runs_of(document, 0)[0].origin.x), 20 + 120 + 20);
  EXPECT_EQ(points(runs_of(document, 1)[0].origin.x), 20);
  EXPECT_THAT(texts(document, 1), ::testing::Contains("aaaaaaaaa bbbbbbbbb"));
  EXPECT_THAT(texts(document, 0), ::testing::Contains("side"));

  // A side column that goes on keeps its place.
  for (int i = 0; i < 12; ++i) flow.add(flow.paragraph("side"), flow::ColumnRole::Side);
  Press other;
  EXPECT_EQ(points(runs_of(other.lay_out(flow), 1)[0].origin.x), 20 + 120 + 20);
}

TEST(Pages, TheSideColumnMayStandOnTheLeft) {
  FlowBuilder flow;
  flow.document.page.two_columns = true;
  flow.document.page.main_share = Em::milli(750);
  flow.document.page.side_on_left = true;
  flow.add(flow.paragraph("main"), flow::ColumnRole::Main);
  flow.add(flow.paragraph("side"), flow::ColumnRole::Side);
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  EXPECT_EQ(runs[0].text, "main");
  EXPECT_EQ(points(runs[0].origin.x), 20 + 60 + 20);
  EXPECT_EQ(points(runs[1].origin.x), 20);
}

TEST(Pages, RunningHeadsAreArtifactsWithPageNumbers) {
  FlowBuilder flow;
  for (int i = 0; i < 12; ++i) flow.add(flow.paragraph(std::to_string(i)));
  NodeId const node = flow.node(Role::Paragraph);
  flow::Running running;
  running.place = flow::RunningPlace::Footer;
  Inline page = flow.text(node, ""), count = flow.text(node, "");
  page.kind = flow::InlineKind::PageNumber;
  count.kind = flow::InlineKind::PageCount;
  running.block = flow.paragraph(node, {flow.text(node, "page "), page, flow.text(node, " of "), count});
  flow.document.running.push_back(running);
  flow::Running header = running;
  header.place = flow::RunningPlace::Header;
  header.pages = flow::RunningPages::Later;
  header.block = flow.paragraph(node, {flow.text(node, "Ann Marrow")});
  flow.document.running.push_back(header);
  Press press;
  display::Document const document = press.lay_out(flow);
  EXPECT_EQ(display::artifact_text(document), "page 1 of 2\nAnn Marrow\npage 2 of 2\n");
  EXPECT_EQ(display::reading_order_text(document).find("page"), std::string::npos);
  EXPECT_EQ(texts(document, 1).front(), "Ann Marrow");
  EXPECT_EQ(texts(document, 1).back(), "page 2 of 2");
  EXPECT_THAT(press.kinds(), IsEmpty());
}

TEST(Pages, ARunningHeadTallerThanTheMarginPushesTheText) {
  FlowBuilder flow;
  flow.add(flow.paragraph("text"));
  NodeId const node = flow.node(Role::Paragraph);
  flow::Running running;
  running.place = flow::RunningPlace::Header;
  running.block = flow.paragraph(node, {flow.text(node, "one"), flow.hard_break(node), flow.text(node, "two")});
  flow.document.running.push_back(running);
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_GT(runs[2].origin.y, runs[1].origin.y + Length::pt(16));
}

TEST(Structure, ChildrenAreInPlacementOrderAndEmptyNodesAreLeftOut) {
  FlowBuilder flow;
  NodeId const unused = flow.node(Role::Section);
  NodeId const section = flow.node(Role::Section);
  NodeId const other = flow.node(Role::Section);
  flow.add(flow.paragraph("later", StyleId{0}, other));
  flow.add(flow.paragraph("x", StyleId{0}, section));
  Press press;
  display::Document const document = press.lay_out(flow);
  EXPECT_THAT(document.structure[0].children, ElementsAre(other, section));
  EXPECT_FALSE(document.structure[unused.index()].parent);
  EXPECT_EQ(document.structure[section.index()].parent, NodeId{0});
  EXPECT_EQ(document.structure.back().role, Role::Artifact);
}

TEST(Outline, HasTheSectionsWithTheirPlaces) {
  FlowBuilder flow;
  flow.add(flow.heading("Ann", 1));
  for (int i = 0; i < 9; ++i) flow.add(flow.paragraph("x"));
  flow.add(flow.heading("Work"));
  for (int i = 0; i < 3; ++i) flow.add(flow.paragraph("x"));
  Press press;
  display::Document const document = press.lay_out(flow);
  ASSERT_EQ(document.outline.size(), 1U);
  EXPECT_EQ(document.outline[0].title, "Work");
  EXPECT_EQ(document.outline[0].page, 1U);
  EXPECT_EQ(points(document.outline[0].y), 20);
}

TEST(Pages, WhatLiesOutsideIsReported) {
  FlowBuilder flow;
  StyleId const huge = flow.style([](auto& style) { style.size = Em::milli(40000); });
  Block block = flow.paragraph("W", huge);
  Span const span = block.inlines.front().span;
  flow.add(block);
  Press press;
  press.lay_out(flow);
  ASSERT_FALSE(press.kinds().empty());
  EXPECT_EQ(press.kinds().back(), "outside-page");
  EXPECT_EQ((press.diagnostics.end() - 1)->span, span);
}

TEST(Pages, ThereAreAtMostAThousand) {
  FlowBuilder flow;
  Block many = flow.paragraph("");
  Block one = flow.paragraph("x");
  for (int i = 0; i < 10'010; ++i) flow.add(one);
  Press press;
  display::Document const document = press.lay_out(flow);
  EXPECT_EQ(document.pages.size(), 1000U);
  EXPECT_THAT(press.kinds(), ElementsAre("too-many-pages"));
}

TEST(Pages, MarginsThatLeaveNothingStillEnd) {
  FlowBuilder flow;
  flow.document.page.metrics.margin_left = Length::pt(200);
  flow.document.page.metrics.margin_right = Length::pt(200);
  flow.document.page.metrics.margin_top = Length::pt(300);
  flow.add(flow.paragraph("text that does not fit"));
  Press press;
  press.lay_out(flow);
  EXPECT_THAT(press.kinds(), ::testing::Contains("outside-page"));
}

TEST(Layout, IsTheSameTwice) {
  FlowBuilder flow;
  for (int i = 0; i < 30; ++i) flow.add(flow.item("•", flow.paragraph("some words of number " + std::to_string(i) + " and more of them")));
  Press first, second;
  EXPECT_EQ(display::dump(first.lay_out(flow)), display::dump(second.lay_out(flow)));
}

}  // namespace
}  // namespace resumec::layout

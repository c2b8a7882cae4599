#include "unit/layout/flow_builder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::layout {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> texts(display::Document const& document) {
  std::vector<std::string> result;
  for (display::GlyphRun const& run : runs_of(document)) result.push_back(run.text);
  return result;
}

TEST(Lines, FirstFitKeepsTheSpaceAtALinesEnd) {
  FlowBuilder flow;  // 26 em
  flow.add(flow.paragraph("aaaaaaaaaa bbbbbbbbbb cccccccccc dd"));
  Press press;
  display::Document const document = press.lay_out(flow);
  std::vector<display::GlyphRun> const runs = runs_of(document);
  EXPECT_THAT(texts(document), ElementsAre("aaaaaaaaaa bbbbbbbbbb ", "cccccccccc dd"));
  EXPECT_EQ(runs[0].line_end, display::LineEnd::Space);
  EXPECT_EQ(runs[1].line_end, display::LineEnd::Paragraph);
  EXPECT_EQ(points(runs[0].origin.x), 20);
  EXPECT_EQ(points(runs[0].origin.y), 20 + 12);
  EXPECT_EQ(points(runs[1].origin.y), 20 + 16 + 12);
  EXPECT_THAT(press.kinds(), IsEmpty());
}

TEST(Lines, ClustersCoverTheTextOnce) {
  FlowBuilder flow;
  flow.add(flow.paragraph("é à ö x"));
  Press press;
  display::GlyphRun const run = runs_of(press.lay_out(flow)).at(0);
  std::vector<std::uint32_t> clusters;
  for (display::Glyph const& glyph : run.glyphs) clusters.push_back(glyph.cluster);
  EXPECT_THAT(clusters, ElementsAre(0, 2, 3, 5, 6, 8, 9));
}

TEST(Lines, JustifiedLinesEndOnTheEdgeExactly) {
  FlowBuilder flow;
  StyleId const justified = flow.style([](auto& style) { style.align = style::Align::Justify; });
  flow.add(flow.paragraph("aaa bbb ccc ddd eee fff g hhhhhhhh", justified));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "aaa bbb ccc ddd eee fff g ");
  // 22 em of 26 with six spaces; the seventh is behind the edge, at its natural width.
  EXPECT_EQ(points(width_of(runs[0])), 260 + 5);
  EXPECT_EQ(points(width_of(runs[1])), 80);
  // Glyphs widen by two hundredths at most; spaces take the rest.
  EXPECT_EQ(runs[0].scale, 1020);
  EXPECT_NEAR(points(runs[0].glyphs[0].advance), 10.2, 0.001);
  EXPECT_NEAR(points(runs[0].glyphs[3].advance), 5 + (40 - 19 * 0.2) / 6, 0.001);
  EXPECT_EQ(points(runs[0].glyphs[3].natural), 5);
}

TEST(Lines, ALineThatWouldBeTornApartStaysRagged) {
  FlowBuilder flow;
  StyleId const justified = flow.style([](auto& style) { style.align = style::Align::Justify; });
  flow.add(flow.paragraph("aaaaaaa bbbbbbb ccccccc ddddddd eee", justified));
  Press press;
  EXPECT_EQ(points(width_of(runs_of(press.lay_out(flow)).at(0))), 225);
}

TEST(Lines, AJustifiedLineSqueezesItsSpacesButNeverBelow170Thousandths) {
  FlowBuilder flow;
  StyleId const justified = flow.style([](auto& style) { style.align = style::Align::Justify; });
  // 26.5 em natural; nine spaces of 0.5 em can give a third each: 1.5 em.
  flow.add(flow.paragraph("aa bb cc dd ee ff gg hh ii jjjj kkkkkkkkkk", justified));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "aa bb cc dd ee ff gg hh ii jjjj ");
  EXPECT_EQ(points(width_of(runs[0])), 260 + 5);
  for (display::Glyph const& glyph : runs[0].glyphs) EXPECT_GE(glyph.advance, Length::milli_pt(1700));
}

TEST(Lines, CentredAndRightLinesIgnoreTheTrailingSpace) {
  FlowBuilder flow;
  StyleId const center = flow.style([](auto& style) { style.align = style::Align::Center; });
  StyleId const right = flow.style([](auto& style) { style.align = style::Align::Right; });
  flow.add(flow.paragraph("aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb", center));
  flow.add(flow.paragraph("aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbb", right));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 4U);
  EXPECT_EQ(points(runs[0].origin.x), 20 + 30);
  EXPECT_EQ(points(runs[1].origin.x), 20 + 30);
  EXPECT_EQ(points(runs[2].origin.x), 20 + 60);
  EXPECT_EQ(points(runs[3].origin.x), 20 + 60);
}

TEST(Lines, TrackingIsAddedToEveryGlyphButTheLast) {
  FlowBuilder flow;
  StyleId const tracked = flow.style([](auto& style) {
    style.tracking = Em::milli(100);
    style.align = style::Align::Right;
  });
  flow.add(flow.paragraph("abc", tracked));
  Press press;
  display::GlyphRun const run = runs_of(press.lay_out(flow)).at(0);
  EXPECT_EQ(width_of(run), Length::pt(30) + base::at(Em::milli(100), Length::pt(10)) * 2);
  EXPECT_EQ(run.glyphs.back().advance, run.glyphs.back().natural);
  EXPECT_EQ(run.origin.x + width_of(run), Length::pt(280));
}

TEST(Lines, HardBreaksEndLines) {
  FlowBuilder flow;
  NodeId const node = flow.node(Role::Paragraph);
  flow.add(flow.paragraph(node, {flow.text(node, "one"), flow.hard_break(node), flow.text(node, "two")}));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "one");
  EXPECT_EQ(runs[0].line_end, display::LineEnd::Hard);
}

TEST(Lines, AWordWiderThanItsColumnIsCutAndReported) {
  FlowBuilder flow;
  Block block = flow.paragraph("xx abcdefghijklmnopqrstuvwxyzabcdefghi yy");
  Span const whole = block.inlines.front().span;
  flow.add(std::move(block));
  Press press;
  display::Document const document = press.lay_out(flow);
  std::string joined;
  for (display::GlyphRun const& run : runs_of(document)) {
    EXPECT_LE(run.origin.x + width_of(run) - (run.text.ends_with(' ') ? Length::pt(5) : Length{}), Length::pt(280)) << run.text;
    joined += run.text;
  }
  EXPECT_EQ(joined, "xx abcdefghijklmnopqrstuvwxyzabcdefghi yy");
  ASSERT_THAT(press.kinds(), ElementsAre("overfull-line"));
  Diagnostic const& found = *press.diagnostics.begin();
  EXPECT_EQ(found.severity, Severity::Warning);
  EXPECT_EQ(found.span.begin, whole.begin + 3);
  EXPECT_EQ(found.span.end, whole.end - 3);
}

TEST(Lines, AnAddressWiderThanItsColumnBreaksAtItsOwnPlaces) {
  FlowBuilder flow;
  flow.add(flow.paragraph("see https://example.org/ann/marrow"));
  Press press;
  display::Document const document = press.lay_out(flow);
  EXPECT_THAT(texts(document), ElementsAre("see https://example.org", "/ann/marrow"));
  EXPECT_EQ(runs_of(document)[0].line_end, display::LineEnd::Tight);
  EXPECT_THAT(press.kinds(), IsEmpty());
}

TEST(Lines, NoLineEndsInsideAnUnbreakableRun) {
  FlowBuilder flow;
  NodeId const node = flow.node(Role::Paragraph);
  Inline date = flow.text(node, "March 2024");
  date.unbreakable = true;
  flow.add(flow.paragraph(node, {flow.text(node, "aaaaaaaaaaaaaaaaaa "), date}));
  Press press;
  EXPECT_THAT(texts(press.lay_out(flow)), ElementsAre("aaaaaaaaaaaaaaaaaa ", "March 2024"));
}

TEST(Lines, RunsOfOneFieldStayOne) {
  FlowBuilder flow;
  NodeId const node = flow.node(Role::Paragraph);
  NodeId const strong = flow.node(Role::Strong, node);
  StyleId const bold = flow.style([](auto& style) { style.weight = 700; });
  flow.add(
      flow.paragraph(node, {flow.text(node, "one "), flow.text(node, "two "), flow.text(strong, "three", bold), flow.text(node, " four")}));
  Press press;
  display::Document const document = press.lay_out(flow);
  EXPECT_THAT(texts(document), ElementsAre("one two ", "three", " four"));
  std::vector<display::GlyphRun> const runs = runs_of(document);
  EXPECT_EQ(document.fonts[runs[1].font.index()].postscript_name, "Square-Bold");
  EXPECT_EQ(runs[1].origin.x, runs[0].origin.x + width_of(runs[0]));
}

TEST(Lines, SizesAreRelativeToTheBody) {
  FlowBuilder flow;
  StyleId const small = flow.style([](auto& style) { style.size = Em::milli(500); });
  NodeId const node = flow.node(Role::Paragraph);
  // 20 em and 13 half ems: more than 26.
  flow.add(flow.paragraph(node, {flow.text(node, "aaaaaaaaaaaaaaaaaaaa"), flow.text(node, "bbbbbbb ccccc", small)}));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs[1].text, "bbbbbbb ");
  EXPECT_EQ(points(runs[1].size), 5);
}

TEST(Lines, SmallCapsThatAFaceLacksAreCapitalsWithTheTextUnchanged) {
  FlowBuilder flow;
  StyleId const caps = flow.style([](auto& style) { style.caps = style::Caps::Small; });
  flow.add(flow.paragraph("Straße", caps));
  flow.add(flow.paragraph("STRASSE"));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "Straße");
  ASSERT_EQ(runs[0].glyphs.size(), runs[1].glyphs.size());
  for (std::size_t i = 0; i < runs[0].glyphs.size(); ++i) EXPECT_EQ(runs[0].glyphs[i].id, runs[1].glyphs[i].id);
  EXPECT_EQ(runs[0].glyphs[4].cluster, 4U);
  EXPECT_EQ(runs[0].glyphs[5].cluster, 4U);
  EXPECT_EQ(runs[0].glyphs[6].cluster, 6U);
  EXPECT_EQ(runs[0].size, base::at(Em::milli(920), Length::pt(10)));
}

TEST(Lines, SuperscriptsAreSmallerAndHigherAndKeepTheLine) {
  FlowBuilder flow;
  StyleId const super = flow.style([](auto& style) { style.script = style::Script::Super; });
  NodeId const node = flow.node(Role::Paragraph);
  flow.add(flow.paragraph(node, {flow.text(node, "x"), flow.text(node, "2", super)}));
  flow.add(flow.paragraph("next"));
  Press press;
  std::vector<display::GlyphRun> const runs = runs_of(press.lay_out(flow));
  EXPECT_LT(runs[1].size, runs[0].size);
  EXPECT_LT(runs[1].origin.y, runs[0].origin.y);
  EXPECT_EQ(runs[2].origin.y - runs[0].origin.y, Length::pt(16));
}

TEST(Lines, UnderlinesAreDecoration) {
  FlowBuilder flow;
  StyleId const underlined = flow.style([](auto& style) { style.underline = true; });
  flow.add(flow.paragraph("under", underlined));
  Press press;
  display::Document const document = press.lay_out(flow);
  std::vector<display::Rule> const rules = items_of<display::Rule>(document);
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_EQ(document.structure[rules[0].node.index()].role, Role::Artifact);
  EXPECT_EQ(points(rules[0].rect.size.width), 50);
  EXPECT_GT(rules[0].rect.origin.y, Length::pt(32));
}

TEST(Lines, AMissingCharacterIsReportedWithItsPlaceAndLayoutGoesOn) {
  FlowBuilder flow;
  Block block = flow.paragraph("a ☃ b");
  Span const whole = block.inlines.front().span;
  flow.add(std::move(block));
  Press press;
  display::Document const document = press.lay_out(flow);
  EXPECT_EQ(texts(document).front().front(), 'a');
  ASSERT_THAT(press.kinds(), ElementsAre("missing-glyph"));
  Diagnostic const& found = *press.diagnostics.begin();
  EXPECT_EQ(found.message, "no font has `☃` (U+2603 SNOWMAN)");
  EXPECT_EQ(found.span.begin, whole.begin + 2);
  EXPECT_EQ(found.span.end, whole.begin + 5);
  EXPECT_EQ(found.hints.front(), "fonts tried: `Square`");
}

TEST(Lines, LinkAreasAreOnePerLine) {
  FlowBuilder flow;
  flow.document.links.push_back({"https://example.org", "a page", {}});
  NodeId const node = flow.node(Role::Paragraph);
  NodeId const link = flow.node(Role::Link, node);
  flow.document.nodes[link.index()].link = base::LinkId{0};
  flow.add(flow.paragraph(node, {flow.text(node, "aaaaaaaaaaaaaaaaaaaa "), flow.text(link, "bbb cccccccccc"), flow.text(node, " d")}));
  Press press;
  display::Document const document = press.lay_out(flow);
  std::vector<display::LinkArea> const areas = items_of<display::LinkArea>(document);
  ASSERT_EQ(areas.size(), 2U);
  EXPECT_EQ(points(areas[0].rect.origin.x), 20 + 205);
  EXPECT_EQ(points(areas[0].rect.size.width), 30);  // without the space at the line's end
  EXPECT_EQ(points(areas[1].rect.size.width), 100);
  EXPECT_EQ(points(areas[1].rect.origin.y), 20 + 16);
  EXPECT_EQ(document.links[areas[0].link.index()].url, "https://example.org");
}

TEST(Lines, DumpShowsMeasureWidthAndStretch) {
  FlowBuilder flow;
  StyleId const justified = flow.style([](auto& style) { style.align = style::Align::Justify; });
  flow.add(flow.paragraph("aaaaaaaa bbbbbbbb cccccccc dddddddd", justified));
  Press press;
  EXPECT_EQ(press.lines(flow),
            "paragraph measure=26.000em justify\n"
            "  25.000em r=1.021 e=0.020 d=52436 \"aaaaaaaa bbbbbbbb cccccccc\"\n"
            "  8.000em r=0.000 e=0.000 d=20000 \"dddddddd\"\n");
}

TEST(Lines, FitDecisionsPrint) {
  FitDecisions decisions;
  decisions.metrics.body_size = Length::pt(10);
  decisions.metrics.line_height = Length::milli_pt(12'500);
  decisions.metrics.gaps = 85;
  decisions.dropped = {base::ItemId{3}, base::ItemId{7}};
  decisions.shortened = {base::ItemId{9}};
  EXPECT_EQ(dump(decisions), "fit size 10.000 leading 12.500 gaps 85%\n  dropped item3\n  dropped item7\n  shortened item9\n");
}

TEST(Lines, WithoutASpaceAreNarrowedByTheirGlyphs) {
  FlowBuilder flow;
  flow.document.page.metrics.page_width = Length::pt(296);  // 25.6 em
  StyleId const justified = flow.style([](auto& style) { style.align = style::Align::Justify; });
  flow.add(flow.paragraph("aaaaaaaaaaaaa—bbbbbbbbbbb—cccccc", justified));
  Press press;
  auto const runs = runs_of(press.lay_out(flow));
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "aaaaaaaaaaaaa—bbbbbbbbbbb—");
  EXPECT_LT(runs[0].scale, 1000);
  // A fifth of the dash may hang out.
  EXPECT_LE(points(runs[0].origin.x + width_of(runs[0])), 276 + 2);
}

}  // namespace
}  // namespace resumec::layout

// Words divided at line ends: where, when, and what their text is.
#include "unit/layout/flow_builder.hpp"

#include <gtest/gtest.h>

#include <string>

namespace resumec::layout {
namespace {

using namespace testing;

/// The lines of a document in the measure of 26 em, words with the hyphens that divide them.
std::string lines_of(FlowBuilder const& flow) {
  Press press;
  std::string lines;
  for (display::GlyphRun const& run : runs_of(press.lay_out(flow))) {
    std::string text = run.text;
    if (std::size_t const at = text.find("\u00AD"); at != std::string::npos) text.replace(at, 2, "-");
    lines += text + (run.line_end == display::LineEnd::None ? "" : "/");
  }
  return lines;
}

std::string set(std::string words, style::Hyphenate hyphenate = style::Hyphenate::On, style::Align align = style::Align::Justify,
                std::string lang = "en") {
  FlowBuilder flow;
  StyleId const style = flow.style([&](auto& made) {
    made.align = align;
    made.hyphenate = hyphenate;
    made.lang = lang;
  });
  flow.add(flow.paragraph(std::move(words), style));
  return lines_of(flow);
}

// 26 em: `aaaaaaaaaaaaaaaaaa` and a space take 18.5 of them.
constexpr char const* words = "aaaaaaaaaaaaaaaaaa development aaaaaaaaaaaaa bbbb";

TEST(Hyphens, DivideWordsWhereTheStyleSaysSo) {
  EXPECT_EQ(set(words), "aaaaaaaaaaaaaaaaaa develop-/ment aaaaaaaaaaaaa bbbb/");
  EXPECT_EQ(set(words, style::Hyphenate::Off), "aaaaaaaaaaaaaaaaaa /development aaaaaaaaaaaaa /bbbb/");
  EXPECT_EQ(set(words, style::Hyphenate::Auto), set(words, style::Hyphenate::Off)) << "for programs, the default";
}

TEST(Hyphens, AutoDividesInNarrowColumnsForPrint) {
  for (int const measure : {26, 40}) {
    FlowBuilder flow;
    flow.document.profile = flow::Profile::Print;
    flow.document.page.metrics.page_width = Length::pt(measure * 10 + 40);
    StyleId const style = flow.style([](auto& made) { made.align = style::Align::Justify; });
    std::string text = words;
    if (measure == 40) text.insert(0, "cccccccccccccc");
    flow.add(flow.paragraph(text, style));
    EXPECT_EQ(lines_of(flow).find('-') != std::string::npos, measure == 26) << measure;
  }
}

TEST(Hyphens, NeverDivideNamesTheLastWordAbbreviationsOrHeadings) {
  for (char const* const text : {"aaaaaaaaaaaaaaaaaa Development aaaaaaaaaaaaa bbbb", "aaaaaaaaaaaaaaaaaa DEVELOPMENT aaaaaaaaaaaaa bbbb",
                                 "aaaaaaaaaaaaaaaaaa deVelopment aaaaaaaaaaaaa bbbb", "aaaaaaaaaaaaaaaaaa development"})
    EXPECT_EQ(set(text).find('-'), std::string::npos) << text;
  EXPECT_NE(set("aaaaaaaaaaaaaaaaa. Development aaaaaaaaaaaaa bbbb").find('-'), std::string::npos) << "a sentence starts";
  FlowBuilder flow;
  StyleId const style = flow.style([](auto& made) {
    made.align = style::Align::Justify;
    made.hyphenate = style::Hyphenate::On;
  });
  NodeId const heading = flow.node(Role::Heading, NodeId{0}, 2);
  flow.add(flow.paragraph(heading, {flow.text(heading, words, style)}, style));
  EXPECT_EQ(lines_of(flow).find('-'), std::string::npos);
}

TEST(Hyphens, GermanNounsAreDivided) {
  std::string const lines = set("aaaaaaaaaaaaaaaaaa Entwicklung aaaaaaaaaaaaa bbbb", style::Hyphenate::On, style::Align::Justify, "de");
  EXPECT_EQ(lines, "aaaaaaaaaaaaaaaaaa Entwick-/lung aaaaaaaaaaaaa bbbb/");
}

TEST(Hyphens, SoftHyphensAndTheResumesOwnListCount) {
  EXPECT_EQ(set("aaaaaaaaaaaaaaaaaa deve\u00ADlopment aaaaaaaaaaaaa bbbb"), "aaaaaaaaaaaaaaaaaa deve-/lopment aaaaaaaaaaaaa bbbb/");
  FlowBuilder flow;
  flow.document.divisions = {"develo-pment"};
  StyleId const style = flow.style([](auto& made) {
    made.align = style::Align::Justify;
    made.hyphenate = style::Hyphenate::On;
  });
  flow.add(flow.paragraph(words, style));
  EXPECT_EQ(lines_of(flow), "aaaaaaaaaaaaaaaaaa develo-/pment aaaaaaaaaaaaa bbbb/");
}

TEST(Hyphens, ADividedWordIsWholeInTheReadingOrder) {
  FlowBuilder flow;
  StyleId const style = flow.style([](auto& made) {
    made.align = style::Align::Justify;
    made.hyphenate = style::Hyphenate::On;
  });
  flow.add(flow.paragraph(words, style));
  Press press;
  display::Document const document = press.lay_out(flow);
  EXPECT_EQ(display::reading_order_text(document), std::string{words} + "\n");
  display::GlyphRun const first = runs_of(document).front();
  EXPECT_TRUE(first.text.ends_with("\u00AD"));
  EXPECT_EQ(first.line_end, display::LineEnd::Tight);
}

TEST(Alignment, AutoIsJustifiedInWideColumns) {
  for (int const measure : {35, 36}) {
    FlowBuilder flow;
    flow.document.page.metrics.page_width = Length::pt(measure * 10 + 40);
    StyleId const style = flow.style([](auto& made) { made.align = style::Align::Auto; });
    flow.add(flow.paragraph("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii", style));
    Press press;
    EXPECT_NE(press.lines(flow).find(measure == 36 ? "em justify" : "em left"), std::string::npos) << press.lines(flow);
  }
}

TEST(Alignment, AutoIsJustifiedInNarrowerColumnsWhereWordsMayBeDivided) {
  for (int const measure : {23, 24, 35}) {
    for (auto const profile : {flow::Profile::Ats, flow::Profile::Print}) {
      FlowBuilder flow;
      flow.document.profile = profile;
      flow.document.page.metrics.page_width = Length::pt(measure * 10 + 40);
      StyleId const style = flow.style([](auto& made) { made.align = style::Align::Auto; });
      flow.add(flow.paragraph("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii", style));
      Press press;
      bool const justified = profile == flow::Profile::Print && measure >= 24;
      EXPECT_NE(press.lines(flow).find(justified ? "em justify" : "em left"), std::string::npos) << press.lines(flow);
    }
  }
}

/// The runs of `words` in a document from right to left that divides `development`; the first line ends at the first hyphen.
std::vector<display::GlyphRun> in_hebrew(std::string const& text) {
  FlowBuilder flow;
  flow.document.metadata.lang = "he";
  flow.document.divisions = {"de-vel-op-ment"};
  StyleId const style = flow.style([](auto& made) {
    made.align = style::Align::Justify;
    made.hyphenate = style::Hyphenate::On;
    made.lang = "he";
  });
  flow.add(flow.paragraph(text, style));
  Press press;
  return runs_of(press.lay_out(flow));
}

TEST(Hyphens, StandRightOfALatinWordInALeftwardLine) {
  std::vector<display::GlyphRun> const runs = in_hebrew(words);
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "aaaaaaaaaaaaaaaaaa develop\u00AD");
  EXPECT_EQ(runs[0].glyphs.back().cluster, runs[0].text.size() - 2);
  EXPECT_EQ(points(runs[0].origin.x), 20);
  EXPECT_EQ(points(runs[0].origin.x + width_of(runs[0])), 280) << "nothing hangs out: the word's end is no edge of the line";
}

TEST(Hyphens, StandLeftOfWhatRunsLeftwards) {
  std::vector<display::GlyphRun> const runs = in_hebrew("\u202E" + std::string{words});
  ASSERT_GE(runs.size(), 2U);
  EXPECT_EQ(runs[0].text, "\u202Eaaaaaaaaaaaaaaaaaa develop\u00AD");
  EXPECT_EQ(runs[0].glyphs.front().cluster, runs[0].text.size() - 2);
  EXPECT_EQ(points(runs[0].origin.x), 20);
  EXPECT_EQ(points(runs[0].origin.x + width_of(runs[0])), 280);
}

}  // namespace
}  // namespace resumec::layout

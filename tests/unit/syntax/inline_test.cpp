// One paragraph of text.
#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::syntax {
namespace {

using testing::ElementsAre;

struct InlineCase {
  char const* name;
  char const* written;
  char const* dumped;
};

class InlineText : public testing::TestWithParam<InlineCase> {};

TEST_P(InlineText, IsReadAs) {
  Diagnostics diagnostics;
  EXPECT_EQ(dump(parse_inlines(as_written(GetParam().written), diagnostics).inlines), GetParam().dumped);
  EXPECT_TRUE(diagnostics.empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, InlineText,
    testing::Values(InlineCase{"plain", "Built it.", R"("Built it.")"}, InlineCase{"trimmed", "  a \n", R"("a")"},
                    InlineCase{"empty", "  ", ""}, InlineCase{"strong", "a **b *c*** d", R"("a " strong("b " emphasis("c")) " d")"},
                    InlineCase{"at_start", "*a* b", R"(emphasis("a") " b")"},
                    InlineCase{"underscores", "_a_ snake_case_name", R"(emphasis("a") " snake_case_name")"},
                    InlineCase{"code", "`a*b*` c", R"(code("a*b*") " c")"}, InlineCase{"unbalanced", "a** *b", R"("a** *b")"},
                    InlineCase{"lone_star", "2 * 3 * 4", R"("2 * 3 * 4")"},
                    InlineCase{"link", "[a *b*](https://x.y/c_(d) \"t\")", R"(link[https://x.y/c_(d)]("a " emphasis("b")))"},
                    InlineCase{"autolinks", "<https://x.y> www.x.org bob@x.org https://x.y/~a/$b",
                               R"(link[https://x.y]("https://x.y") " " link[http://www.x.org]("www.x.org") " " )"
                               R"(link[mailto:bob@x.org]("bob@x.org") " " link[https://x.y/~a/$b]("https://x.y/~a/$b"))"},
                    InlineCase{"definition", "[a]: b", R"("[a]: b")"}, InlineCase{"sup", "4^th^", R"("4" sup("th"))"},
                    InlineCase{"sub", "H~2~O", R"("H" sub("2") "O")"}, InlineCase{"sup_blank", "x^a b^", R"("x^a b^")"},
                    InlineCase{"approximately", "~10 to ~13", R"("~10 to ~13")"},
                    InlineCase{"strike", "~~a *b*~~ c", R"(strike("a " emphasis("b")) " c")"},
                    InlineCase{"lone_tildes", "a ~~ b ~~", R"("a ~~ b ~~")"},
                    InlineCase{"smallcaps", "[a *b*]{.smallcaps}", R"(smallcaps("a " emphasis("b")))"},
                    InlineCase{"lang", "[a]{lang=fa .underline}", R"(span[lang=fa](underline("a")))"},
                    InlineCase{"brackets", "[a] {b} [c]{d}", R"("[a] {b} [c]{d}")"},
                    InlineCase{"nested_spans", "[a [b]{.ul}]{.smallcaps}", R"(smallcaps("a " underline("b")))"},
                    InlineCase{"citations", "see [@a] [-@b; -@c]", R"("see " cite[a] " " cite[-b c])"},
                    InlineCase{"no_citation", "[@a p. 3]", R"("[@a p. 3]")"},
                    InlineCase{"no_break", "a\\ b",
                               "\"a\xC2\xA0"
                               "b\""},
                    InlineCase{"hard_breaks", "a\\\nb  \nc\nd", R"("a" break "b" break "c d")"},
                    InlineCase{"escapes", "\\*a\\* \\^b\\^ \\$5$ \\[c\\]{.ul}", R"("*a* ^b^ $5$ [c]{.ul}")"},
                    InlineCase{"no_blocks", "- a\n1. b\n# c\n> d\n---", R"("- a 1. b # c > d ---")"},
                    InlineCase{"entities", "a &amp; &eacute;&#x41;&bogus;", R"("a & éA&bogus;")"},
                    InlineCase{"comment", "a<!-- hidden -->b", R"("ab")"},
                    InlineCase{"comment_swallows_a_blank", "a <!-- x --> b <!-- y -->", R"("a b")"},
                    InlineCase{"comments_in_a_row", "<!-- x --> <!-- y --> a <!----> <!-- z -->. b", R"("a . b")"},
                    InlineCase{"comment_of_two_lines", "b <!-- todo: ask\nBob for `the figure --> end`", R"("b end`")"},
                    InlineCase{"comment_before_a_break", "a <!-- x -->\nb <!-- y -->  \nc", R"("a b " break "c")"},
                    InlineCase{"comment_beside_marks", "**<!-- x -->a** _b<!-- y -->_", R"(strong("a") " " emphasis("b"))"},
                    InlineCase{"comment_in_code", "`<!-- a -->`", R"(code("<!-- a -->"))"},
                    InlineCase{"wrapped_citation", "a [@b;\n  @c]", R"("a " cite[b c])"},
                    InlineCase{"wrapped_tex", "a $x +\n  y$ b", R"("a x + y b")"},
                    InlineCase{"tex_ends_with_the_paragraph", "a $x\n\ny$ b", R"("a $x y$ b")"},
                    InlineCase{"long_run_of_backticks", "````````````````````````````````` a", R"("````````````````````````````````` a")"},
                    InlineCase{"tex", "$\\sim$13 $10^{-3}$ $\\alpha_i\\times x$", R"("∼13 10" sup("−3") " α" sub("i") "× x")"},
                    InlineCase{"tex_groups", "$O(n \\log n)$ $\\frac{a}{\\text{b c}}$", R"x("O(n log n) a/(b c)")x"},
                    InlineCase{"tex_operands", "$\\sqrt{a+b}$ $\\sqrt{2}$ $\\sqrt x$ $\\frac{a+b}{c-d}$ $\\frac 1 2$ $\\frac{1}{ab}$",
                               R"x("√(a+b) √2 √x (a+b)/(c−d) 1/2 1/(ab)")x"},
                    InlineCase{"tex_units", "$\\frac{\\text{km}}{\\text{h}}$ $\\frac{x^2}{2}$", R"("km/h x" sup("2") "/2")"},
                    InlineCase{"money", "$2M and $5M, $5 to 10$ a day", R"("$2M and $5M, $5 to 10$ a day")"},
                    InlineCase{"prices", "US$5 to US$6", R"("US$5 to US$6")"}, InlineCase{"image", "![a](b.png)", R"(link[b.png]("a"))"},
                    InlineCase{"less", "x < y > z", R"("x < y > z")"}),
    [](testing::TestParamInfo<InlineCase> const& entry) { return std::string{entry.param.name}; });

TEST(InlineAttributes, StandAtTheVeryEnd) {
  Diagnostics diagnostics;
  ParsedInlines const parsed = parse_inlines(as_written("Led *it* {!1 .backend .team-x id=move}"), diagnostics);
  EXPECT_EQ(dump(parsed.inlines), R"("Led " emphasis("it"))");
  EXPECT_EQ(parsed.attributes.priority, 1);
  EXPECT_EQ(parsed.attributes.id, "move");
  EXPECT_THAT(parsed.attributes.tags, ElementsAre("backend", "team-x"));
  EXPECT_EQ(parsed.attributes.id_span, (Span{SourceId{1}, 33, 37}));
}

TEST(InlineAttributes, OnlyAtTheVeryEndAndOnlyInTheirForm) {
  for (char const* text : {"a {.b} c", "a {b}", "a {b c}", "a \\{.b}", "{}", "a {.b} [c](d)"}) {
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_inlines(as_written(text), diagnostics).attributes.tags.empty()) << text;
    EXPECT_TRUE(diagnostics.empty()) << text;
  }
}

struct FindingCase {
  char const* written;
  char const* kind;
  char const* place;
};

TEST(InlineFindings, PointAtTheNarrowestPlace) {
  for (FindingCase const& wanted :
       {FindingCase{"a <b>c", "raw-html", "<b>"}, FindingCase{"a <!-- b", "raw-html", "<!--"},
        FindingCase{"$\\foo$", "unknown-tex-command", "\\foo"}, FindingCase{"[a]{.smallcap}", "unknown-text-attribute", ".smallcap"},
        FindingCase{"a {!9}", "unknown-text-attribute", "!9"}, FindingCase{"a {.b", "unclosed-attributes", "{"},
        FindingCase{"**a *b", "stray-markup", "**"}, FindingCase{"a \\emph{b} \\emph{c}", "stray-markup", "\\emph"}}) {
    Diagnostics diagnostics;
    parse_inlines(as_written(wanted.written), diagnostics);
    ASSERT_EQ(diagnostics.size(), 1U) << wanted.written;
    Diagnostic const& found = *diagnostics.begin();
    EXPECT_EQ(found.kind, wanted.kind);
    EXPECT_EQ(std::string{wanted.written}.substr(found.span.begin, found.span.size()), wanted.place);
  }
}

TEST(InlineFindings, AMistypedClassIsGuessed) {
  Diagnostics diagnostics;
  parse_inlines(as_written("[a]{.smallcap}"), diagnostics);
  EXPECT_THAT(diagnostics.begin()->hints, ElementsAre("did you mean `.smallcaps`?"));
}

TEST(InlineSpans, CoverMarksAndLeadBackThroughYaml) {
  Reading const reading{"k: \"it\\u2019s **very *good*** [x](y) `c` [@d]\"\n"};
  Diagnostics diagnostics;
  Inlines const inlines = parse_inlines(reading.root.find("k")->value.scalar, diagnostics).inlines;
  ASSERT_EQ(inlines.size(), 8U);
  EXPECT_EQ(reading.at(inlines[0].span), "it\\u2019s ");
  EXPECT_EQ(reading.at(inlines[1].span), "**very *good***");
  EXPECT_EQ(reading.at(inlines[1].children[1].span), "*good*");
  EXPECT_EQ(reading.at(inlines[3].span), "[x](y)");
  EXPECT_EQ(reading.at(inlines[5].span), "`c`");
  EXPECT_EQ(reading.at(inlines[7].span), "[@d]");
}

std::size_t depth(Inlines const& inlines) {
  std::size_t deepest = 0;
  for (Inline const& part : inlines) deepest = std::max(deepest, 1 + depth(part.children));
  return deepest;
}

TEST(InlineDepth, IsBoundedAndNothingIsLost) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "*a **b ";
  text += "x";
  for (int i = 0; i < 200; ++i) text += "** c*";
  std::string spans(300, '[');
  spans += "y";
  for (int i = 0; i < 300; ++i) spans += "]{.ul}";
  for (std::string const& source : {text, spans}) {
    Diagnostics diagnostics;
    Inlines const inlines = parse_inlines(as_written(source), diagnostics).inlines;
    EXPECT_LE(depth(inlines), 65U);
    auto const letters = [](std::string_view from) {
      return std::count_if(from.begin(), from.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    };
    auto const of_attributes = [](std::string_view from) {  // those of markup that became a span
      std::ptrdiff_t count = 0;
      for (auto at = from.find(".ul"); at != std::string_view::npos; at = from.find(".ul", at + 1)) count += 2;
      return count;
    };
    std::string const plain = plain_text(inlines);
    EXPECT_EQ(letters(plain) - of_attributes(plain), letters(source) - of_attributes(source));
  }
}

}  // namespace
}  // namespace resumec::syntax

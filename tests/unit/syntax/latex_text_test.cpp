#include "syntax/latex_text.hpp"

#include "syntax/inline.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace resumec::syntax {
namespace {

MappedText whole(std::string_view text) { return {std::string{text}, {SourceId{1}, 0, static_cast<std::uint32_t>(text.size())}, {}}; }

std::string converted(std::string_view text, LatexTo form) {
  Diagnostics findings;
  return from_latex(whole(text), form, findings).text;
}

struct Case {
  std::string_view latex, literal, line;
};
void PrintTo(Case const& one, std::ostream* out) { *out << one.latex; }

class Latex : public testing::TestWithParam<Case> {};

TEST_P(Latex, BecomesLettersAndMarkdown) {
  EXPECT_EQ(converted(GetParam().latex, LatexTo::Literal), GetParam().literal);
  EXPECT_EQ(converted(GetParam().latex, LatexTo::Line), GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    Each, Latex,
    testing::Values(Case{"Plain words", "Plain words", "Plain words"}, Case{"  two\n  lines ", "two lines", "two lines"},
                    Case{"{The} {Mizoroki-Heck} case", "The Mizoroki-Heck case", "The Mizoroki-Heck case"},
                    Case{"Aks{\\i}n, {\\\"O}zge B{\\\"u}y{\\\"u}k {\\c{C}}etin", "Aksın, Özge Büyük Çetin", "Aksın, Özge Büyük Çetin"},
                    Case{"Trag{\\\" o}die \\'{\\i} \\v{s}\\H o \\~n \\aa \\O{} \\ss", "Tragödie í šő ñ åØ ß", "Tragödie í šő ñ åØ ß"},
                    Case{"a\\&b\\%c\\$d\\#e\\_f", "a&b%c$d#e_f", "a\\&b%c\\$d#e\\_f"},
                    Case{"1736--1739 --- x-y", "1736–1739 — x-y", "1736–1739 — x-y"},
                    Case{"``quoted'' `inner' it's", "“quoted” ‘inner' it's", "“quoted” ‘inner' it's"},
                    Case{"5.2~{nm} \\LaTeX{} {\\TeX book}", "5.2\u00A0nm LaTeX TeXbook", "5.2\u00A0nm LaTeX TeXbook"},
                    Case{"an \\emph{old} and \\textbf{bold} word", "an old and bold word", "an *old* and **bold** word"},
                    Case{"{\\bf b} a\\it b{\\bf c}", "b abc", "[b]{.strong} a[b[c]{.strong}]{.emphasis}"},
                    Case{"\\textit{i}\\textbf{b}\\textsuperscript{up}\\textsubscript{down}", "ibupdown",
                         "[i]{.emphasis}[b]{.strong}[up]{.sup}[down]{.sub}"},
                    Case{"\\textsc{sc} \\texttt{a*b} \\underline{u}", "sc a*b u", "[sc]{.smallcaps} `a*b` [u]{.underline}"},
                    Case{"\\href{https://x.example/a_b}{the page} \\url{https://x.example/~a}", "the page https://x.example/~a",
                         "[the page](<https://x.example/a_b>) <https://x.example/~a>"},
                    Case{"$e=mc^2$ and $\\alpha_{ij}$", "e=mc2 and αij", "e=mc[2]{.sup} and α[ij]{.sub}"},
                    Case{"\\enquote{x \\enquote*{y}} \\mkbibquote{z}", "“x ‘y’” “z”", "“x ‘y’” “z”"},
                    Case{"costs $5 *now* [a] ~b",
                         "costs $5 *now* [a] \u00A0"
                         "b",
                         "costs \\$5 \\*now\\* \\[a\\] \u00A0"
                         "b"},
                    Case{"{\\noopsort{1973b}}Title", "Title", "Title"}, Case{"\\foreignlanguage{french}{mot}", "mot", "mot"},
                    Case{"unbalanced } and { braces", "unbalanced and braces", "unbalanced and braces"},
                    Case{"\\begin{it}b\\end{it}c", "bc", "bc"}));

TEST(LatexText, ParagraphsArePartedByBlankLines) {
  EXPECT_EQ(converted("one\ntwo\n\n  three\\par four", LatexTo::Paragraphs), "one two\n\nthree\n\nfour");
  EXPECT_EQ(converted("one\n\ntwo", LatexTo::Line), "one two");
  EXPECT_EQ(converted("- a\n\n1. b\n\n# c", LatexTo::Paragraphs), "\\- a\n\n1\\. b\n\n\\# c");
}

TEST(LatexText, AnUnknownCommandIsReportedAndItsArgumentStays) {
  Diagnostics findings;
  EXPECT_EQ(from_latex(whole("see \\foo{this} or \\foo that"), LatexTo::Line, findings).text, "see this or that");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.begin()->kind, "unknown-latex");
  EXPECT_EQ(findings.begin()->span, (Span{SourceId{1}, 4, 8}));
}

TEST(LatexText, EveryPartKnowsItsPlace) {
  Diagnostics findings;
  std::string_view const latex = "Aks{\\i}n \\& \\emph{Co}";
  auto const made = from_latex(whole(latex), LatexTo::Line, findings);
  ASSERT_EQ(made.text, "Aksın & *Co*");
  auto const source = [&](std::string_view part) {
    auto const at = made.text.find(part);
    auto const span = made.at(at, at + part.size());
    return latex.substr(span.begin, span.size());
  };
  EXPECT_EQ(source("Aks"), "Aks{");
  EXPECT_EQ(source("Co"), "Co");
}

/// Whatever stands in a text, Markdown prints the letters that the plain form has.
TEST(LatexText, MarkdownReadsTheSameLetters) {
  for (std::string_view const text :
       {"a*b*c **d** _e_ __f__ `g` ``h``", "[a](b) ![c](d) [e]{.strong} [@cite]", "<b>x</b> &amp; a&b <https://x.example>",
        "x^2^ y~2~ ~~z~~", "end {!1 .tag #id}", "1. one", "# head", "> quote", "- item", "a\\textbf{(b)}c\\emph{ d }e",
        "\\textbf{a \\emph{b} c}\\emph{d}", "$a_b^c$d", "\\textbackslash{}* \\textasciitilde{}\\textasciicircum{}", "{\\bf *}",
        "\\textit{**}x", "wow!\\href{https://x.example}{y}", "\\texttt{a`b} `c"}) {
    Diagnostics findings;
    auto const literal = from_latex(whole(text), LatexTo::Literal, findings).text;
    auto const line = from_latex(whole(text), LatexTo::Line, findings);
    auto squeezed = [](std::string_view from) {
      std::string letters;
      for (char const c : from)
        if (c != ' ') letters += c;
      return letters;
    };
    EXPECT_EQ(squeezed(plain_text(parse_inlines(line, findings).inlines)), squeezed(literal)) << line.text;
  }
}

}  // namespace
}  // namespace resumec::syntax

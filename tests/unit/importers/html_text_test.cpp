// Tags of HTML as marks of Markdown.
#include "importers/html_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace resumec::importers {
namespace {

Node scalar(std::string text) {
  Span const span{SourceId{1}, 0, static_cast<std::uint32_t>(text.size())};
  return make_scalar(std::move(text), span);
}

struct Case {
  std::string_view html, markdown;
};

class HtmlText : public testing::TestWithParam<Case> {};

TEST_P(HtmlText, BecomesMarkdown) { EXPECT_EQ(native_text(scalar(std::string{GetParam().html})).text(), GetParam().markdown); }

INSTANTIATE_TEST_SUITE_P(Inline, HtmlText,
                         testing::Values(Case{"a <b>bold</b> word", "a **bold** word"},
                                         Case{"a<strong> bold </strong>word", "a **bold** word"}, Case{"<em>a</em><i>b</i>", "*a**b*"},
                                         Case{"<b>a <i>b</i></b> c", "**a *b*** c"}, Case{"<b>never closed", "**never closed**"},
                                         Case{"never opened</b>", "never opened"}, Case{"<b></b>nothing", "nothing"},
                                         Case{"<u>under</u>", "[under]{.underline}"}, Case{"H<sub>2</sub>O, x<sup>2</sup>", "H~2~O, x^2^"},
                                         Case{"a<sup>two words</sup>", "atwo words"}, Case{"<code>a_b*c</code>", "`a_b*c`"},
                                         Case{"<s>old</s>", "~~old~~"},
                                         Case{"<span style='color: red'>red</span> <font size=2>small</font>", "red small"},
                                         Case{"<a href=\"https://x.example/a\">page</a>", "[page](https://x.example/a)"},
                                         Case{"<a target=_blank href='https://x.example/(a)'>page</a>", "[page](<https://x.example/(a)>)"},
                                         Case{"<a href=https://x.example></a>", "https://x.example"}, Case{"<a name=x>here</a>", "here"},
                                         Case{"a<script>alert('<b>')</script>b<style>p {}</style>", "ab"}, Case{"a<!-- b -->c", "ac"},
                                         Case{"<b>5 * 3</b> [x] a_b", "**5 \\* 3** \\[x\\] a\\_b"}, Case{"**a** <b>b</b>", "**a** **b**"},
                                         Case{"<B>a</B >", "**a**"}));

INSTANTIATE_TEST_SUITE_P(Blocks, HtmlText,
                         testing::Values(Case{"<p>one</p>\n<p>two</p>", "one\n\ntwo"}, Case{"<p>one\n  line</p>", "one line"},
                                         Case{"a<br>b<br/><br />c", "a\\\nb\n\nc"}, Case{"<div><p>only</p></div>", "only"},
                                         Case{"<h3>Head</h3>text", "**Head**\n\ntext"},
                                         Case{"<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b\n"},
                                         Case{"<p>x</p><ul><li>a</li></ul><p>y</p>", "x\n\n- a\n\ny\n"},
                                         Case{"<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n   - b\n2. c\n"},
                                         Case{"<ol><li data-list=\"bullet\">a</li></ol>", "- a\n"},
                                         Case{"<li>a</li><li>b</li>", "- a\n- b\n"}, Case{"- a<br>- b", "- a\n- b\n"},
                                         Case{"<p># no heading</p>", "\\# no heading"}, Case{"<p><br></p><p>a</p>", "a"}));

INSTANTIATE_TEST_SUITE_P(Others, HtmlText,
                         testing::Values(Case{"a < b and c > d", "a < b and c > d"},
                                         Case{"std::vector<T>, <you@example.org>", "std::vector<T>, <you@example.org>"},
                                         Case{"R&amp;D &eacute;", "R&amp;D &eacute;"}, Case{"<b>vector<T></b>", "**vector\\<T>**"},
                                         Case{"x\n• a\n  • b\n", "x\n- a\n  - b\n"}, Case{"x\n• a", "x\n• a"}, Case{"<b", "<b"},
                                         Case{"", ""}));

TEST(HtmlPlaces, AreThoseOfTheSource) {
  std::string const html = "<p>one <b>two</b></p><p>three</p>";
  Node const text = native_text(scalar(html));
  ASSERT_EQ(text.text(), "one **two**\n\nthree");
  auto const at = [&](std::string_view word) {
    auto const begin = text.text().find(word);
    Span const span = text.scalar.at(begin, begin + word.size());
    return html.substr(span.begin, span.end - span.begin);
  };
  EXPECT_EQ(at("one"), "one");
  EXPECT_EQ(at("two"), "two");
  EXPECT_EQ(at("three").substr(0, 5), "three");
}

}  // namespace
}  // namespace resumec::importers

#include "backend/latex/escape.hpp"

#include "support/tex_reader.hpp"
#include "unicode/unicode.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace {

namespace unicode = resumec::unicode;
namespace backend = resumec::backend;
using backend::latex::Escaper;
using resumec::Diagnostics;
using resumec::SourceId;
using resumec::Span;
using resumec::testing::read_tex;

std::string escaped(std::string_view text) {
  Diagnostics diagnostics;
  return Escaper{diagnostics}.text(text, Span{});
}

struct Pair {
  std::string_view text, tex;
};

TEST(Escape, WritesWhatTexWouldObeyAsText) {
  constexpr Pair pairs[] = {
      {"100 % & more", "100 \\% \\& more"},
      {"\\input{x}", "\\textbackslash{}input\\{x\\}"},
      {"a_b^c~d", "a\\_b\\textasciicircum{}c\\textasciitilde{}d"},
      {"$5 #1", "\\$5 \\#1"},
      {"^^41", "\\textasciicircum{}\\textasciicircum{}41"},
      {"\"a", "\\textquotedbl{}a"},  // German shorthand
      {"'`", "\\textquotesingle{}\\textasciigrave{}"},
      {"a<b>c|", "a\\textless{}b\\textgreater{}c\\textbar{}"},
  };
  for (auto const& [text, tex] : pairs) EXPECT_EQ(escaped(text), tex) << text;
}

TEST(Escape, SplitsPairsThatFontsDrawAsOneSign) {
  constexpr Pair pairs[] = {
      {"a--b", "a-\\resumesplit{}-b"}, {"---", "-\\resumesplit{}-\\resumesplit{}-"},
      {",,x", ",\\resumesplit{},x"},   {"<<", "\\textless{}\\resumesplit{}\\textless{}"},
      {"–-", "–\\resumesplit{}-"},     {"‘‘ ’’", "‘\\resumesplit{}‘ ’\\resumesplit{}’"},
      {"?‘", "?\\resumesplit{}‘"},     {"a-b", "a-b"},
  };
  for (auto const& [text, tex] : pairs) EXPECT_EQ(escaped(text), tex) << text;
}

TEST(Escape, SplitsThemAcrossPiecesOfOneParagraph) {
  Diagnostics diagnostics;
  Escaper escaper{diagnostics};
  EXPECT_EQ(escaper.text("a-", Span{}), "a-");
  EXPECT_EQ(escaper.text("-b", Span{}), "\\resumesplit{}-b");
  escaper.start();
  EXPECT_EQ(escaper.text("-c", Span{}), "-c");
}

TEST(Escape, HidesOptionsAtTheStart) {
  EXPECT_EQ(escaped("[1] a"), "{[}1] a");
  Diagnostics diagnostics;
  Escaper escaper{diagnostics};
  escaper.start(Escaper::Before::Item);
  EXPECT_EQ(escaper.text("[1] a", Span{}), "{[}1] a");
  escaper.start();
  EXPECT_EQ(escaper.text("[1] a", Span{}), "[1] a");
  EXPECT_EQ(escaped("a [1]"), "a [1]");
}

TEST(Escape, KeepsEveryBlank) {
  EXPECT_EQ(escaped(" a  b "), "\\space{}a \\space{}b ");
  EXPECT_EQ(escaped("12\u00a0MB"), "12~MB");
  EXPECT_EQ(escaped("10\u202f000"), "10\\resumenarrowspace{}000");
  EXPECT_EQ(escaped("co\u00adop"), "co\\-op");
}

TEST(Escape, PutsRunsOfOtherScriptsTogether) {
  EXPECT_EQ(escaped("die Белый Мыс GmbH"), "die \\resumescript{cyrillic}{Белый Мыс} GmbH");
  EXPECT_EQ(escaped("Θάλασσα, a"), "\\resumescript{greek}{Θάλασσα}, a");
}

TEST(Escape, NamesWhatEachEngineNeeds) {
  Diagnostics diagnostics;
  Escaper escaper{diagnostics};
  EXPECT_EQ(escaper.text("𝒪(n) ≤ ṣ", Span{}), "𝒪(n) ≤ ṣ");
  auto const& declared = escaper.needs().declared;
  EXPECT_EQ(declared.at(0x1D4AA), "\\ensuremath{\\mathcal{O}}");
  EXPECT_EQ(declared.at(0x2264), "\\ensuremath{\\leq}");
  EXPECT_EQ(declared.at(0x1E63), "\\resumebelow\\d{s}");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Escape, SaysOnceWhichScriptsNeedAnotherEngine) {
  Diagnostics diagnostics;
  Escaper escaper{diagnostics};
  Span const span{SourceId{1}, 10, 22};  // `中文 and 中`, letter by letter
  EXPECT_EQ(escaper.text("中文 and", span), "\\resumescript{hani}{中文} and");
  escaper.text("中", span);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ((*diagnostics.begin()).kind, "latex-engine");
}

TEST(Escape, PrintsTheNumberOfWhatNoFontHas) {
  Diagnostics diagnostics;
  EXPECT_EQ(Escaper{diagnostics}.text("a\uE000b", {SourceId{1}, 5, 10}), "a{[}U+E000]b");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ((*diagnostics.begin()).kind, "latex-character");
  EXPECT_EQ((*diagnostics.begin()).span, (Span{SourceId{1}, 6, 9}));
}

TEST(Escape, EncodesAddresses) {
  EXPECT_EQ(Escaper::url("https://a.example/x_y?q=1&r=%20#top"), "https://a.example/x\\_y?q=1\\&r=\\%20\\#top");
  EXPECT_EQ(Escaper::url("https://a.example/ä\\}^~"), "https://a.example/\\%C3\\%A4\\%5C\\%7D\\%5E~");
}

TEST(Escape, KeepsCommentsOnTheirLine) { EXPECT_EQ(Escaper::comment("a\nb\rc\u2028d"), "a b c d"); }

/// Code points that the reader can read back: all but those that are dropped or replaced.
rc::Gen<std::string> any_text() {
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(rc::gen::oneOf(
                          rc::gen::inRange<char32_t>(0x20, 0x7F), rc::gen::elementOf(std::u32string{U"\\{}$&#%_^~\"'`<>|-,[]* "}),
                          rc::gen::inRange<char32_t>(0xA0, 0x250), rc::gen::inRange<char32_t>(0x370, 0x530),
                          rc::gen::inRange<char32_t>(0x2000, 0x2300), rc::gen::inRange<char32_t>(0x4E00, 0x4F00))),
                      [](std::vector<char32_t> const& points) {
                        std::string text;
                        for (auto const c : points) unicode::append(text, c);
                        return text;
                      });
}

/// What comes back of a character: hyphens are one, what prints nothing is gone.
std::string printed(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    auto const point = unicode::decode_at(text, at);
    auto const kind = backend::latex::classify(point.value).kind;
    if (kind == backend::latex::CharacterKind::Unprintable)
      result += "[U+";
    else if (point.value == 0x2010)
      result += '-';
    else if (point.value == 0x200A)
      result += "\u2009";
    else if (kind == backend::latex::CharacterKind::Written && unicode::is_space(point.value) && point.value != 0xA0 &&
             point.value != 0x2002 && point.value != 0x2003 && point.value != 0x2009 && point.value != 0x202F)
      result += ' ';
    else if (kind != backend::latex::CharacterKind::Ignored && point.value != 0x200C)
      result += text.substr(at, point.end - at);
    if (kind == backend::latex::CharacterKind::Unprintable) {
      std::string number;
      for (auto rest = static_cast<unsigned>(point.value); rest > 0 || number.size() < 4; rest /= 16)
        number.insert(number.begin(), "0123456789ABCDEF"[rest % 16]);
      result += number + "]";
    }
    at = point.end;
  }
  return result;
}

RC_GTEST_PROP(EscapeProperty, TexPrintsTheTextAndObeysNothing, ()) {
  auto const text = *any_text();
  auto const read = read_tex(escaped(text));
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == printed(text));
}

RC_GTEST_PROP(EscapeProperty, AddressesHoldOnlyWhatUrlsMay, ()) {
  auto const url = Escaper::url(*any_text());
  for (std::size_t i = 0; i < url.size(); ++i) {
    auto const c = static_cast<unsigned char>(url[i]);
    RC_ASSERT(c > 0x20 && c < 0x7F);
    RC_ASSERT(std::string_view{"{}^\"`<>|"}.find(url[i]) == std::string_view::npos);
    if (url[i] != '\\') continue;
    RC_ASSERT(i + 1 < url.size());
    RC_ASSERT(std::string_view{"%#&_"}.find(url[++i]) != std::string_view::npos);
  }
}

RC_GTEST_PROP(EscapeProperty, CommentsHaveOneLine, ()) {
  auto const comment = Escaper::comment(*rc::gen::string<std::string>());
  RC_ASSERT(comment.find_first_of("\n\r") == std::string::npos);
}

}  // namespace

#include "unicode/unicode.hpp"

#include <gtest/gtest.h>

#include <unicode/ubrk.h>
#include <unicode/uloc.h>

#include <memory>
#include <string>
#include <vector>

namespace resumec::unicode {
namespace {

/// The text with `|` at optional and `‖` at mandatory breaks.
std::string shown_breaks(std::string_view text, std::string_view lang) {
  std::string result;
  std::uint32_t at = 0;
  for (auto const& b : line_breaks(text, lang)) {
    result += text.substr(at, b.offset - at);
    result += b.kind == BreakKind::Mandatory ? "‖" : "|";
    at = b.offset;
  }
  return result + std::string{text.substr(at)};
}

TEST(LineBreaks, FollowUax14) {
  struct Case {
    std::string_view text, lang, shown;
  };
  Case const cases[] = {
      {"", "en", ""},
      {"word", "en", "word"},
      {"two words", "en", "two |words"},
      {"  lead and trail  ", "en", "  |lead |and |trail  "},
      {"e-mail, x86-64", "en", "e-|mail, |x86-64"},
      {"C++ and .NET Core", "en", "C+|+ |and .NET |Core"},
      {"2019–2023", "en", "2019–|2023"},
      {"résumé — the", "en", "résumé |— |the"},
      {"one\ntwo\n", "en", "one\n‖two\n"},
      {"one\u2028two", "en", "one\u2028‖two"},
      {"no\u00A0break\u2060here", "en", "no\u00A0break\u2060here"},
      {"日本語", "ja", "日|本|語"},
      {"あぁ", "ja", "あ|ぁ"},
      {"あぁ", "en", "あぁ"},
      {"a b", "no such language", "a |b"},
      {"caf\xE9 x", "en", "caf\xE9 |x"},
  };
  for (auto const& c : cases) EXPECT_EQ(shown_breaks(c.text, c.lang), c.shown) << c.text << ' ' << c.lang;
}

TEST(LineBreaks, OneObjectServesManyTextsAndLanguages) {
  LineBreaker breaker;
  for (int round = 0; round < 3; ++round) {
    for (std::string_view const lang : {"en", "ja", "de", "fr-CA", "zh-Hant", "xx"}) {
      auto const text = std::make_unique<std::string>("été " + std::string{lang} + "-x あぁ");
      auto const reused = breaker.breaks(*text, lang);
      auto const fresh = line_breaks(*text, lang);
      ASSERT_EQ(reused.size(), fresh.size());
      for (std::size_t i = 0; i < fresh.size(); ++i) EXPECT_EQ(reused[i].offset, fresh[i].offset) << lang;
    }
  }
  for (int i = 0; i < 100; ++i) EXPECT_EQ(breaker.breaks("é è", "l" + std::to_string(i)).size(), 1U);
  auto moved = std::move(breaker);
  EXPECT_EQ(moved.breaks("é è", "en").size(), 1U);
}

/// The process's locale never shows: a language without rules of its own gets the root's, not the default's.
TEST(LineBreaks, DoNotDependOnTheDefaultLocale) {
  std::string const before = uloc_getDefault();
  UErrorCode status = U_ZERO_ERROR;
  uloc_setDefault("ja", &status);
  EXPECT_EQ(shown_breaks("あぁ é", "cs"), "あぁ |é");
  uloc_setDefault(before.c_str(), &status);
}

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

/// Every text of up to five signs that stand for the classes of the short way gives what ICU's rules give.
TEST(LineBreaks, TheShortWayAgreesWithIcu) {
  constexpr std::string_view signs = "aZ5 .,";
  for (char const* const lang : {"en", "ja", "zh", "fi", "de"}) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UBreakIterator, CloseIterator> const icu{ubrk_open(UBRK_LINE, lang, nullptr, 0, &status)};
    ASSERT_TRUE(U_SUCCESS(status));
    std::size_t count = 1;
    for (int size = 1; size <= 5; ++size) {
      count *= signs.size();
      for (std::size_t number = 0; number < count; ++number) {
        std::string text;
        for (auto rest = number; text.size() < static_cast<std::size_t>(size); rest /= signs.size()) text += signs[rest % signs.size()];
        std::u16string const wide(text.begin(), text.end());
        ubrk_setText(icu.get(), wide.data(), size, &status);
        std::vector<std::uint32_t> expected, found;
        for (auto at = ubrk_next(icu.get()); at != UBRK_DONE && at < size; at = ubrk_next(icu.get())) {
          expected.push_back(static_cast<std::uint32_t>(at));
        }
        for (auto const& b : line_breaks(text, lang)) found.push_back(b.offset);
        ASSERT_EQ(found, expected) << '"' << text << "\" " << lang;
      }
    }
  }
}

TEST(Graphemes, AreClusters) {
  struct Case {
    std::string_view text;
    std::vector<std::uint32_t> boundaries;
  };
  Case const cases[] = {
      {"", {0}},
      {"ab", {0, 1, 2}},
      {"a\r\nb", {0, 1, 3, 4}},
      {"\r\n\r\n", {0, 2, 4}},
      {"\n\r", {0, 1, 2}},
      {"é–x", {0, 2, 5, 6}},
      {"e\u0301x", {0, 3, 4}},
      {"🇩🇪🇫🇷", {0, 8, 16}},
      {"👩\u200D💻!", {0, 11, 12}},
      {"각", {0, 3}},
      {"\u1100\u1161\u11A8", {0, 9}},
      {"é\r\n\u0301", {0, 2, 4, 6}},
      {"a\xFF", {0, 1, 2}},
  };
  for (auto const& c : cases) EXPECT_EQ(grapheme_boundaries(c.text), c.boundaries) << c.text;
}

}  // namespace
}  // namespace resumec::unicode

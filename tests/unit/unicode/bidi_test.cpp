#include "unicode/unicode.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace resumec::unicode {
namespace {

using ::testing::ElementsAre;

/// The text as it is seen from left to right, letters in the order of drawing (marks and brackets are not mirrored here).
std::string seen(std::string_view text, Direction base) {
  std::vector<std::string> letters;
  std::vector<std::uint8_t> levels_of_letters;
  auto const levels = bidi_levels(text, base);
  for (std::size_t at = 0; at < text.size();) {
    auto const point = decode_at(text, at);
    letters.emplace_back(text.substr(at, point.end - at));
    levels_of_letters.push_back(levels[at]);
    at = point.end;
  }
  std::string result;
  for (auto const index : visual_order(levels_of_letters)) result += letters[index];
  return result;
}

TEST(Bidi, ReordersByLevels) {
  std::vector<std::uint8_t> const levels{0, 1, 1, 2, 2, 1, 0};
  EXPECT_THAT(visual_order(levels), ElementsAre(0, 5, 3, 4, 2, 1, 6));
  EXPECT_TRUE(visual_order({}).empty());
}

TEST(Bidi, LettersNumbersAndSigns) {
  using enum Direction;
  EXPECT_EQ(seen("abc אבג", LeftToRight), "abc גבא");
  EXPECT_EQ(seen("אבג abc", RightToLeft), "abc גבא");
  EXPECT_EQ(seen("אב 12.5 גד", RightToLeft), "דג 12.5 בא") << "numbers run from left to right";
  EXPECT_EQ(seen("אב-40 גד", RightToLeft), "דג 40-בא") << "the hyphen between a letter and a number goes with the letters";
  EXPECT_EQ(seen("ב־C++ וב־C#.", RightToLeft), ".C#־בו C++־ב") << "the signs of a language's name stay behind it";
  EXPECT_EQ(seen("plain text", LeftToRight), "plain text");
}

TEST(Bidi, KnowsTheDirectionOfALanguage) {
  for (auto const* const tag : {"he", "ar", "fa-IR", "ur", "az-Arab", "yi"}) EXPECT_EQ(direction_of(tag), Direction::RightToLeft) << tag;
  for (auto const* const tag : {"", "en", "ja", "de-CH", "ku-Latn", "ar-Latn", "hr", "arn"})
    EXPECT_EQ(direction_of(tag), Direction::LeftToRight) << tag;
}

TEST(Bidi, SeesWhatMayRunLeftwards) {
  for (auto const* const text : {"שלום", "a سلام", "x\u202Ey", "\u2067", "ﷺ"}) EXPECT_TRUE(may_run_leftwards(text)) << text;
  for (auto const* const text : {"", "plain", "naïve – “q”", "日本語", "Ελλάδα", "\U0001D4AA"})
    EXPECT_FALSE(may_run_leftwards(text)) << text;
}

TEST(Bidi, ControlsHaveTheLevelOfTheirWord) {
  auto const levels = [](std::string_view text) {
    std::string digits;
    for (auto const level : bidi_levels(text, Direction::LeftToRight)) digits += static_cast<char>('0' + level);
    return digits;
  };
  EXPECT_EQ(levels("a \u202Ebc\u202C d"),
            "00"
            "111"
            "11"
            "111"
            "00");
  EXPECT_EQ(levels("a\u202Eb\u202Cd"),
            "0"
            "000"
            "1"
            "111"
            "0")
      << "of what is before them";
  EXPECT_EQ(levels("\u202E").size(), 3U) << "alone";
}

TEST(Bidi, UnpairedControlsAndBrokenBytesAreSafe) {
  std::string const flood = [] {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "\u202E\u2067\u202A";
    return text + "a\xFF\xC0 א";
  }();
  EXPECT_EQ(bidi_levels(flood, Direction::RightToLeft).size(), flood.size());
  EXPECT_EQ(visual_order(bidi_levels(flood, Direction::LeftToRight)).size(), flood.size());
}

}  // namespace
}  // namespace resumec::unicode

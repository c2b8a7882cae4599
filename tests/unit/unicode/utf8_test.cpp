#include "unicode/unicode.hpp"
#include "unicode/utf16.hpp"

#include <gtest/gtest.h>

#include <unicode/ustring.h>

#include <string>

namespace resumec::unicode {
namespace {

using namespace std::string_literals;

TEST(Utf8, EveryCodePointComesBack) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append(text, c);
    auto const decoded = decode_at(text, 0);
    ASSERT_EQ(decoded.value, c);
    ASSERT_EQ(decoded.end, text.size());
    ASSERT_FALSE(find_invalid_utf8(text)) << static_cast<unsigned>(c);
  }
}

TEST(Utf8, WhatIsNoCodePointIsReplaced) {
  for (char32_t const c : {0xD800U, 0xDFFFU, 0x110000U, 0xFFFFFFFFU}) {
    std::string text;
    append(text, c);
    EXPECT_EQ(text, "\uFFFD") << static_cast<unsigned>(c);
  }
}

TEST(Utf8, MalformedBytesAreFoundAndCountOneEach) {
  struct Case {
    std::string text;
    std::size_t invalid, length;
  };
  Case const cases[] = {
      {"\x80", 0, 1},
      {"ab\xFF", 2, 3},
      {"\xC0\x80", 0, 2},
      {"\xC1\xBF", 0, 2},
      {"\xE0\x80\x80", 0, 3},
      {"\xE0\x9F\xBF", 0, 3},
      {"\xED\xA0\x80", 0, 3},
      {"\xF0\x8F\xBF\xBF", 0, 4},
      {"\xF4\x90\x80\x80", 0, 4},
      {"\xF5\x80\x80\x80", 0, 4},
      {"caf\xE9", 3, 4},
      {"caf\xC3", 3, 4},
      {"\xE2\x82", 0, 2},
      {"\xE2\x82x", 0, 3},
      {"\xF0\x9F\x98", 0, 3},
      {"long enough to be skipped in words \xE9t\xE9", 35, 38},
  };
  for (auto const& c : cases) {
    EXPECT_EQ(find_invalid_utf8(c.text), c.invalid) << c.text;
    EXPECT_EQ(length(c.text), c.length) << c.text;
    EXPECT_EQ(decode_at(c.text, c.invalid).value, 0xFFFDU) << c.text;
    EXPECT_EQ(decode_at(c.text, c.invalid).end, c.invalid + 1) << c.text;
  }
}

TEST(Utf8, TheReplacementCharacterItselfIsValid) {
  EXPECT_FALSE(find_invalid_utf8("\uFFFD"));
  EXPECT_EQ(decode_at("\uFFFD", 0).end, 3U);
}

/// Every text of two bytes, and of three and four with the bytes at which ranges end, is judged as ICU judges it.
TEST(Utf8, AgreesWithIcu) {
  auto const check = [](std::string const& text) {
    UErrorCode status = U_ZERO_ERROR;
    char16_t wide[8];
    u_strFromUTF8(wide, 8, nullptr, text.data(), static_cast<std::int32_t>(text.size()), &status);
    bool const valid = U_SUCCESS(status);
    ASSERT_EQ(!find_invalid_utf8(text).has_value(), valid);
  };
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) check({static_cast<char>(a), static_cast<char>(b)});
  }
  auto const ends = "\x00\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF"s;
  for (char const a : ends) {
    for (char const b : ends) {
      for (char const c : ends) {
        check({a, b, c});
        for (char const d : ends) check({a, b, c, d});
      }
    }
  }
}

TEST(Utf8, AsciiIsKnownAtEveryLengthAndPlace) {
  for (std::size_t size = 0; size <= 20; ++size) {
    std::string text(size, 'x');
    EXPECT_TRUE(is_ascii(text));
    for (std::size_t i = 0; i < size; ++i) {
      text[i] = '\x80';
      EXPECT_FALSE(is_ascii(text)) << size << ' ' << i;
      text[i] = 'x';
    }
  }
}

TEST(Utf16, ComesBackAndReplacesLoneSurrogates) {
  EXPECT_EQ(to_utf8(to_utf16("a é € 𝒪 \uFFFF")), "a é € 𝒪 \uFFFF");
  EXPECT_EQ(to_utf16("𝒪"), u"\xD835\xDCAA");
  EXPECT_EQ(to_utf8(u"\xD835"), "\uFFFD");
  EXPECT_EQ(to_utf8(u"\xDCAA\xD835x"), "\uFFFD\uFFFDx");
  EXPECT_EQ(to_utf16("a\xFF"), u"a\xFFFD");
}

}  // namespace
}  // namespace resumec::unicode

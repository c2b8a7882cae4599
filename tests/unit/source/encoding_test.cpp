#include "source/encoding.hpp"

#include <gtest/gtest.h>

#include <string>

namespace resumec::source {
namespace {

using unicode::WideEncoding;
using namespace std::string_literals;

TEST(FindWideEncoding, ByMarksAndByZeros) {
  struct Case {
    std::string bytes;
    std::optional<WideEncoding> encoding;
  };
  Case const cases[] = {
      {"\xFF\xFEn\0a\0"s, WideEncoding::Utf16Little},
      {"\xFE\xFF\0n\0a"s, WideEncoding::Utf16Big},
      {"\xFF\xFE\0\0n\0\0\0"s, WideEncoding::Utf32Little},
      {"\0\0\xFE\xFF\0\0\0n"s, WideEncoding::Utf32Big},
      {"n\0a\0m\0e\0"s, WideEncoding::Utf16Little},
      {"\0n\0a\0m\0e"s, WideEncoding::Utf16Big},
      {"n\0\0\0a\0\0\0"s, WideEncoding::Utf32Little},
      {"\0\0\0n\0\0\0a"s, WideEncoding::Utf32Big},
      {"n\0\0\0:\0\0\0 \0\0\0\0\xF6\x01\0"s, WideEncoding::Utf32Little},  // with an emoji
      {"name: Bob"s, std::nullopt},
      {"na\0me: Bob\0"s, std::nullopt},
      {"\0\0\0\0"s, std::nullopt},
      {"", std::nullopt},
      {"n\0"s, std::nullopt},
  };
  for (auto const& c : cases) EXPECT_EQ(find_wide_encoding(c.bytes), c.encoding) << ::testing::PrintToString(c.bytes);
}

TEST(ReadWindows1252, ReadsWhatMakesSense) {
  struct Case {
    std::string bytes, text;
    std::size_t count;
  };
  Case const cases[] = {
      {"Andr\xE9", "André", 1},
      {"\x93"
       "caf\xE9\x94 \x96 \x80 5",
       "“café” – € 5", 5},
      {"cr\xE9\xE9"
       "e",
       "créée", 2},
      {"André Müller, ca\xF1"
       "a",
       "André Müller, caña", 1},            // more of it is UTF-8
      {"\xC9\x96 \xE9 \xE8", "É– é è", 2},  // two bytes that happen to be UTF-8
  };
  for (auto const& c : cases) {
    auto const read = read_windows_1252(c.bytes);
    ASSERT_TRUE(read) << c.text;
    EXPECT_EQ(read->text, c.text);
    EXPECT_EQ(read->count, c.count) << c.text;
  }
}

TEST(ReadWindows1252, RefusesTheRest) {
  for (std::string const& bytes : {
           "plain"s,
           "é, ü – “x”"s,  // UTF-8
           "a\x81"
           "b"s,                                          // no character of Windows-1252
           "\xC8\xE2\xE0\xED \xCF\xE5\xF2\xF0\xEE\xE2"s,  // Cyrillic
           "\xBC\xC6\xCB\xE3\xBB\xFA\xBF\xC6\xD1\xA7"s,   // Chinese
           ""s,
       })
    EXPECT_FALSE(read_windows_1252(bytes)) << ::testing::PrintToString(bytes);
}

TEST(ReadWindows1252, TellsWhereTheFirstRunIs) {
  auto const read = read_windows_1252("ab \x93\x93 c \xE9");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->first_begin, 3U);
  EXPECT_EQ(read->first_end, 5U);
}

}  // namespace
}  // namespace resumec::source

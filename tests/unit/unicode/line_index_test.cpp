#include "unicode/line_index.hpp"

#include <gtest/gtest.h>

#include <string>

namespace resumec::unicode {
namespace {

TEST(LineIndex, FindsLinesAndColumns) {
  struct Case {
    std::string_view text;
    std::uint32_t offset, line, column;
  };
  Case const cases[] = {
      {"", 0, 1, 1},
      {"abc", 0, 1, 1},
      {"abc", 3, 1, 4},
      {"abc", 99, 1, 4},
      {"a\nb", 1, 1, 2},
      {"a\nb", 2, 2, 1},
      {"a\n", 2, 2, 1},
      {"a\r\nb", 3, 2, 1},
      {"a\r\nb", 1, 1, 2},
      {"a\r\nb", 2, 1, 3},
      {"a\rb", 2, 2, 1},
      {"\n\n\n", 2, 3, 1},
      {"é𝒪x", 2, 1, 2},
      {"é𝒪x", 6, 1, 3},
      {"é𝒪x", 4, 1, 2},
      {"é𝒪x", 7, 1, 4},
      {"x\n日本: y", 10, 2, 5},
      {"\xEF\xBB\xBFname", 3, 1, 1},
      {"\xEF\xBB\xBFname", 5, 1, 3},
      {"\xEF\xBB\xBFname", 1, 1, 1},
      {"\xFF\xFEx", 2, 1, 3},
  };
  for (auto const& c : cases) {
    auto const position = LineIndex{c.text}.position(c.offset);
    EXPECT_EQ(position.line, c.line) << c.text << " at " << c.offset;
    EXPECT_EQ(position.column, c.column) << c.text << " at " << c.offset;
  }
}

TEST(LineIndex, GivesLinesWithoutTheirEnds) {
  LineIndex const index{"\xEF\xBB\xBFone\r\ntwo\rthree\n\nfive"};
  ASSERT_EQ(index.line_count(), 5U);
  EXPECT_EQ(index.line(1), "one");
  EXPECT_EQ(index.line(2), "two");
  EXPECT_EQ(index.line(3), "three");
  EXPECT_EQ(index.line(4), "");
  EXPECT_EQ(index.line(5), "five");
  EXPECT_EQ(index.line(0), "");
  EXPECT_EQ(index.line(6), "");
  EXPECT_EQ(index.line_start(1), 3U);
  EXPECT_EQ(index.line_start(2), 8U);
  EXPECT_EQ(index.line_start(6), 23U);
}

TEST(LineIndex, CountsColumnsOfLongLines) {
  std::string text = "first\r\n";
  for (int i = 0; i < 3000; ++i) text += "aé日";
  text += "\nlast";
  LineIndex const index{text};
  std::uint32_t column = 1;
  for (std::uint32_t at = 7; column <= 9000; column += 3, at += 6) {
    EXPECT_EQ(index.position(at).column, column);
    EXPECT_EQ(index.position(at + 1).column, column + 1);
    EXPECT_EQ(index.position(at + 2).column, column + 1);
    EXPECT_EQ(index.position(at + 5).column, column + 2);
  }
  EXPECT_EQ(index.line(2).size(), 18000U);
  EXPECT_EQ(index.position(static_cast<std::uint32_t>(text.size())).column, 5U);
}

TEST(LineIndex, EveryOffsetLiesInItsLine) {
  std::string const text = "é\r\n\rx\n\n日本\ttext\r";
  LineIndex const index{text};
  for (std::uint32_t offset = 0; offset < text.size(); ++offset) {
    auto const line = index.position(offset).line;
    EXPECT_LE(index.line_start(line), offset);
    EXPECT_LT(offset, index.line_start(line + 1)) << offset;
  }
}

}  // namespace
}  // namespace resumec::unicode

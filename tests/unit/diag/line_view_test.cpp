#include "diag/line_view.hpp"

#include <gtest/gtest.h>

namespace resumec::diag {
namespace {

TEST(LineView, ShowsShortLinesWhole) {
  struct Case {
    std::string_view line;
    std::uint32_t byte;
    std::string_view shown;
    unsigned column;
  };
  Case const cases[] = {
      {"", 0, "", 0},
      {"name: Bob", 6, "name: Bob", 6},
      {"name: Bob", 99, "name: Bob", 9},
      {"\tname", 1, "    name", 4},
      {"ab\tname", 3, "ab  name", 4},
      {"é: 1", 4, "é: 1", 3},
      {"日本: 1", 8, "日本: 1", 6},
      {"e\u0301x", 3, "e\u0301x", 1},
      {"a\x1B[2Jb", 5, "a<U+001B>[2Jb", 12},
      {"a\u202Eb", 4, "a<U+202E>b", 9},
      {"a\xFF"
       "b",
       2, "a\uFFFDb", 2},
  };
  for (auto const& c : cases) {
    LineView const view{c.line, 0, 0, "…"};
    EXPECT_EQ(view.text(), c.shown);
    EXPECT_EQ(view.column(c.byte), c.column) << c.line << " at " << c.byte;
  }
}

TEST(LineView, CutsLongLinesAroundTheFocus) {
  std::string line;
  for (int i = 0; i < 200; ++i) line += std::to_string(10'000 + i) + ' ';
  // Words of five digits, so that the byte tells what must be seen.
  for (std::uint32_t word = 0; word < 200; ++word) {
    auto const begin = word * 6;
    LineView const view{line, begin, begin + 5, "…"};
    EXPECT_LE(shown_width(view.text()), LineView::most_columns + 2);
    EXPECT_EQ(shown_width(view.text().substr(0, view.text().find(line.substr(begin, 5)))), view.column(begin)) << view.text();
    EXPECT_EQ(view.column(begin + 5) - view.column(begin), 5U);
    EXPECT_EQ(view.text().starts_with("…"), view.column(0) == 1) << word;
  }
  LineView const start{line, 0, 5, "..."}, end{line, 1194, 1199, "..."};
  EXPECT_TRUE(start.text().starts_with("10000 10001 ") && start.text().ends_with("..."));
  EXPECT_TRUE(end.text().starts_with("...") && end.text().ends_with(" 10199 "));
}

TEST(LineView, LooksOnlyAtWhatItShows) {
  std::string line(10'000'000, 'x');
  line.replace(5'000'000, 3, "日");
  LineView const view{line, 5'000'000, 5'000'003, "…"};
  EXPECT_NE(view.text().find("x日x"), std::string::npos);
  EXPECT_EQ(view.column(5'000'003) - view.column(5'000'000), 2U);
  EXPECT_LE(view.text().size(), 2 * LineView::most_columns);
}

TEST(LineView, AFocusWiderThanTheViewShowsItsBeginning) {
  std::string const line(1000, 'x');
  LineView const view{line, 300, 900, "…"};
  EXPECT_EQ(view.column(300), 1U);
  EXPECT_EQ(view.column(900), 101U);
}

}  // namespace
}  // namespace resumec::diag

#include "base/suggest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace resumec::base {
namespace {

TEST(EditDistance, CountsEdits) {
  struct Case {
    std::string_view a, b;
    std::size_t distance;
  };
  Case const cases[] = {
      {"", "", 0},           {"", "abc", 3},           {"email", "email", 0}, {"emial", "email", 1},    {"e-mail", "email", 1},
      {"EMAIL", "email", 0}, {"kitten", "sitting", 3}, {"ca", "abc", 3},      {"summary", "sumary", 1}, {"ab", "ba", 1},
  };
  for (auto const& c : cases) {
    EXPECT_EQ(edit_distance(c.a, c.b, 9), c.distance) << c.a << ' ' << c.b;
    EXPECT_EQ(edit_distance(c.b, c.a, 9), c.distance) << c.b << ' ' << c.a;
  }
}

TEST(EditDistance, StopsAboveTheLimit) {
  EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3U);
  EXPECT_EQ(edit_distance("a", std::string(1000, 'b'), 2), 3U);
}

/// The definition, without rows, limits or an early end.
std::size_t slow_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

TEST(EditDistance, AgreesWithItsDefinition) {
  std::mt19937 random{17};
  auto const word = [&] {
    std::string result(random() % 7, 'a');
    for (char& c : result) c = static_cast<char>('a' + random() % 3);
    return result;
  };
  for (int i = 0; i < 5000; ++i) {
    auto const a = word(), b = word();
    for (std::size_t limit = 0; limit <= 6; ++limit) {
      EXPECT_EQ(edit_distance(a, b, limit), std::min(slow_distance(a, b), limit + 1)) << a << ' ' << b << ' ' << limit;
    }
  }
}

TEST(Nearest, SaysOnlyWhatMayBeMeant) {
  std::string_view const known[] = {"name", "email", "phone", "summary", "sections", "settings"};
  struct Case {
    std::string_view word, found;
  };
  Case const cases[] = {
      {"emial", "email"},      {"Email", "email"}, {"nme", "name"}, {"nm", ""},
      {"sumary", "summary"},   {"smmry", ""},      {"fone", ""},    {"section", "sections"},
      {"setings", "settings"}, {"zebra", ""},      {"", ""},        {"e", ""},
  };
  for (auto const& c : cases) EXPECT_EQ(nearest(c.word, known).value_or(""), c.found) << c.word;
}

TEST(MeantChoice, IsTheNearestOrTheStyleThatAPatternOfDatesAsksFor) {
  constexpr std::string_view known[] = {"short", "long", "numeric"};
  EXPECT_EQ(meant_choice("shrot", known), "short");
  EXPECT_EQ(meant_choice("MM/YYYY", known), "numeric");
  EXPECT_EQ(meant_choice("yyyy-mm", known), "numeric");
  EXPECT_EQ(meant_choice("MMM YYYY", known), "short");
  EXPECT_EQ(meant_choice("MMMM yyyy", known), "long");
  EXPECT_EQ(meant_choice("%B %Y", known), "long");
  EXPECT_EQ(meant_choice("fancy", known), std::nullopt);
  constexpr std::string_view others[] = {"left", "justify"};
  EXPECT_EQ(meant_choice("MM/YYYY", others), std::nullopt);
}

TEST(MeantName, MayBeAWordOfOne) {
  constexpr std::string_view known[] = {"font-size", "page-numbers", "section-titles", "font"};
  EXPECT_EQ(meant_name("size", known), "font-size");
  EXPECT_EQ(meant_name("Numbers", known), "page-numbers");
  EXPECT_EQ(meant_name("fond", known), "font");
  EXPECT_EQ(meant_name("titl", known), std::nullopt);
  constexpr std::string_view two[] = {"page-numbers", "page-size"};
  EXPECT_EQ(meant_name("page", two), std::nullopt);
  EXPECT_EQ(meant_name("", two), std::nullopt);
}

TEST(Nearest, KeepsTheOrderOfTiesAndPrefersTheNearer) {
  std::string_view const known[] = {"dates", "dated", "date"};
  EXPECT_EQ(nearest("datex", known), "dates");
  EXPECT_EQ(nearest("date", known), "date");
}

}  // namespace
}  // namespace resumec::base

// UAX #14's own tests, with nothing suppressed: LineBreakTest.txt of Debian's package unicode-data.
#include "unicode/unicode.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace resumec::unicode {
namespace {

/// Where ICU 72's rules (line.txt) depart from UAX #14 of Unicode 15.0 on purpose.
std::set<std::string> const departures = {
    // "LB 20.09 Don't break between a Hyphen and a letter when there is a break preceding the hyphen": `-x`, as an option of a program.
    "× 002D ÷ 0023 ÷",
    "× 002D × 0308 ÷ 0023 ÷",
    "× 002D ÷ 00A7 ÷",
    "× 002D × 0308 ÷ 00A7 ÷",
    "× 002D ÷ 50005 ÷",
    "× 002D × 0308 ÷ 50005 ÷",
    "× 002D ÷ 0E01 ÷",
    "× 002D × 0308 ÷ 0E01 ÷",
    // "LB 25 Numbers", which takes a sign of class IS before a digit as the number's: `.35`, `,0`.
    "× 002C ÷ 0030 ÷",
    "× 002C × 0308 ÷ 0030 ÷",
    "× 0061 × 002E ÷ 0032 × 0020 ÷",
    "× 0061 × 002E ÷ 0032 × 0020 ÷ 0915 ÷",
    "× 0061 × 002E ÷ 0032 × 0020 ÷ 672C ÷",
    "× 0061 × 002E ÷ 0032 × 3000 ÷ 672C ÷",
    "× 0061 × 002E ÷ 0032 × 3000 ÷ 307E ÷",
    "× 0061 × 002E ÷ 0032 × 3000 ÷ 0033 ÷",
    "× 0041 × 002E ÷ 0031 × 0020 ÷ BABB ÷",
    "× BD24 ÷ C5B4 × 002E × 0020 ÷ 0041 × 002E ÷ 0032 × 0020 ÷ BCFC ÷",
    "× BD10 ÷ C694 × 002E × 0020 ÷ 0041 × 002E ÷ 0033 × 0020 ÷ BABB ÷",
    "× C694 × 002E × 0020 ÷ 0041 × 002E ÷ 0034 × 0020 ÷ BABB ÷",
    "× 0061 × 002E ÷ 0032 × 3000 ÷ 300C ÷",
    // The same, and a break before that number: "equals .35".
    "× 0065 × 0071 × 0075 × 0061 × 006C × 0073 × 0020 × 002E ÷ 0033 × 0035 × 0020 ÷ 0063 × 0065 × 006E × 0074 × 0073 ÷",
};

struct Case {
  std::string text;
  std::vector<std::uint32_t> breaks;
};

Case read(std::string const& line) {
  Case result;
  std::istringstream words{line};
  for (std::string word; words >> word;) {
    if (word == "÷")
      result.breaks.push_back(static_cast<std::uint32_t>(result.text.size()));
    else if (word != "×")
      append(result.text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
  }
  result.breaks.pop_back();  // the end of the text
  return result;
}

TEST(Uax14, TheConsortiumsTestsPass) {
  std::ifstream file{RESUMEC_LINE_BREAK_TEST};
  ASSERT_TRUE(file.is_open()) << RESUMEC_LINE_BREAK_TEST << " is missing: package unicode-data, see scripts/setup.sh";
  std::size_t tests = 0;
  std::set<std::string> departed;
  LineBreaker breaker;
  for (std::string line; std::getline(file, line);) {
    line.erase(std::min(line.find('#'), line.size()));
    line.erase(line.find_last_not_of(" \t") + 1);
    if (line.empty()) continue;
    ++tests;
    Case const expected = read(line);
    std::vector<std::uint32_t> found;
    for (BreakOpportunity const& place : breaker.breaks(expected.text, "en")) found.push_back(place.offset);
    if (found == expected.breaks) continue;
    EXPECT_TRUE(departures.contains(line)) << line;
    departed.insert(line);
  }
  EXPECT_EQ(tests, 7654U);
  EXPECT_EQ(departed, departures) << "a departure of the list is none";
}

}  // namespace
}  // namespace resumec::unicode

// The table of break_places.txt beside this file: a new case is a new line there.
#include "layout/inline/suppress.hpp"
#include "support/places.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

namespace resumec::layout {
namespace {

/// The text with the places where a line may end: `|` freely, `{N}` at a penalty of N, `~` only if it must, `!` where it has to.
std::string marked(std::string_view text, std::string_view lang) {
  std::string result;
  std::uint32_t from = 0;
  for (BreakPlace const& place : break_places(text, lang)) {
    result += text.substr(from, place.offset - from);
    if (place.willingness == Willingness::Reluctant)
      result += '~';
    else if (place.willingness == Willingness::Mandatory)
      result += '!';
    else
      result += place.penalty == 0 ? "|" : '{' + std::to_string(place.penalty) + '}';
    from = place.offset;
  }
  return result += text.substr(from);
}

/// A line of the table: its marks without the text and the text without its marks. A backslash before a mark means the sign itself, and
/// stands for what cannot be seen: `\\_` a no-break space, `\\n` a hard break, `\\z` a zero-width space.
std::pair<std::string, std::string> read(std::string const& line) {
  std::string text, expected;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      char const sign = line[++i];
      std::string const meant = sign == '_' ? "\u00A0" : sign == 'n' ? "\n" : sign == 'z' ? "\u200B" : std::string{sign};
      text += meant;
      expected += meant;
      continue;
    }
    expected += line[i];
    if (line[i] == '{')
      while (line[i] != '}' && i + 1 < line.size()) expected += line[++i];
    else if (line[i] != '|' && line[i] != '~' && line[i] != '!')
      text += line[i];
  }
  return {text, expected};
}

TEST(BreakPlaces, AreThoseOfTheTable) {
  std::ifstream file{places::source("tests/unit/layout/break_places.txt")};
  ASSERT_TRUE(file.is_open());
  std::string lang = "en";
  int cases = 0, number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.starts_with("## ")) continue;
    if (line.starts_with("lang: ")) {
      lang = line.substr(6);
      continue;
    }
    ++cases;
    auto const [text, expected] = read(line);
    EXPECT_EQ(marked(text, lang), expected) << "line " << number;
  }
  EXPECT_GE(cases, 150);
}

TEST(BreakPlaces, NeverLieOutsideOrOutOfOrder) {
  for (std::string_view const text :
       {"",     " ",    "\n",   "\n\n",     "  a  ", "a-",  "-a",        "/",     "//",    "a/b/c",
        "@",    "a@b.", "+",    "++",       "#",     "[1]", "–",         "—",     "– –",   "\xF0\x9F\x98\x80 \xF0\x9F\x98\x80",
        "www.", "://",  "a://", "10.1000/", "/.-_",  "« »", "\xFF \xFF", "a.b/ ", "R & D", "& &"}) {
    std::uint32_t last = 0;
    for (BreakPlace const& place : break_places(text, "en")) {
      EXPECT_GT(place.offset, last) << text;
      EXPECT_LT(place.offset, text.size()) << text;
      last = place.offset;
    }
  }
}

}  // namespace
}  // namespace resumec::layout

#include "layout/inline/suppress.hpp"

#include <gtest/gtest.h>

#include <string>

namespace resumec::layout {
namespace {

/// The text with `|` where a line may end, `~` where it does so only if it must, `!` where it has to.
std::string marked(std::string_view text, std::string_view lang = "en") {
  std::string result;
  std::uint32_t from = 0;
  for (BreakPlace const& place : break_places(text, lang)) {
    result += text.substr(from, place.offset - from);
    result += place.willingness == Willingness::Normal ? '|' : place.willingness == Willingness::Reluctant ? '~' : '!';
    from = place.offset;
  }
  return result += text.substr(from);
}

struct Case {
  char const* expected;
};

class BreakPlaces : public ::testing::TestWithParam<Case> {};

TEST_P(BreakPlaces, AreTheRightOnes) {
  std::string expected = GetParam().expected;
  std::string text;
  for (char const c : expected) {
    if (c != '|' && c != '~' && c != '!') text += c;
  }
  EXPECT_EQ(marked(text), expected);
}

INSTANTIATE_TEST_SUITE_P(Prose, BreakPlaces,
                         ::testing::Values(Case{"plain"}, Case{"two |words"}, Case{"well-|known |facts"}, Case{"state-|of-~the-|art"},
                                           Case{"input/|output"}, Case{"one\n!two"}));

INSTANTIATE_TEST_SUITE_P(Technical, BreakPlaces,
                         ::testing::Values(Case{"C+~+/~CUDA |and |C+~+"}, Case{"in |C# |and |F#"}, Case{"CI/~CD"}, Case{"TCP/~IP"},
                                           Case{"and/~or"}, Case{"T-~SQL"}, Case{"e-~mail"}, Case{"k-~NN"}, Case{"GPT-4 |on |x86-64"}));

INSTANTIATE_TEST_SUITE_P(DatesAndNumbers, BreakPlaces,
                         ::testing::Values(Case{"2019 ~– ~Present"}, Case{"in |Sep ~2021 ~– ~Aug ~2023 |there"}, Case{"2019–~2023"},
                                           Case{"call |+1 ~(555) ~123-4567 |now"}, Case{"of |70 ~B |rows"}, Case{"a |2.6 ~x |gain"},
                                           Case{"seen ~[1], ~[2] |there"}, Case{"No. ~5 |of"}, Case{"A. ~Marrow |and |B. ~Reed"},
                                           Case{"a |Ph.D. ~student"}));

INSTANTIATE_TEST_SUITE_P(Dashes, BreakPlaces, ::testing::Values(Case{"one ~— |two"}, Case{"one~—|two"}, Case{"one ~– |two"}));

INSTANTIATE_TEST_SUITE_P(Addresses, BreakPlaces,
                         ::testing::Values(Case{"see |https://github~.com~/ann~-marrow~/repo"}, Case{"github~.com~/ann |there"},
                                           Case{"mail |ann~@example~.org |now"}));

TEST(BreakPlacesOfAnything, NeverLieOutsideOrOutOfOrder) {
  for (std::string_view const text : {"",     " ",    "\n",  "\n\n", "  a  ", "a-",  "-a", "/", "//",  "a/b/c",
                                      "@",    "a@b.", "+",   "++",   "#",     "[1]", "–",  "—", "– –", "\xF0\x9F\x98\x80 \xF0\x9F\x98\x80",
                                      "www.", "://",  "a://"}) {
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

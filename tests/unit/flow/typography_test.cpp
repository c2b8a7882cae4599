#include "flow/typography.hpp"

#include <gtest/gtest.h>

namespace resumec::flow {
namespace {

struct Case {
  std::string_view written, printed;
};
class Typography : public testing::TestWithParam<Case> {};

TEST_P(Typography, of_english) {
  Typographer typographer{locale::find("en"), Wording::Typographic};
  EXPECT_EQ(typographer.apply(GetParam().written), GetParam().printed);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Typography,
    testing::Values(Case{"a \"quoted\" word", "a “quoted” word"}, Case{"\"All\"", "“All”"}, Case{"(\"in\")", "(“in”)"},
                    Case{"don't", "don’t"}, Case{"the 'inner' word", "the ‘inner’ word"}, Case{"\"it's 'so' good\"", "“it’s ‘so’ good”"},
                    Case{"'90s", "’90s"}, Case{"rock 'n' roll", "rock ’n’ roll"}, Case{"students' work", "students’ work"},
                    Case{"5'10\"", "5′10″"}, Case{"a 27\" screen", "a 27″ screen"}, Case{"\"Number 9\"", "“Number 9”"}, Case{"1--2", "1–2"},
                    Case{"so -- then", "so – then"}, Case{"so---then", "so—then"}, Case{"a --flag b", "a --flag b"},
                    Case{"and so on...", "and so on…"}, Case{"a....b", "a....b"}, Case{"-----", "-----"}, Case{"well-known", "well-known"},
                    Case{"“curly” already", "“curly” already"}, Case{"“She said \"hi\"”", "“She said “hi””"}, Case{"Zürich's", "Zürich’s"},
                    Case{"", ""}, Case{"\"", "“"}, Case{"end\"", "end”"}, Case{"C++ and R&D", "C++ and R&D"}));

TEST(Typographer, carries_quotations_from_piece_to_piece) {
  Typographer typographer{locale::find("en"), Wording::Typographic};
  EXPECT_EQ(typographer.apply("say \""), "say “");
  EXPECT_EQ(typographer.apply("bold"), "bold");
  EXPECT_EQ(typographer.apply("\" now"), "” now");
  typographer.pass("code");
  EXPECT_EQ(typographer.apply("'s"), "’s");
}

TEST(Typographer, uses_the_marks_of_the_language) {
  for (auto const& locale : locale::all()) {
    Typographer typographer{locale, Wording::Typographic};
    EXPECT_EQ(typographer.apply("\"x\""), std::string{locale.quote_open} + "x" + std::string{locale.quote_close});
  }
}

TEST(Typographer, can_be_switched_off) {
  Typographer typographer{locale::find("en"), Wording::AsWritten};
  EXPECT_EQ(typographer.apply("\"a\" -- b..."), "\"a\" -- b...");
}

TEST(Typographer, knows_what_is_quoted_already) {
  for (auto const* const quoted : {"\"a\"", "“a”", "„a“", "«a»", "‘a’"}) EXPECT_TRUE(is_quoted(quoted)) << quoted;
  for (auto const* const plain : {"", "a \"b\"", "é"}) EXPECT_FALSE(is_quoted(plain)) << plain;
}

}  // namespace
}  // namespace resumec::flow

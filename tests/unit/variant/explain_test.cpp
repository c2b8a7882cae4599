#include "variant/explain.hpp"
#include "unit/variant/shown.hpp"

#include <gtest/gtest.h>

namespace resumec::variant {
namespace {

constexpr std::string_view source =
    "name: A B\nsections:\n  jobs: [{id: inn, role: Cook, points: [\"Bread {.food}\", \"Ledger {.money}\"]}]\n"
    "variants:\n  food: {keep: {tags: [food]}}\n"
    "  both: {keep: {tags: [food, money]}, overlay: {sections: {jobs: {inn: {role: Chef}}, jobs+: [{role: Guard}]}}}\n";

Selection selected(std::string const& variant) { return select_text(std::string{source}, variant).selection; }

TEST(Explain, SaysOfEveryItemWhetherItIsInAndWhy) {
  EXPECT_EQ(explain(selected("food")),
            "in   section `jobs`\n"
            "in     position `Cook`\n"
            "in       point `Bread`: tag `food`\n"
            "out      point `Ledger`: `money` is not in `keep.tags`\n"
            "in: 3 of 4 items\n");
}

TEST(Explain, LongWordsAreCutBetweenCharacters) {
  Selection selection;
  Decision decision;
  decision.what = "point `" + std::string(52, 'x') + "ééé`";
  selection.decisions.push_back(decision);
  EXPECT_EQ(explain(selection), "in   point `" + std::string(52, 'x') + "é…`\nin: 1 of 1 items\n");
}

TEST(Diff, ShowsWhatOneHasAndTheOtherHasNotAndWhatIsWordedAnotherWay) {
  EXPECT_EQ(diff(selected("food"), "food", selected("both"), "both"),
            "items\n"
            "food: 3 of 4 items\n"
            "both: 5 of 5 items\n"
            "= section `jobs`\n"
            "=   position `Cook`\n"
            "      food: in as position `Cook`\n"
            "      both: in as position `Chef`\n"
            "=     point `Bread`: tag `food`\n"
            "+     point `Ledger`\n"
            "        food: out: `money` is not in `keep.tags`\n"
            "        both: in: tag `money`\n"
            "+   position `Guard`\n"
            "      food: not in its source\n"
            "      both: in\n");
}

TEST(Diff, OfAVariantWithItselfHasNoDifference) {
  std::string const text = diff(selected("food"), "a", selected("food"), "b");
  EXPECT_EQ(text.find("\n+"), std::string::npos);
  EXPECT_EQ(text.find("\n-"), std::string::npos);
  EXPECT_EQ(text.find("b:"), std::string::npos);
}

}  // namespace
}  // namespace resumec::variant

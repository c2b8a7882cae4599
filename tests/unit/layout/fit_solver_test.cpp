// The solver against every selection there is, in tens of thousands of small problems, and what must hold when a problem changes a little.
#include "layout/fit/solver.hpp"

#include "support/fit_brute.hpp"
#include "support/fit_draw.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace resumec::layout::fit {
namespace {

using resumec::testing::BruteForce;
using resumec::testing::Draw;
using resumec::testing::Ends;
using resumec::testing::Record;
using resumec::testing::simulate;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr std::uint32_t problems = 24'000;

TEST(FitSolver, FindsWhatExhaustiveSearchFinds) {
  int feasible = 0;
  int partial = 0;
  for (std::uint32_t seed = 0; seed < problems; ++seed) {
    Problem const problem = Draw{seed}.problem();
    BruteForce const brute{problem, {problem.pages}};
    Solution const solution = solve(problem);
    ASSERT_EQ(solution.feasible, brute.best().feasible) << "seed " << seed;
    if (!solution.feasible) continue;
    ASSERT_EQ(solution.value, brute.best().value) << "seed " << seed;
    ASSERT_EQ(solution.shown, brute.best().shown) << "seed " << seed;
    ASSERT_EQ(solution.end, brute.best().end) << "seed " << seed;
    ++feasible;
    std::size_t all = 0;
    for (Section const& section : problem.sections) all += section.entries.size();
    if (solution.shown.size() < all) ++partial;
  }
  // The problems are of the kinds they are meant to be.
  EXPECT_GT(feasible, 15'000);
  EXPECT_LT(feasible, 22'000);
  EXPECT_GT(partial, 8'000);
}

TEST(FitSolver, StartsPagesWhereItMust) {
  Draw extra{99};
  std::size_t changed = 0;
  for (std::uint32_t seed = 6; seed < problems; seed += 6) {
    Problem problem = Draw{seed}.problem();
    problem.pages.count = 2;
    Value const before = solve(problem).value;
    for (Section& section : problem.sections) {
      if (extra.one_in(4)) section.gap = next_page;
      for (Entry& entry : section.entries) {
        if (extra.one_in(4)) entry.gap = next_page;
        for (Item& item : entry.items)
          if (extra.one_in(8)) item.gap = next_page;
      }
    }
    BruteForce const brute{problem, {problem.pages}};
    Solution const solution = solve(problem);
    ASSERT_EQ(solution.feasible, brute.best().feasible) << "seed " << seed;
    ASSERT_EQ(solution.least_end, (BruteForce{problem, {problem.pages, Ends::Never}}.best().least_end)) << "seed " << seed;
    if (!solution.feasible) continue;
    ASSERT_EQ(solution.value, brute.best().value) << "seed " << seed;
    ASSERT_EQ(solution.shown, brute.best().shown) << "seed " << seed;
    ASSERT_EQ(solution.end, brute.best().end) << "seed " << seed;
    changed += solution.value != before ? 1 : 0;
  }
  EXPECT_GT(changed, 300U);
}

TEST(FitSolver, KnowsWhereTheLeastEnds) {
  for (std::uint32_t seed = 0; seed < problems; seed += 4) {
    Problem const problem = Draw{seed}.problem();
    ASSERT_EQ(solve(problem).least_end, (BruteForce{problem, {problem.pages, Ends::Never}}.best().least_end)) << "seed " << seed;
  }
}

TEST(FitSolver, KnowsWhatMoreRoomWouldBuy) {
  Units const beyond = 4;
  std::size_t points = 0;
  for (std::uint32_t seed = 1; seed < problems; seed += 6) {
    Problem const problem = Draw{seed}.problem();
    Solution const solution = solve(problem, beyond);
    Position const capacity = problem.pages.first + static_cast<Position>(problem.pages.count - 1) * problem.pages.later;
    std::vector<std::pair<Position, Value>> expected;
    std::optional<Value> best;
    if (solution.feasible) best = solution.value;
    for (Units longer = 1; longer <= beyond; ++longer) {
      auto const brute = BruteForce{problem, {problem.pages, Ends::AfterLast, longer}}.best();
      if (!brute.feasible || (best && brute.value <= *best)) continue;
      best = brute.value;
      expected.emplace_back(capacity + longer, brute.value);
    }
    std::vector<std::pair<Position, Value>> more;
    for (FrontPoint const& point : solution.more) more.emplace_back(point.end, point.value);
    ASSERT_EQ(more, expected) << "seed " << seed;
    points += more.size();
  }
  EXPECT_GT(points, 1'000U);
}

TEST(FitSolver, PricesWhatItLeavesOut) {
  std::size_t priced = 0;
  std::size_t impossible = 0;
  for (std::uint32_t seed = 2; seed < problems; seed += 3) {
    Problem const problem = Draw{seed}.problem();
    Solution const solution = solve(problem);
    BruteForce const brute{problem, {problem.pages}, Record::EachPlace};
    auto const& with = brute.best().with;
    for (Regret const& regret : regrets(problem, solution)) {
      auto const found = with.find({regret.place.section, regret.place.entry, regret.place.item ? *regret.place.item + std::size_t{1} : 0});
      ASSERT_EQ(regret.price.has_value(), found != with.end()) << "seed " << seed;
      ++(regret.price ? priced : impossible);
      if (!regret.price) continue;
      ASSERT_EQ(*regret.price, solution.value - found->second) << "seed " << seed;
    }
  }
  EXPECT_GT(priced, 3'000U);
  EXPECT_GT(impossible, 1'000U);
}

TEST(FitSolver, ShowsWhatItIsForcedTo) {
  std::size_t displacing = 0;
  for (std::uint32_t seed = 3; seed < problems; seed += 24) {
    Problem const problem = Draw{seed}.problem();
    Solution const solution = solve(problem);
    for (Regret const& regret : regrets(problem, solution)) {
      Forced const forced = force(problem, solution, regret.place);
      ASSERT_EQ(forced.solution.feasible, regret.price.has_value()) << "seed " << seed;
      if (!regret.price) continue;
      ASSERT_EQ(forced.solution.value, solution.value - *regret.price) << "seed " << seed;
      for (Regret const& still : regrets(problem, forced.solution)) ASSERT_NE(still.place, regret.place) << "seed " << seed;
      displacing += forced.displaced.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(displacing, 400U);
}

TEST(FitSolver, WinsNoLessOnMoreOrTallerPages) {
  for (std::uint32_t seed = 4; seed < problems; seed += 6) {
    Problem problem = Draw{seed}.problem();
    Solution const solution = solve(problem);
    auto const expect_no_less = [&](auto const& change) {
      Problem wider = problem;
      change(wider.pages);
      Solution const other = solve(wider);
      ASSERT_GE(other.feasible, solution.feasible) << "seed " << seed;
      ASSERT_GE(other.value, solution.value) << "seed " << seed;
    };
    expect_no_less([](Pages& pages) { ++pages.count; });
    expect_no_less([](Pages& pages) { ++pages.first; });
    expect_no_less([](Pages& pages) { ++pages.later; });
    expect_no_less([](Pages& pages) { pages.first += 3, pages.later += 3; });
    expect_no_less([](Pages& pages) { pages.start = pages.start / 2; });
  }
}

bool shows(Solution const& solution, Place const& place) {
  for (Shown const& shown : solution.shown) {
    if (shown.section != place.section || shown.entry != place.entry) continue;
    return !place.item || std::ranges::any_of(shown.items, [&](auto const& item) { return item.first == *place.item; });
  }
  return false;
}

TEST(FitSolver, KeepsWhatBecomesMoreImportant) {
  Draw extra{77};
  for (std::uint32_t seed = 5; seed < problems; seed += 6) {
    Problem problem = Draw{seed}.problem();
    Solution const solution = solve(problem);
    for (Shown const& shown : solution.shown) {
      Problem changed = problem;
      Entry& entry = changed.sections[shown.section].entries[shown.entry];
      Place place{shown.section, shown.entry, std::nullopt};
      if (shown.items.empty()) {
        entry.value += extra.between(1, 2000);
      } else {
        place.item = shown.items.back().first;
        int const more = extra.between(1, 2000);
        for (Option& option : entry.items[*place.item].options) option.value += more;
      }
      ASSERT_TRUE(shows(solve(changed), place)) << "seed " << seed;
    }
  }
}

/// An entry of a section without titles, so that heights are easy to add up.
Problem one_entry(std::vector<Item> items, Units page, std::uint32_t pages = 1) {
  Entry entry;
  entry.min_items = 1;
  entry.items = std::move(items);
  Section section;
  section.entries = {entry};
  return {{pages, page, page, 0}, {section}, {}};
}

Item item(Units height, Value value) { return {{{height, 0, value}}, 0, false}; }

std::vector<std::uint32_t> shown_items(Solution const& solution, std::size_t entry = 0) {
  std::vector<std::uint32_t> result;
  if (solution.shown.size() <= entry) return result;
  for (auto const& [index, option] : solution.shown[entry].items) result.push_back(index);
  return result;
}

TEST(FitSolver, OfEqualItemsKeepsThoseThatStandEarlier) {
  EXPECT_THAT(shown_items(solve(one_entry({item(2, 5), item(2, 5), item(2, 5), item(2, 5)}, 5))), ElementsAre(0, 1));
  // Even if a later one would leave more room.
  EXPECT_THAT(shown_items(solve(one_entry({item(4, 5), item(1, 5)}, 4))), ElementsAre(0));
  EXPECT_THAT(shown_items(solve(one_entry({item(1, 5), item(4, 5)}, 4))), ElementsAre(0));
  // And of options the one that is named first.
  Problem options = one_entry({{{{3, 0, 5}, {2, 0, 5}}, 0, false}}, 4);
  EXPECT_THAT(solve(options).shown[0].items, ElementsAre(Pair(0, 0)));
  options.pages.first = 2;
  EXPECT_THAT(solve(options).shown[0].items, ElementsAre(Pair(0, 1)));
}

TEST(FitSolver, OfEqualEntriesKeepsThoseThatStandEarlier) {
  Problem problem = one_entry({item(2, 5), item(2, 5)}, 7);
  for (int i = 0; i < 3; ++i) problem.sections[0].entries.push_back(problem.sections[0].entries[0]);
  Solution const solution = solve(problem);
  ASSERT_EQ(solution.shown.size(), 2U);
  EXPECT_EQ(solution.shown[0].entry, 0U);
  EXPECT_EQ(solution.shown[1].entry, 1U);
  EXPECT_THAT(shown_items(solution, 1), ElementsAre(0));
}

TEST(FitSolver, ShowsWhatIsWorthNothingWhereThereIsRoom) {
  EXPECT_THAT(shown_items(solve(one_entry({item(2, 0), item(2, 5), item(2, 0)}, 4))), ElementsAre(0, 1));
}

TEST(FitSolver, KeepsTitlesWithTheFirstItemShown) {
  Problem problem = one_entry({item(5, 9), item(3, 1)}, 8, 2);
  Section& section = problem.sections[0];
  section.title = 2;
  section.title_gap = 1;
  section.entries[0].header = 1;
  section.entries[0].header_gap = 1;
  section.entries[0].required = true;
  section.gap = 4;
  // Five units of titles and the item of three make a page; the item of five does not go with them.
  EXPECT_THAT(shown_items(solve(problem)), ElementsAre(1));
  // On a started page they do not stand, so they go to the next, without the gap.
  problem.pages.start = 1;
  Solution const solution = solve(problem);
  EXPECT_THAT(shown_items(solution), ElementsAre(1));
  EXPECT_EQ(solution.end, 16);
  problem.pages.count = 1;
  EXPECT_FALSE(solve(problem).feasible);
  EXPECT_EQ(solve(problem).least_end, 16);
}

TEST(FitSolver, LetsAPageEndBehindAHead) {
  Problem problem = one_entry({item(4, 5), {{{2, 4, 5}}, 1, false}}, 7, 2);
  Solution const solution = solve(problem);
  EXPECT_THAT(shown_items(solution), ElementsAre(0, 1));
  EXPECT_EQ(solution.end, 7 + 4);
  // In one piece it would end lower.
  problem.sections[0].entries[0].items[1].options[0] = {6, 0, 5};
  EXPECT_EQ(solve(problem).end, 7 + 6);
}

TEST(FitSolver, SaysThatContradictionsCannotBe) {
  Problem problem = one_entry({item(2, 5), item(2, 5)}, 7);
  Entry& entry = problem.sections[0].entries[0];
  entry.required = true;
  entry.min_items = 3;
  Solution const solution = solve(problem, 100);
  EXPECT_FALSE(solution.feasible);
  EXPECT_EQ(solution.least_end, nowhere);
  EXPECT_THAT(solution.shown, IsEmpty());
  EXPECT_THAT(solution.more, IsEmpty());
  EXPECT_THAT(regrets(problem, solution), IsEmpty());
  entry.min_items = 2;
  entry.max_items = 1;
  EXPECT_FALSE(solve(problem).feasible);
  entry.min_items = 0;
  problem.sections[0].max_entries = 0;
  EXPECT_FALSE(solve(problem).feasible);
}

TEST(FitSolver, SaysHowMuchIsTooMuch) {
  Problem problem = one_entry({item(4, 5), item(5, 5)}, 7);
  problem.sections[0].entries[0].required = true;
  problem.sections[0].entries[0].min_items = 2;
  Solution const solution = solve(problem, 16);
  EXPECT_FALSE(solution.feasible);
  EXPECT_EQ(solution.least_end, 7 + 5);  // it takes another page
  ASSERT_EQ(solution.more.size(), 1U);
  EXPECT_EQ(solution.more[0].end, 9);
}

TEST(FitSolver, FindsTheLongerPageBehindThoseThatAreTooShort) {
  Solution const solution = solve(one_entry({item(7, 5)}, 5, 3), 2);
  EXPECT_THAT(solution.shown, IsEmpty());
  ASSERT_EQ(solution.more.size(), 1U);
  EXPECT_EQ(solution.more[0].end, 17);
}

TEST(FitSolver, LivesWithNumbersThatMeanNothing) {
  Units const most = std::numeric_limits<Units>::max();
  Problem problem = one_entry({item(-5, 5), item(2, 5), item(most, 5), {{{most, most, 1}}, most, false}, {{}, -3, false}}, 7);
  problem.pages.count = std::numeric_limits<std::uint32_t>::max();
  problem.sections[0].gap = -7;
  Solution solution = solve(problem, 3);
  EXPECT_THAT(shown_items(solution), ElementsAre(0, 1));
  EXPECT_EQ(solution.end, 2);
  problem.pages = {0, -1, -1, most};
  EXPECT_THAT(shown_items(solve(problem)), ElementsAre(0));
  EXPECT_TRUE(solve({}).feasible);
}

}  // namespace
}  // namespace resumec::layout::fit

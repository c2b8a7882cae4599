// Items that are shown only where others are, against every selection there is.
#include "layout/fit/joint.hpp"

#include "support/fit_brute.hpp"
#include "support/fit_draw.hpp"

#include <gtest/gtest.h>

namespace resumec::layout::fit {
namespace {

using resumec::testing::BruteForce;
using resumec::testing::Draw;

/// A section, an entry, an item or an option of an item; nothing if the section drawn has nothing in it.
std::optional<Spot> draw_spot(Draw& draw, std::vector<Problem> const& problems) {
  auto const index = [&](std::size_t size) { return static_cast<std::uint32_t>(draw.between(0, static_cast<int>(size) - 1)); };
  Spot spot;
  spot.problem = index(problems.size());
  spot.section = index(problems[spot.problem].sections.size());
  Section const& section = problems[spot.problem].sections[spot.section];
  if (section.entries.empty()) return std::nullopt;
  if (draw.one_in(6)) return spot;
  spot.entry = index(section.entries.size());
  Entry const& entry = section.entries[*spot.entry];
  if (entry.items.empty() || draw.one_in(4)) return spot;
  spot.item = index(entry.items.size());
  for (std::size_t i = 0; i < entry.items[*spot.item].options.size(); ++i) spot.shown_by.push_back(i == 0 || draw.one_in(2));
  return spot;
}

std::vector<SpotLink> draw_links(Draw& draw, std::vector<Problem> const& problems) {
  std::vector<SpotLink> links;
  for (int left = draw.between(1, 3); left > 0; --left) {
    auto const item = draw_spot(draw, problems), needs = draw_spot(draw, problems);
    if (item && needs) links.push_back({*item, *needs});
  }
  return links;
}

bool is_in(Spot const& spot, std::vector<Shown> const& shown) {
  for (Shown const& one : shown) {
    if (one.section != spot.section || (spot.entry && one.entry != *spot.entry)) continue;
    if (!spot.item) return true;
    for (auto const& [item, option] : one.items)
      if (item == *spot.item && spot.shown_by[option]) return true;
  }
  return false;
}

TEST(FitJoint, FindsWhatExhaustiveSearchFinds) {
  int feasible = 0, changed = 0;
  for (std::uint32_t seed = 0; seed < 12'000; ++seed) {
    std::vector<Problem> const problems{Draw{seed}.problem()};
    Draw draw{seed + 1'000'000};
    std::vector<SpotLink> const links = draw_links(draw, problems);
    auto const allows = [&](std::vector<Shown> const& shown) {
      return std::ranges::all_of(links, [&](SpotLink const& link) { return !is_in(link.item, shown) || is_in(link.needs, shown); });
    };
    BruteForce const brute{problems[0], {problems[0].pages}, allows};
    Joint const joint = solve(problems, links);
    ASSERT_EQ(joint.feasible, brute.best().feasible) << "seed " << seed;
    if (!joint.feasible) continue;
    ASSERT_EQ(joint.value, brute.best().value) << "seed " << seed;
    ASSERT_EQ(joint.solutions[0].shown, brute.best().shown) << "seed " << seed;
    ASSERT_EQ(joint.solutions[0].end, brute.best().end) << "seed " << seed;
    ++feasible;
    changed += solve(problems[0]).shown != joint.solutions[0].shown ? 1 : 0;
  }
  EXPECT_GT(feasible, 7'000);
  EXPECT_GT(changed, 800);
}

/// The best of a problem in which exactly these of the spots are shown, and that by itself.
std::optional<Value> best_with(Problem const& problem, std::vector<Spot const*> const& spots, unsigned pattern) {
  auto const allows = [&](std::vector<Shown> const& shown) {
    for (std::size_t i = 0; i < spots.size(); ++i)
      if (is_in(*spots[i], shown) != ((pattern >> i & 1U) != 0)) return false;
    return true;
  };
  auto const best = BruteForce{problem, {problem.pages}, allows}.best();
  return best.feasible ? std::optional{best.value} : std::nullopt;
}

std::optional<Value> best_of_two(std::vector<Problem> const& problems, std::vector<SpotLink> const& links) {
  std::vector<Spot const*> of[2];
  for (SpotLink const& link : links)
    for (Spot const* spot : {&link.item, &link.needs}) of[spot->problem].push_back(spot);
  std::optional<Value> best;
  for (unsigned first = 0; first < 1U << of[0].size(); ++first) {
    std::optional<Value> const a = best_with(problems[0], of[0], first);
    if (!a) continue;
    for (unsigned second = 0; second < 1U << of[1].size(); ++second) {
      auto const shows = [&](Spot const& spot) {
        auto const& spots = of[spot.problem];
        auto const bit = static_cast<std::size_t>(std::ranges::find(spots, &spot) - spots.begin());
        return ((spot.problem == 0 ? first : second) >> bit & 1U) != 0;
      };
      if (!std::ranges::all_of(links, [&](SpotLink const& link) { return !shows(link.item) || shows(link.needs); })) continue;
      std::optional<Value> const b = best_with(problems[1], of[1], second);
      if (b && (!best || *a + *b > *best)) best = *a + *b;
    }
  }
  return best;
}

TEST(FitJoint, LinksGoFromColumnToColumn) {
  int across = 0;
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    std::vector<Problem> const problems{Draw{seed * 2}.problem(), Draw{seed * 2 + 1}.problem()};
    Draw draw{seed + 2'000'000};
    std::vector<SpotLink> const links = draw_links(draw, problems);
    Joint const joint = solve(problems, links);
    std::optional<Value> const best = best_of_two(problems, links);
    ASSERT_EQ(joint.feasible, best.has_value()) << "seed " << seed;
    if (!joint.feasible) continue;
    ASSERT_EQ(joint.value, *best) << "seed " << seed;
    for (SpotLink const& link : links) across += link.item.problem != link.needs.problem ? 1 : 0;
  }
  EXPECT_GT(across, 100);
}

TEST(FitJoint, LooksForNothingThatIsWorthLessThanAskedFor) {
  for (std::uint32_t seed = 0; seed < 2'000; ++seed) {
    std::vector<Problem> const problems{Draw{seed}.problem()};
    Draw draw{seed + 1'000'000};
    std::vector<SpotLink> const links = draw_links(draw, problems);
    Joint const joint = solve(problems, links);
    if (!joint.feasible) continue;
    Joint const same = solve(problems, links, joint.value);
    ASSERT_TRUE(same.feasible) << "seed " << seed;
    ASSERT_EQ(same.solutions[0].shown, joint.solutions[0].shown) << "seed " << seed;
    ASSERT_FALSE(solve(problems, links, joint.value + 1).feasible) << "seed " << seed;
  }
}

TEST(FitJoint, WithoutLinksEachIsSolvedAlone) {
  std::vector<Problem> const problems{Draw{3}.problem(), Draw{4}.problem()};
  Joint const joint = solve(problems, {});
  ASSERT_EQ(joint.solutions.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(joint.solutions[i].shown, solve(problems[i]).shown);
}

}  // namespace
}  // namespace resumec::layout::fit

// The search over settings against all of them, and the ceiling that it rests on against the solver.
#include "layout/fit/ceiling.hpp"
#include "layout/fit/place.hpp"
#include "layout/fit/search.hpp"

#include "support/fit_draw.hpp"

#include <gtest/gtest.h>

#include <set>

namespace resumec::layout::fit {
namespace {

using resumec::testing::Draw;

TEST(FitCeiling, IsNeverExceeded) {
  int reached = 0;
  for (std::uint32_t seed = 0; seed < 6'000; ++seed) {
    Problem problem = Draw{seed}.problem();
    if (seed % 4 == 0 && !problem.sections.empty()) problem.sections.back().gap = next_page;
    Solution const solution = solve(problem);
    Position const units = capacity(problem.pages);
    std::optional<Value> const most = Ceiling{problem, problem.pages.count, units + 5}.on(units);
    if (!solution.feasible) continue;
    ASSERT_TRUE(most) << "seed " << seed;
    ASSERT_GE(*most, solution.value) << "seed " << seed;
    if (*most == solution.value) ++reached;
  }
  EXPECT_GT(reached, 2'000);
}

TEST(FitCeiling, IsWhatOnePageShows) {
  int compared = 0;
  for (std::uint32_t seed = 0; seed < 6'000; ++seed) {
    Problem problem = Draw{seed}.problem();
    problem.pages.count = 1;
    Units const tallest = problem.pages.first + 20;
    Ceiling const ceiling{problem, 1, tallest};
    for (Units height = problem.pages.start; height <= tallest; height += 7) {
      problem.pages.first = height;
      Solution const solution = solve(problem);
      ASSERT_EQ(ceiling.on(height), solution.feasible ? std::optional{solution.value} : std::nullopt)
          << "seed " << seed << ", height " << height;
      ++compared;
    }
  }
  EXPECT_GT(compared, 20'000);
}

/// Settings as the ladder makes them: sizes × margins × leadings × gaps, by what they cost.
std::vector<Level> ladder(Draw& draw) {
  std::vector<Level> levels;
  int const sizes = draw.between(1, 5), margins = draw.between(1, 3), leadings = draw.between(1, 3), gaps = draw.between(1, 3);
  auto const points = [](int count) { return base::Length::raw(count * base::Length::point); };
  for (int size = 0; size < sizes; ++size) {
    for (int margin = 0; margin < margins; ++margin) {
      for (int leading = 0; leading < leadings; ++leading) {
        for (int gap = 0; gap < gaps; ++gap) {
          Level level;
          level.metrics.page_width = points(600);
          level.metrics.body_size = points(12 - size);
          level.metrics.margin_left = level.metrics.margin_right = points(60 - 10 * margin);
          level.metrics.line_height = points(15 - leading);
          level.metrics.gaps = 100 - 10 * gap;
          level.harm = size * size * 10 + margin * margin * 5 + leading * leading * 5 + gap * 3;
          levels.push_back(level);
        }
      }
    }
  }
  std::stable_sort(levels.begin(), levels.end(), [](Level const& a, Level const& b) { return a.harm < b.harm; });
  return levels;
}

/// Texts of so many letters each: a wider measure needs no more lines, and what is shown are lines.
struct Texts {
  std::vector<int> letters;
  Value worth = 0;

  Value shown(style::Metrics const& lines, style::Metrics const& page) const {
    std::int64_t const measure = (lines.page_width - lines.margin_left - lines.margin_right).raw() * 2 / lines.body_size.raw();
    std::int64_t room = 60 * base::Length::point * 10 / page.line_height.raw() - page.gaps / 25;
    Value value = 0;
    for (int const text : letters) {
      room -= (text + measure - 1) / measure;
      if (room < 0) break;
      value += worth;
    }
    return value;
  }
};

TEST(FitSearch, FindsWhatTryingAllFinds) {
  std::size_t asked = 0, all = 0;
  for (std::uint32_t seed = 0; seed < 2'000; ++seed) {
    Draw draw{seed};
    std::vector<Level> const levels = ladder(draw);
    Texts texts{{}, draw.between(1, 40)};
    for (int i = 0; i < 30; ++i) texts.letters.push_back(draw.between(1, 400));
    Value const least = draw.one_in(3) ? draw.between(0, 20) * texts.worth : 0;  // what must be shown
    auto const value = [&](style::Metrics const& lines, style::Metrics const& page) -> std::optional<Value> {
      Value const shown = texts.shown(lines, page);
      return shown < least ? std::nullopt : std::optional{shown};
    };
    std::set<std::size_t> tried;
    Oracle const oracle{
        [](Level const& level) { return level.harm; },
        [&](std::size_t level) {
          tried.insert(level);
          return value(levels[level].metrics, levels[level].metrics);
        },
        [&](std::size_t like, std::size_t level) { return value(levels[like].metrics, levels[level].metrics); },
    };
    auto const found = best_level(levels, oracle);
    asked += tried.size();
    all += levels.size();
    ASSERT_EQ(found, best_of_all(levels, oracle)) << "seed " << seed;
  }
  EXPECT_LT(asked * 10, all);
}

TEST(FitSearch, FindsNothingWhereNothingFits) {
  Draw draw{1};
  std::vector<Level> const levels = ladder(draw);
  Oracle const never{[](Level const& level) { return level.harm; }, [](std::size_t) { return std::nullopt; },
                     [](std::size_t, std::size_t) { return std::optional<Value>{1}; }};
  EXPECT_EQ(best_level(levels, never), std::nullopt);
  EXPECT_EQ(best_of_all(levels, never), std::nullopt);
  EXPECT_EQ(best_level({}, never), std::nullopt);
}

}  // namespace
}  // namespace resumec::layout::fit

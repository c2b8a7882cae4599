#include "layout/fit/ladder.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace resumec::layout::fit {

namespace {

using base::Length;
using style::Metrics;

constexpr Length quarter_point = Length::raw(Length::point / 4);

// Typesetting.md §4.4: where a setting starts to do harm, and where it must end. Harm grows with the square of the way between.
// The weights are what the end of the way costs, in thousandths of a page's worth (decision 0011).
constexpr Length smallest_size = Length::raw(9 * Length::point);
constexpr Length smallest_x_height = Length::raw(4 * Length::point);
constexpr std::int64_t free_size_permille = 975;
constexpr Length free_margin = Length::micrometres(16'000), smallest_margin = Length::micrometres(12'700);
constexpr std::int64_t free_margin_permille = 800, smallest_margin_permille = 600;  ///< of wider ones, which were meant
constexpr std::int64_t free_leading_permille = 968, tightest_leading_permille = 903;
constexpr std::int64_t least_leading_permille = 1'120;  ///< of the size
constexpr std::int64_t size_weight = 400, margin_weight = 150, leading_weight = 150, gap_weight = 60;
constexpr int free_gaps = 85, tightest_gaps = 75;
/// Even what does no harm is not done without need: this part of what the whole way would cost.
constexpr std::int64_t reluctance_percent = 4;

constexpr std::int64_t whole = 1'000;

/// The way from `natural` to `value`, of that to `floor`, in thousandths.
std::int64_t way(std::int64_t natural, std::int64_t floor, std::int64_t value) {
  return natural <= floor ? 0 : (natural - value) * whole / (natural - floor);
}

std::int64_t harm(std::int64_t weight, std::int64_t natural, std::int64_t free, std::int64_t floor, std::int64_t value) {
  std::int64_t const outside = value < free ? way(std::min(natural, free), floor, value) : 0;
  std::int64_t const at_all = way(natural, floor, value);
  return weight * (outside * outside + at_all * at_all * reluctance_percent / 100) / (whole * whole);
}

Length leading_of(Metrics const& metrics, std::int64_t permille) {
  return Length::raw(metrics.line_height.raw() * permille / whole / 16 * 16);
}

/// A size, with the leading in proportion.
Metrics with_size(Metrics metrics, Length size) {
  metrics.line_height = Length::raw(metrics.line_height.raw() * size.raw() / metrics.body_size.raw() / 16 * 16);
  metrics.body_size = size;
  return metrics;
}

/// How far margins may go in: to a part of themselves, but not below a width that is enough for any.
struct Margins {
  std::int64_t permille = whole;
  Length enough;

  Length of(Length margin) const { return std::max(std::min(margin, enough), Length::raw(margin.raw() * permille / whole)); }
};

Metrics with_margins(Metrics metrics, Margins const& margins) {
  for (Length* margin : {&metrics.margin_top, &metrics.margin_right, &metrics.margin_bottom, &metrics.margin_left})
    *margin = margins.of(*margin);
  return metrics;
}

}  // namespace

std::vector<Level> tighter(Metrics const& natural, Bounds const& bounds) {
  Length const floor =
      std::max(smallest_size, Length::raw(smallest_x_height.raw() * base::Em::one / std::max<std::int64_t>(bounds.x_height.raw(), 1)));
  std::vector<Length> sizes;
  for (Length size = natural.body_size; sizes.empty() || size >= floor; size = size - quarter_point) sizes.push_back(size);
  Length const widest = std::max({natural.margin_top, natural.margin_right, natural.margin_bottom, natural.margin_left});
  constexpr Margins kept{}, free{free_margin_permille, free_margin}, least{smallest_margin_permille, smallest_margin};
  std::vector<std::int64_t> leadings{whole};
  for (std::int64_t const permille :
       {free_leading_permille, (free_leading_permille + tightest_leading_permille) / 2, tightest_leading_permille}) {
    if (natural.line_height.raw() * permille >= natural.body_size.raw() * least_leading_permille) leadings.push_back(permille);
  }
  std::vector<Level> levels;
  for (Length const size : sizes) {
    for (Margins const& margins : {kept, free, least}) {
      for (std::int64_t const leading : leadings) {
        for (int const gaps : {100, free_gaps, tightest_gaps}) {
          Level level{with_margins(with_size(natural, size), margins), 0};
          level.metrics.line_height = leading_of(level.metrics, leading);
          level.metrics.gaps = gaps;
          level.harm =
              harm(size_weight, natural.body_size.raw(), natural.body_size.raw() * free_size_permille / whole, floor.raw(), size.raw()) +
              harm(margin_weight, widest.raw(), free.of(widest).raw(), least.of(widest).raw(), margins.of(widest).raw()) +
              harm(leading_weight, whole, free_leading_permille, tightest_leading_permille, leading) +
              harm(gap_weight, 100, free_gaps, tightest_gaps, gaps);
          levels.push_back(level);
        }
      }
    }
  }
  std::stable_sort(levels.begin(), levels.end(), [](Level const& a, Level const& b) { return a.harm < b.harm; });
  return levels;
}

std::vector<Metrics> looser(Metrics const& natural) {
  constexpr std::array<std::pair<int, std::int64_t>, 6> steps{
      {{110, 1'000}, {120, 1'000}, {120, 1'024}, {130, 1'048}, {150, 1'048}, {170, 1'080}}};
  constexpr std::int64_t largest_permille = 1'150;
  constexpr Length largest_size = Length::raw(Length::point * 23 / 2);
  std::vector<Metrics> settings;
  auto const add = [&](Metrics const& base, int gaps, std::int64_t leading) {
    settings.push_back(base);
    settings.back().line_height = leading_of(base, leading);
    settings.back().gaps = gaps;
  };
  for (auto const& [gaps, leading] : steps) add(natural, gaps, leading);
  Length const largest = std::min(largest_size, Length::raw(natural.body_size.raw() * largest_permille / whole));
  for (Length size = natural.body_size + quarter_point; size <= largest; size = size + quarter_point)
    add(with_size(natural, size), steps.back().first, steps.back().second);
  return settings;
}

}  // namespace resumec::layout::fit

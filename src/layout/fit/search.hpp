// Which of the settings to take, without trying all of them.
#pragma once

#include "layout/fit/ladder.hpp"
#include "layout/fit/solver.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace resumec::layout::fit {

/// What the search may ask. Values of levels are of what they can show; nothing where not even the least that must be shown fits.
struct Oracle {
  std::function<Value(Level const&)> cost;
  std::function<std::optional<Value>(std::size_t level)> value;
  /// The value of a level at most, if its lines were those of the level `like`. The dear part is measuring those lines, once for each size
  /// and width.
  std::function<std::optional<Value>(std::size_t like, std::size_t level)> bound;
};

/// The level whose value less its cost is greatest, the first of several; none where nothing fits at any. `levels` with the cheapest first.
///
/// A best-first search (A. H. Land and A. G. Doig, 1960). What a level can show is bounded by what it would show with the lines of a wider
/// measure, on pages of its own height. It takes for granted that a wider measure, counted in ems, needs no more lines.
std::optional<std::size_t> best_level(std::vector<Level> const& levels, Oracle const& oracle);

/// The same of all levels, each asked: nothing is taken for granted.
std::optional<std::size_t> best_of_all(std::vector<Level> const& levels, Oracle const& oracle);

/// The level with the smallest size; of those, with the narrowest margins; then with the tightest leading, and the smallest gaps.
std::size_t tightest(std::vector<Level> const& levels);

}  // namespace resumec::layout::fit

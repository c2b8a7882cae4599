// Several problems at once, with items that are shown only where others are (`requires`): branch and bound around the solver, which knows
// nothing of them (A. H. Land and A. G. Doig, 1960; typesetting.md §4.3). Exact, with the solver's order among equals.
#pragma once

#include "layout/fit/solver.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace resumec::layout::fit {

/// A section, an entry or an item of one of the problems, or what some options of an item show.
struct Spot {
  std::size_t problem = 0;
  std::uint32_t section = 0;
  std::optional<std::uint32_t> entry, item;
  std::vector<bool> shown_by;  ///< the options of the item that show it; of an item
};

/// `item` is shown only where `needs` is.
struct SpotLink {
  Spot item, needs;
};

struct Joint {
  bool feasible = false;
  Value value = 0;
  std::vector<Solution> solutions;  ///< of the problems; where it is not feasible, what they say of each alone
  std::size_t states = 0;           ///< cells computed
};

/// At most 2^n solves of each problem, where n spots are needed; one where the links hold by themselves. What is worth less than `at_least`
/// is not looked for, and counts as not feasible.
Joint solve(std::vector<Problem> const& problems, std::span<SpotLink const> links, Value at_least = 0);

/// From now on it must be shown; and whatever holds it.
void require(std::vector<Problem>& problems, Spot const& spot);
/// From now on it cannot be shown.
void forbid(std::vector<Problem>& problems, Spot const& spot);

}  // namespace resumec::layout::fit

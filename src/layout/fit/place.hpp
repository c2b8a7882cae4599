// Where a given choice ends: first fit of what is shown, without choosing.
#pragma once

#include "layout/fit/solver.hpp"

#include <optional>
#include <span>
#include <vector>

namespace resumec::layout::fit {

struct Placed {
  Position end = 0;
  Value value = 0;
  std::vector<Shown> shown;
};

/// Units on all pages together.
Position capacity(Pages const& pages);

/// Everything, each item in its first option; nothing where more is asked for than may be shown, or something fits on no page.
/// Pages are counted as far as it takes.
std::optional<Placed> place_everything(Problem problem);

/// Where what `shown` says ends; nothing if something fits on no page. Pages are counted as far as it takes.
std::optional<Position> place(Problem problem, std::span<Shown const> shown);

/// A position in thousandths of a page.
std::int64_t permille_of_page(Pages const& pages, Position at);

}  // namespace resumec::layout::fit

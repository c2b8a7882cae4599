// An upper bound on what pages can show, for pages of every height at once.
#pragma once

#include "layout/fit/solver.hpp"

#include <vector>

namespace resumec::layout::fit {

/// What of a problem fits on one endless page, by height. `pages` pages of the same height together show no more: they lose room at their
/// ends, and save at most the widest gap at the top of each but the first.
class Ceiling {
 public:
  /// Of the problem's own pages only what is taken of the first counts. `highest`: no height is asked for that is greater.
  Ceiling(Problem problem, std::uint32_t pages, Position highest);

  /// What pages with so many units together show at most; nothing where not even what is required fits.
  std::optional<Value> on(Position units) const;

 private:
  std::vector<Value> most_;  ///< by height; the last holds for all that follow
  Position saved_ = 0;       ///< at the tops of pages
};

}  // namespace resumec::layout::fit

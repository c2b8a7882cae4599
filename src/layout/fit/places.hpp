// Positions on pages and what first fit makes of them. A position is one number: the units of all pages before, and of this one. The end of
// a full page and the top of the next are the same position: what has height stands on the next page from both, and without a gap.
#pragma once

#include "layout/fit/solver.hpp"

#include <algorithm>
#include <cstdint>

namespace resumec::layout::fit {

class Places {
 public:
  /// `beyond`: units that the last page has more than the others.
  explicit Places(Pages const& pages, Units beyond = 0);

  Position start() const { return start_; }
  Position capacity() const { return base(count_ - 1) + height(count_ - 1); }

  /// Where something of that height ends that stands below a gap at `at`: here, or at the top of the first page that holds it.
  /// Never falls when `at`, the gap or the height grows; `nowhere` where no page holds it.
  Position place(Position at, Position gap, Position height) const;

  /// Where it ends at the latest if placed at `at` or at any position before; `at` if it can stand at none of them.
  Position latest(Position at, Position gap, Position height) const;

  /// Calls `run(begin, end, target, step)` for pieces of [low, high], ascending: what is placed at `p` of [begin, end) ends at
  /// `target + step * (p - begin)`, at most `most`; step is 0 or 1. Positions where it fits nowhere are left out.
  template <class Run>
  void runs(Position gap, Position height, Position low, Position high, Position most, Run&& run) const;

 private:
  std::int64_t page_of(Position at) const;
  Position base(std::int64_t page) const { return page == 0 ? 0 : first_ + (page - 1) * later_; }
  Position height(std::int64_t page) const { return (page == 0 ? first_ : later_) + (page + 1 == count_ ? beyond_ : 0); }
  Position next_page_end(std::int64_t page, Position height) const;

  Position first_, later_, beyond_, start_;
  std::int64_t count_;
};

template <class Run>
void Places::runs(Position gap, Position height, Position low, Position high, Position most, Run&& run) const {
  auto const piece = [&](Position begin, Position end, Position target, Position step) {
    begin = std::max(begin, low);
    end = std::min(end, high + 1);
    if (step == 1) end = std::min(end, most - target + 1);  // here `target` is the distance
    if (begin >= end) return;
    if (step == 1) {
      run(begin, end, begin + target, step);
    } else if (target <= most) {
      run(begin, end, target, step);
    }
  };
  high = std::min(high, capacity());
  for (std::int64_t page = page_of(low); page < count_ && base(page) <= high; ++page) {
    Position const top = base(page);
    Position const room = this->height(page);
    Position const behind = top + room + (page + 1 == count_ ? 1 : 0);  // the end of the last page is a position as well
    Position const jump = next_page_end(page, height);
    piece(top, std::min(top + 1, behind), height <= room ? top + height : jump, 0);
    Position const fitting = std::clamp(top + room - gap - height + 1, top + 1, std::max(top + 1, behind));
    piece(top + 1, fitting, gap + height, 1);
    piece(fitting, behind, jump, 0);
  }
}

}  // namespace resumec::layout::fit

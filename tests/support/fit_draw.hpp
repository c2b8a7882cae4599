// Problems of fitting, drawn by a seed.
#pragma once

#include "layout/fit/solver.hpp"

#include <algorithm>
#include <cstdint>
#include <random>

namespace resumec::testing {

using layout::fit::Entry;
using layout::fit::Item;
using layout::fit::Problem;
using layout::fit::Section;
using layout::fit::Value;

/// Small problems of all kinds. The standard's engine gives the same numbers everywhere, its distributions do not.
class Draw {
 public:
  explicit Draw(std::uint32_t seed) : engine_{seed} {}

  int between(int low, int high) { return low + static_cast<int>(engine_() % static_cast<std::uint32_t>(high - low + 1)); }
  bool one_in(int n) { return between(1, n) == 1; }

  Problem problem() {
    Problem result;
    rich_ = one_in(2);
    result.pages.count = static_cast<std::uint32_t>(between(1, 3));
    result.pages.first = between(one_in(10) ? 0 : 5, 18);
    result.pages.later = one_in(3) ? result.pages.first : between(one_in(10) ? 0 : 4, 14);
    result.pages.start = one_in(2) ? 0 : between(0, result.pages.first);
    if (one_in(2)) result.diminishing = {1000, 900, 750};
    for (int left = between(1, 8), sections = between(1, 3); sections > 0; --sections) result.sections.push_back(section(left));
    return result;
  }

 private:
  Value value() { return rich_ ? between(0, 100'000) : 1000 * between(0, 4); }  // the poor have many ties

  Section section(int& items) {
    Section result;
    result.title = one_in(5) ? 0 : between(1, 3);
    result.gap = between(0, 3);
    result.title_gap = between(0, 1);
    result.required = one_in(6);
    for (int entries = between(0, 3); entries > 0; --entries) result.entries.push_back(entry(items));
    if (one_in(4)) result.min_entries = static_cast<std::size_t>(between(0, 2));
    if (one_in(4)) result.max_entries = static_cast<std::size_t>(between(0, 2));
    return result;
  }

  Entry entry(int& items) {
    Entry result;
    result.header = one_in(5) ? 0 : between(1, 2);
    result.gap = between(0, 2);
    result.header_gap = between(0, 1);
    result.value = one_in(2) ? 0 : value();
    result.required = one_in(8);
    for (int count = std::min(items, between(0, 4)); count > 0; --count, --items) result.items.push_back(item());
    if (!one_in(3)) result.min_items = 1;
    if (one_in(5)) result.min_items = static_cast<std::size_t>(between(0, 3));
    if (one_in(5)) result.max_items = static_cast<std::size_t>(between(0, 3));
    return result;
  }

  Item item() {
    Item result;
    result.gap = between(0, 2);
    result.required = one_in(8);
    for (int options = one_in(20) ? 0 : between(1, 2); options > 0; --options) {
      result.options.push_back({one_in(20) ? 0 : between(1, 5), one_in(4) ? between(1, 4) : 0, value()});
    }
    return result;
  }

  std::mt19937 engine_;
  bool rich_ = false;
};

}  // namespace resumec::testing

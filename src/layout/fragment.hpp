// The vocabulary of layout: what was made of some room. A fragment is not yet on a page; it can be thrown away and made again with
// another width.
#pragma once

#include "base/length.hpp"
#include "display/document.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace resumec::layout {

using base::Em;
using base::Length;

/// Counts of lh/16, the vertical grid: every height and gap is one.
using Units = int;

/// Placed items relative to the fragment's top left corner. `baseline` is that of its first line, `last_baseline` that of its last,
/// both from the top.
struct Fragment {
  Length width;  ///< of the visible part: no spaces at a line's end
  Units height = 0;
  Units baseline = 0, last_baseline = 0;
  std::vector<display::Item> items;
};

void translate(display::Item& item, Length dx, Length dy);
void translate(std::vector<display::Item>& items, std::size_t from, Length dx, Length dy);

/// Moves the items of `other` into `into`, `dx` to the right and `dy` units down; `into` grows to hold them.
void merge(Fragment& into, Fragment&& other, Length dx, Units dy, Length grid);

}  // namespace resumec::layout

// Children of a Columns block → columns of equal height, filled in reading order. A group too tall for a page is split into
// bands, each read column by column.
#pragma once

#include "layout/block/vertical_list.hpp"

#include <cstddef>
#include <vector>

namespace resumec::layout {

struct Band {
  struct Range {
    std::size_t first = 0, last = 0;  ///< half-open, children
  };
  std::vector<Range> columns;
  Units gap_below = 0;
};

std::vector<Band> balance(std::vector<VerticalList> const& children, std::size_t columns, Units tallest);

}  // namespace resumec::layout

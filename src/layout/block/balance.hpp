// Children of a Columns block → columns of equal height, filled in reading order. A group too tall for a page is split into
// bands, each read column by column.
#pragma once

#include "flow/document.hpp"
#include "layout/block/vertical_list.hpp"
#include "layout/context.hpp"

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

std::size_t column_count(flow::Block const& block);
/// Of each of `count` columns side by side on `width`.
Length column_width(Length width, std::size_t count, Context const& context);

/// The height of a child alone.
Units height_of(VerticalList const& child);

std::vector<Band> balance(std::vector<VerticalList> const& children, std::size_t columns, Units tallest);

}  // namespace resumec::layout

// Gives every place of a vertical list its cost, from what the flow says about the nodes on both sides: sections, entries, points.
#pragma once

#include "flow/document.hpp"
#include "layout/block/vertical_list.hpp"

#include <span>
#include <vector>

namespace resumec::layout {

/// What only the builder of the boxes knows about the place before one.
enum class Joint : std::uint8_t {
  Free,    ///< between blocks
  Inside,  ///< between lines of a paragraph that may be parted here
  Torn,    ///< between other lines, or in what is kept together
  Parted,  ///< behind what is kept with the next box
};

/// What the source says of the end of a page before a box.
struct BreakWish {
  std::size_t box = 0;
  flow::BreakBefore wish = flow::BreakBefore::Free;
};

/// `joints`: one a box.
void price_breaks(VerticalList& list, std::span<Joint const> joints, std::span<flow::Node const> nodes);

/// Where no page may end before the box, as between a title and the first entry, the wish concerns the place above all that is kept with
/// it.
void apply_wishes(VerticalList& list, std::span<BreakWish const> wishes);

}  // namespace resumec::layout

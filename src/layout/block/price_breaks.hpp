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

/// `joints`: one a box.
void price_breaks(VerticalList& list, std::span<Joint const> joints, std::span<flow::Node const> nodes);

}  // namespace resumec::layout

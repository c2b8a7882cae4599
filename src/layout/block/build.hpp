// Blocks → vertical list. Every gap and height is a whole number of lh/16, so that lines of all columns share one grid.
#pragma once

#include "flow/document.hpp"
#include "layout/block/ladder.hpp"
#include "layout/block/price_breaks.hpp"
#include "layout/block/vertical_list.hpp"
#include "layout/context.hpp"
#include "layout/inline/paragraph.hpp"

#include <vector>

namespace resumec::layout {

/// The part of a column that a block may fill, from the column's left edge.
struct Area {
  Length left, width;
};

class BlockBuilder {
 public:
  /// `tallest_group`: how high a group of columns may become before it is split (it cannot be cut later).
  BlockBuilder(Context& context, LadderSteps const& steps, Units tallest_group)
      : context_{context}, steps_{steps}, tallest_group_{tallest_group} {}

  /// Depth is bounded by the depth of syntax trees and of layouts.
  void add(flow::Block const& block, Area area);
  VerticalList take();

 private:
  void stack(flow::Block const& block, Area area);
  void paragraph(flow::Block const& block, Area area);
  void row(flow::Block const& block, Area area);
  void item(flow::Block const& block, Area area);
  void rule(flow::Block const& block, Area area);
  void columns(flow::Block const& block, Area area);
  void contacts(flow::Block const& block, Area area);

  /// A section's title is an entry of the outline, at the next box.
  void note_outline(flow::Block const& block);
  /// Where the ends of a paragraph's lines are noted, if they are.
  LineEnds* line_ends_of(flow::Block const& block) const;
  Area indented(flow::Block const& block, Area area) const;
  void continue_on_pages(flow::Block const& line, std::size_t first, Area area);
  /// Adds a box below the last one; the gap is what its neighbours asked for.
  void push(Fragment fragment, NodeId node, Joint joint);
  void push_lines(std::vector<Fragment> lines, NodeId node);

  Context& context_;
  LadderSteps const& steps_;
  Units const tallest_group_;
  VerticalList list_;
  std::vector<Joint> joints_;  ///< one a box
  std::vector<BreakWish> wishes_;
  Units gap_ = 0;                       ///< the largest asked for since the last box
  bool keep_next_ = false;              ///< no page ends before the next box
  Length label_room_;                   ///< of the list around the next item
  Length first_left_;                   ///< how far a wide marker pushes the next paragraph's first line
  std::optional<std::string> outline_;  ///< of the next box
};

}  // namespace resumec::layout

// What a column holds before pages exist: boxes one below the other, gaps that vanish at a page's top, and what it costs to end a page
// before each box.
#pragma once

#include "flow/document.hpp"
#include "layout/block/break_cost.hpp"
#include "layout/fragment.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace resumec::layout {

struct VerticalBox {
  Fragment fragment;
  Units gap = 0;                        ///< above; dropped at a page's top
  PageBreak page_break;                 ///< before the box
  base::NodeId node;                    ///< of the flow's block that made it
  flow::Block const* starts = nullptr;  ///< the flow's block whose first box this is, if it is
  std::optional<std::string> outline;   ///< title of the section that starts here
  /// Above the box where it starts a page, decoration: what the page goes on with. Its height includes the gap below it.
  std::shared_ptr<Fragment const> continued{};

  /// Units above the box where it starts a page of that height: a box that would not fit below goes without.
  Units top(Units page_height) const { return continued && continued->height + fragment.height <= page_height ? continued->height : 0; }
};

struct VerticalList {
  std::vector<VerticalBox> boxes;
  Units gap_below = 0;  ///< asked for behind the last box
};

}  // namespace resumec::layout

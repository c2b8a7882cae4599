// Where text may stand on a page: columns from left to right, and from the margin or the running head down to the running foot.
#pragma once

#include "flow/document.hpp"
#include "layout/block/build.hpp"
#include "layout/context.hpp"
#include "layout/page/paginate.hpp"

#include <cstdint>
#include <vector>

namespace resumec::layout {

/// The running heads and feet of one page, made for its number.
struct RunningHeads {
  VerticalList header, footer;
  Units header_height = 0, footer_height = 0;
};

RunningHeads make_running_heads(std::uint32_t page, std::uint32_t page_count, Context& context);

/// The vertical room of a page.
struct TextArea {
  Length top;
  Units height = 0;
  Length header_top, footer_top;
};

TextArea text_area(RunningHeads const& heads, Context const& context);

/// The part of the page's width that a column fills, from the page's left edge.
Area column_area(flow::ColumnRole role, flow::PageSetup const& page);

}  // namespace resumec::layout

// What the search for pages found, for people: `build --explain layout`.
#pragma once

#include "flow/document.hpp"
#include "layout/page/paginate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace resumec::layout {

/// The end of a page: what starts the next one.
struct PageEnd {
  PageBreak page_break;
  Span span;
  std::string words;
};

struct PageNote {
  std::uint32_t page = 0;
  PageFill fill;
  std::optional<PageEnd> end;  ///< of the column's last page there is none
};

/// The pages of one column. Without two columns all is one.
struct ColumnNote {
  flow::ColumnRole role = flow::ColumnRole::Full;
  std::vector<PageNote> pages;
  PageScore score;
};

}  // namespace resumec::layout

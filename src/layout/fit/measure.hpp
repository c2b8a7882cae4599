// The heights of everything that a document could show, at one setting of its page: what fitting chooses from.
#pragma once

#include "flow/document.hpp"
#include "layout/context.hpp"
#include "layout/page/paginate.hpp"

#include <vector>

namespace resumec::layout::fit {

/// A box of a column without its ink. Its gap is the layout's own, not yet scaled (`style::Metrics::gaps`).
struct MeasuredBox {
  Units gap = 0, height = 0;
  bool may_break = true;  ///< a page may end above it
  base::NodeId node;
  int words = 0;  ///< on its line
};

/// What is placed one below the other: a single column with the masthead above it, or one of two columns.
struct MeasuredColumn {
  flow::ColumnRole role = flow::ColumnRole::Main;
  std::vector<MeasuredBox> boxes;
};

struct Measured {
  std::vector<MeasuredBox> masthead;  ///< of two columns: above both
  std::vector<MeasuredColumn> columns;
};

Measured measure(Context& context);

/// The room on pages in units of the document's metrics, and how much of the first the masthead takes.
PageHeights page_heights(Context& context);

}  // namespace resumec::layout::fit

// The vertical lists of a document's columns, before pages exist.
#pragma once

#include "flow/document.hpp"
#include "layout/block/vertical_list.hpp"
#include "layout/context.hpp"

#include <vector>

namespace resumec::layout {

struct ColumnList {
  flow::ColumnRole role = flow::ColumnRole::Main;
  VerticalList list;
};

/// Of two columns: the masthead, the main and the side column, those that hold something; else one list of all. `page` is the height of a
/// later page.
std::vector<ColumnList> make_columns(Context& context, Units page);

}  // namespace resumec::layout

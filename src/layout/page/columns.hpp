// The vertical lists of a document's columns, before pages exist.
#pragma once

#include "flow/document.hpp"
#include "layout/block/ladder.hpp"
#include "layout/block/vertical_list.hpp"
#include "layout/context.hpp"

#include <vector>

namespace resumec::layout {

/// The wordings of dates that fit all columns.
LadderSteps choose_steps(Context& context);

/// The blocks of a column, on the measure of `measure`. `page`: the height of a later page.
VerticalList column_list(flow::ColumnRole role, flow::ColumnRole measure, LadderSteps const& steps, Units page, Context& context);

/// One column below another.
void append(VerticalList& to, VerticalList&& from);

struct ColumnList {
  flow::ColumnRole role = flow::ColumnRole::Main;
  VerticalList list;
};

/// Of two columns: the masthead, the main and the side column, which start at one height; else one list of all.
std::vector<ColumnList> make_columns(Context& context, Units page);

}  // namespace resumec::layout

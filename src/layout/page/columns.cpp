#include "layout/page/columns.hpp"

#include "layout/block/build.hpp"
#include "layout/page/frames.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::layout {

namespace {

VerticalList list_of(flow::ColumnRole role, LadderSteps const& steps, Units page, Context& context) {
  Area const area = column_area(role, context.flow.page);
  BlockBuilder builder{context, steps, page / 2};
  for (flow::Column const& column : context.flow.columns) {
    if (column.role != role) continue;
    for (flow::Block const& block : column.blocks) builder.add(block, {Length{}, area.width});
  }
  return builder.take();
}

void append(VerticalList& to, VerticalList&& from) {
  if (from.boxes.empty()) return;
  from.boxes.front().gap = std::max(from.boxes.front().gap, to.gap_below);
  to.boxes.insert(to.boxes.end(), std::make_move_iterator(from.boxes.begin()), std::make_move_iterator(from.boxes.end()));
  to.gap_below = from.gap_below;
}

}  // namespace

std::vector<ColumnList> make_columns(Context& context, Units page) {
  using flow::ColumnRole;
  std::vector<Length> widths;
  for (flow::Column const& column : context.flow.columns) widths.push_back(column_area(column.role, context.flow.page).width);
  LadderSteps const steps = choose_steps(widths, context);
  std::vector<ColumnList> columns;
  for (ColumnRole const role : {ColumnRole::Full, ColumnRole::Main, ColumnRole::Side}) {
    VerticalList list = list_of(role, steps, page, context);
    if (context.flow.page.two_columns || columns.empty())
      columns.push_back({role, std::move(list)});
    else
      append(columns.front().list, std::move(list));
  }
  return columns;
}

}  // namespace resumec::layout

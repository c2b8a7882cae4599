#include "layout/page/columns.hpp"

#include "layout/block/build.hpp"
#include "layout/page/frames.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::layout {

LadderSteps choose_steps(Context& context) {
  std::vector<Length> widths;
  for (flow::Column const& column : context.flow.columns) widths.push_back(column_area(column.role, context.flow.page).width);
  return choose_steps(widths, context);
}

VerticalList column_list(flow::ColumnRole role, flow::ColumnRole measure, LadderSteps const& steps, Units page, Context& context) {
  Area const area = column_area(measure, context.flow.page);
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
  PageBreak& between = from.boxes.front().page_break;
  if (!between.is_forced()) between.cost += cost_of(Seam::BetweenSections);
  to.boxes.insert(to.boxes.end(), std::make_move_iterator(from.boxes.begin()), std::make_move_iterator(from.boxes.end()));
  to.gap_below = from.gap_below;
}

std::vector<ColumnList> make_columns(Context& context, Units page) {
  using flow::ColumnRole;
  LadderSteps const steps = choose_steps(context);
  std::vector<ColumnList> columns;
  for (ColumnRole const role : {ColumnRole::Full, ColumnRole::Main, ColumnRole::Side}) {
    VerticalList list = column_list(role, role, steps, page, context);
    if (context.flow.page.two_columns || columns.empty())
      columns.push_back({role, std::move(list)});
    else
      append(columns.front().list, std::move(list));
  }
  // Two columns start at one height, below the masthead.
  Units gap = columns.front().list.gap_below;
  auto const starts = [&](auto const& change) {
    for (std::size_t i = 1; i < columns.size(); ++i)
      if (!columns[i].list.boxes.empty()) change(columns[i].list.boxes.front().gap);
  };
  starts([&](Units above) { gap = std::max(gap, above); });
  starts([&](Units& above) { above = gap; });
  return columns;
}

}  // namespace resumec::layout

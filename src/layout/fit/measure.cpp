#include "layout/fit/measure.hpp"

#include "layout/page/columns.hpp"
#include "layout/page/frames.hpp"

#include <iterator>
#include <utility>

namespace resumec::layout::fit {

namespace {

/// Of its first text; rules alone have none.
base::NodeId node_of(Fragment const& fragment) {
  for (display::Item const& item : fragment.items)
    if (auto const* const run = std::get_if<display::GlyphRun>(&item)) return run->node;
  return {};
}

/// Of a line.
int words_of(Fragment const& fragment) {
  int words = 0;
  bool inside = false;
  for (display::Item const& item : fragment.items) {
    auto const* const run = std::get_if<display::GlyphRun>(&item);
    if (run == nullptr) continue;
    for (char const byte : run->text) {
      if (byte != ' ' && !inside) ++words;
      inside = byte != ' ';
    }
  }
  return words;
}

std::vector<MeasuredBox> boxes_of(VerticalList const& list) {
  std::vector<MeasuredBox> boxes;
  boxes.reserve(list.boxes.size());
  for (VerticalBox const& box : list.boxes)
    boxes.push_back({box.gap, box.fragment.height, box.page_break.allowed(), node_of(box.fragment), words_of(box.fragment)});
  return boxes;
}

}  // namespace

PageHeights page_heights(Context& context) {
  return {text_area(make_running_heads(0, 1, context), context).height, text_area(make_running_heads(1, 2, context), context).height};
}

Measured measure(Context& context) {
  Measured measured;
  Units const page = page_heights(context).later;
  for (ColumnList const& column : make_columns(context, page)) {
    if (column.role == flow::ColumnRole::Full && context.flow.page.two_columns)
      measured.masthead = boxes_of(column.list);
    else
      measured.columns.push_back({column.role, boxes_of(column.list)});
  }
  return measured;
}

}  // namespace resumec::layout::fit

#include "layout/page/frames.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace resumec::layout {

namespace {

/// Nothing is printed nearer to the page's edge (printers cannot) and no text nearer to a running head.
constexpr Length edge = Length::micrometres(4000);

bool concerns(flow::RunningPages pages, std::uint32_t page) {
  switch (pages) {
    case flow::RunningPages::First:
      return page == 0;
    case flow::RunningPages::Later:
      return page > 0;
    case flow::RunningPages::All:
      return true;
  }
  return false;
}

Units height_of(VerticalList const& list) {
  Units height = 0;
  for (VerticalBox const& box : list.boxes) height += box.fragment.height + (height > 0 ? box.gap : 0);
  return height;
}

}  // namespace

RunningHeads make_running_heads(std::uint32_t page, std::uint32_t page_count, Context& context) {
  RunningHeads heads;
  context.fields = {page + 1, page_count};
  context.in_artifact = true;
  std::string* const log = std::exchange(context.line_log, nullptr);  // paragraphs are the text's
  Area const area = column_area(flow::ColumnRole::Full, context.flow.page);
  LadderSteps const steps;
  for (flow::RunningPlace const place : {flow::RunningPlace::Header, flow::RunningPlace::Footer}) {
    BlockBuilder builder{context, steps, 0};
    for (flow::Running const& running : context.flow.running) {
      if (running.place == place && concerns(running.pages, page)) builder.add(running.block, {Length{}, area.width});
    }
    (place == flow::RunningPlace::Header ? heads.header : heads.footer) = builder.take();
  }
  context.in_artifact = false;
  context.line_log = log;
  context.fields = {};
  heads.header_height = height_of(heads.header);
  heads.footer_height = height_of(heads.footer);
  return heads;
}

TextArea text_area(RunningHeads const& heads, Context const& context) {
  style::Metrics const& metrics = context.flow.page.metrics;
  TextArea area;
  area.top = metrics.margin_top;
  Length bottom = metrics.page_height - metrics.margin_bottom;
  // In the middle of the margin; a margin too small for that gives way.
  if (heads.header_height > 0) {
    Length const height = context.grid * heads.header_height;
    area.header_top = std::max(edge, (metrics.margin_top - height) / 2);
    area.top = std::max(area.top, area.header_top + height + edge);
  }
  if (heads.footer_height > 0) {
    Length const height = context.grid * heads.footer_height;
    area.footer_top = std::min(metrics.page_height - edge - height, metrics.page_height - (metrics.margin_bottom + height) / 2);
    bottom = std::min(bottom, area.footer_top - edge);
  }
  area.height = static_cast<Units>(std::clamp<std::int64_t>((bottom - area.top).raw() / context.grid.raw(), 0, 1'000'000));
  return area;
}

Area column_area(flow::ColumnRole role, flow::PageSetup const& page) {
  style::Metrics const& metrics = page.metrics;
  Length const narrowest = metrics.body_size;  // a column of nothing would have no lines
  Length const width = std::max(narrowest, metrics.page_width - metrics.margin_left - metrics.margin_right);
  if (!page.two_columns || role == flow::ColumnRole::Full) return {metrics.margin_left, width};
  Length const both = std::max(narrowest, width - metrics.column_gap);
  Length const main = std::clamp(base::at(page.main_share, both), Length{}, both);
  Length const side = both - main;
  Length const main_left = metrics.margin_left + (page.side_on_left ? side + metrics.column_gap : Length{});
  Length const side_left = metrics.margin_left + (page.side_on_left ? Length{} : main + metrics.column_gap);
  if (role == flow::ColumnRole::Main) return {main_left, std::max(narrowest, main)};
  return {side_left, std::max(narrowest, side)};
}

}  // namespace resumec::layout

#include "layout/fit/tighten.hpp"

#include <algorithm>

namespace resumec::layout::fit {

namespace {

/// Calls `use` with every point: an item of a list that prints one thing that can be left out.
template <class Use>
void each_point(std::vector<flow::Block>& blocks, Use const& use) {
  for (flow::Block& block : blocks) {
    if (block.kind == flow::BlockKind::Item && block.items.size() == 1) use(block);
    each_point(block.children, use);
  }
}

void set_texts(flow::Block& point, int looseness) {
  for (flow::Block& child : point.children) {
    if (child.kind == flow::BlockKind::Paragraph) child.looseness = looseness;
  }
}

}  // namespace

void set_looseness(flow::Document& flow, int looseness) {
  for (flow::Column& column : flow.columns) each_point(column.blocks, [&](flow::Block& point) { set_texts(point, looseness); });
}

void tighten(flow::Document& flow, std::span<base::ItemId const> items) {
  for (flow::Column& column : flow.columns) {
    each_point(column.blocks, [&](flow::Block& point) {
      if (std::binary_search(items.begin(), items.end(), point.items.front())) set_texts(point, -1);
    });
  }
}

}  // namespace resumec::layout::fit

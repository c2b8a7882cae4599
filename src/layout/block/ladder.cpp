#include "layout/block/ladder.hpp"

#include "layout/block/balance.hpp"
#include "layout/block/label.hpp"
#include "layout/inline/paragraph.hpp"

#include <algorithm>
#include <map>

namespace resumec::layout {

namespace {

struct RowOfSlot {
  flow::Block const* left;
  flow::Block const* right;
  Length width;
};

using RowsBySlot = std::map<flow::SlotId, std::vector<RowOfSlot>>;

flow::SlotId slot_of(flow::Block const& cell, flow::Document const& flow) {
  return cell.node && cell.node.index() < flow.nodes.size() ? flow.nodes[cell.node.index()].slot : flow::SlotId{};
}

void find_rows(flow::Block const& block, Length width, Length room, Context& context, RowsBySlot& rows) {
  if (block.kind == flow::BlockKind::Row && block.children.size() == 2 && !block.children[1].alternatives.empty()) {
    auto const style = block.children[0].style;
    Length const indent = style ? context.from_body_em(context.flow.styles[style.index()].indent) : Length{};
    rows[slot_of(block.children[1], context.flow)].push_back({&block.children[0], &block.children[1], width - indent});
    return;
  }
  Length inner = width;
  if (block.kind == flow::BlockKind::Item) inner -= text_indent(block, room, width, context);
  if (block.kind == flow::BlockKind::Columns) inner = column_width(inner, column_count(block), context);
  bool const is_entry = block.kind == flow::BlockKind::Stack && block.children.size() == 1;
  Length const inside = is_entry && room > Length{} ? room : label_room(block, inner, context);
  for (flow::Block const& child : block.children) find_rows(child, inner, inside, context, rows);
}

flow::Inlines const& step_of(flow::Block const& cell, std::size_t step) {
  if (step == 0 || cell.alternatives.empty()) return cell.inlines;
  return cell.alternatives[std::min(step, cell.alternatives.size()) - 1].inlines;
}

/// What a row costs that has to wrap, in rows whose wording is one step shorter: one long title must not shorten every date.
constexpr std::size_t wrapped_row = 4;

/// The step that costs least; of equals the first, which is the fullest wording.
std::size_t best_step(std::vector<RowOfSlot> const& rows, Context& context) {
  std::vector<Length> room;  // for the right cell
  std::size_t steps = 0;
  room.reserve(rows.size());
  for (RowOfSlot const& row : rows) {
    room.push_back(row.width - context.from_body_em(cell_gap) - natural_width(row.left->inlines, context));
    steps = std::max(steps, row.right->alternatives.size());
  }
  std::size_t best = 0, least = rows.size() * wrapped_row + 1;
  for (std::size_t step = 0; step <= steps && step * rows.size() < least; ++step) {
    std::size_t cost = step * rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (natural_width(step_of(*rows[i].right, step), context) > room[i]) cost += wrapped_row;
    }
    if (cost < least) {
      least = cost;
      best = step;
    }
  }
  return best;
}

}  // namespace

flow::Inlines const& LadderSteps::wording(flow::Block const& cell, flow::Document const& flow) const {
  if (cell.alternatives.empty()) return cell.inlines;
  flow::SlotId const slot = slot_of(cell, flow);
  if (!slot) return step_of(cell, without_slot_);
  return step_of(cell, slot.index() < of_slot_.size() ? of_slot_[slot.index()] : 0);
}

void LadderSteps::set(flow::SlotId slot, std::size_t step) {
  if (!slot) {
    without_slot_ = step;
    return;
  }
  if (slot.index() >= of_slot_.size()) of_slot_.resize(slot.index() + 1);
  of_slot_[slot.index()] = step;
}

LadderSteps choose_steps(std::vector<Length> const& widths, Context& context) {
  RowsBySlot rows;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    for (flow::Block const& block : context.flow.columns[i].blocks) find_rows(block, widths[i], Length{}, context, rows);
  }
  LadderSteps steps;
  for (auto const& [slot, of_slot] : rows) steps.set(slot, best_step(of_slot, context));
  return steps;
}

}  // namespace resumec::layout

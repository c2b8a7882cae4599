#include "flow/realizer.hpp"

#include <algorithm>

namespace resumec::flow {

void hoist_gaps(Blocks& blocks) {
  for (auto& block : blocks) {
    if (block.kind == BlockKind::Row || block.children.empty()) continue;
    hoist_gaps(block.children);
    auto& first = block.children.front();
    auto& last = block.children.back();
    block.above = std::max(block.above, first.above);
    block.below = std::max(block.below, last.below);
    first.above = 0;
    last.below = 0;
  }
  // The cells of a row have no gaps of their own.
  for (auto& block : blocks) {
    if (block.kind != BlockKind::Row) continue;
    for (auto& cell : block.children) cell.above = cell.below = 0;
  }
}

}  // namespace resumec::flow

// Which wording the right cells of rows get (typesetting.md §2.6): dates are uniform, so one step of the ladder
// holds for all rows whose right cell fills the same slot.
#pragma once

#include "flow/document.hpp"
#include "layout/context.hpp"

#include <cstddef>
#include <vector>

namespace resumec::layout {

/// Space between the cells of a row, in body em.
inline constexpr Em cell_gap = Em::raw(Em::one);

/// For each slot the step: 0 is the block's own inlines, k its k-th alternative (or its last).
class LadderSteps {
 public:
  flow::Inlines const& wording(flow::Block const& cell, flow::Document const& flow) const;
  void set(flow::SlotId slot, std::size_t step);

 private:
  std::vector<std::size_t> of_slot_;
  std::size_t without_slot_ = 0;
};

/// Widths of the columns' blocks, in the order of `flow.columns`.
LadderSteps choose_steps(std::vector<Length> const& widths, Context& context);

}  // namespace resumec::layout

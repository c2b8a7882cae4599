// Points with a line less than would be best: the lines are set tighter, within what is allowed of any line (typesetting.md §2.3).
#pragma once

#include "flow/document.hpp"

#include <span>

namespace resumec::layout::fit {

/// Of the texts of all points.
void set_looseness(flow::Document& flow, int looseness);
/// Only those printed for one of `items`, ascending.
void tighten(flow::Document& flow, std::span<base::ItemId const> items);

}  // namespace resumec::layout::fit

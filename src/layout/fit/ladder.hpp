// The settings that fitting may choose: body size, margins, leading, gaps, from the layout's own outwards, and the harm that each does
// (typesetting.md §4.4).
#pragma once

#include "style/style.hpp"

#include <cstdint>
#include <vector>

namespace resumec::layout::fit {

struct Level {
  style::Metrics metrics;
  std::int64_t harm = 0;  ///< thousandths of what is shown at the layout's own setting
};

/// `x_height`: of the body's face, in its em; sizes that make it smaller than 4 pt are not legible.
struct Bounds {
  base::Em x_height;
};

/// The layout's own setting first, then all that set more on a page, by harm.
std::vector<Level> tighter(style::Metrics const& natural, Bounds const& bounds);

/// Settings that set less on a page, from the layout's own outwards.
std::vector<style::Metrics> looser(style::Metrics const& natural);

}  // namespace resumec::layout::fit

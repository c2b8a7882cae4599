// Step 4 of a paragraph: a broken line → glyph runs with lengths. From here on nothing is in em.
#pragma once

#include "layout/fragment.hpp"
#include "layout/inline/linebreak.hpp"

namespace resumec::layout {

/// Where a line stands in its paragraph and column.
struct LinePlace {
  Length left, width;  ///< of the column's part that the line may fill
  style::Align align = style::Align::Left;
  Units leading = 16;
  bool ends_paragraph = false;
};

Fragment finalize(Line const& line, Prepared& prepared, LinePlace const& place, Context& context);

/// The baseline of a line box, from its top: at three quarters, so that boxes of one leading share a grid.
constexpr Units baseline_of(Units leading) { return leading * 3 / 4; }

}  // namespace resumec::layout

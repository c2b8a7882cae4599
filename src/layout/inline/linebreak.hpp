// Step 3 of a paragraph: segments → lines, in body em. First fit; the exact search of Knuth and Plass takes its place behind
// the same values.
#pragma once

#include "layout/inline/prepare.hpp"

#include <cstdint>
#include <vector>

namespace resumec::layout {

/// How wide the lines are. The first may be shorter (parshape): a date stands at its end.
struct Measures {
  Width first = 0, later = 0;
  Width of(std::size_t line) const { return line == 0 ? first : later; }
};

/// Segments [first, last) on one line.
struct Line {
  std::uint32_t first = 0, last = 0;
  Width measure = 0;
  Width natural = 0;        ///< of what is seen
  std::int64_t r_1024 = 0;  ///< stretch (> 0) or shrink (< 0) of its spaces, in 1/1024 of what they can; 0: natural spaces
  bool overfull = false;
};

/// `align` decides whether spaces give way: in justified lines only.
std::vector<Line> linebreak(Prepared const& prepared, Measures measures, style::Align align);

/// The fewest lines, and among those the most even ones: the longest as short as possible, then the least sum of squared slacks.
std::vector<Line> linebreak_balanced(Prepared const& prepared, Width measure);

}  // namespace resumec::layout

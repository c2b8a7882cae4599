// Step 3 of a paragraph: places → lines, in body em. The exact search of Knuth and Plass (Breaking Paragraphs into Lines, 1981) with the
// parameters of typesetting.md §2.3, in integers. For each number of lines it finds the best way, which fitting chooses from.
#pragma once

#include "layout/inline/breakpoints.hpp"

#include <cstddef>
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
  Width natural = 0;                    ///< of what is seen
  Width hang_left = 0, hang_right = 0;  ///< how far its ends stand outside
  std::int64_t r_1024 = 0;              ///< stretch (> 0) or shrink (< 0), in 1/1024 of what its spaces and glyphs can; 0: natural
  std::int64_t demerits = 0;
  bool overfull = false;
};

/// One way to break a paragraph.
struct BrokenLines {
  std::vector<Line> lines;
  std::int64_t demerits = 0;
};

/// The least demerits first, then by the number of lines. Never empty; a line is overfull only if one segment alone is too wide for it.
/// Paragraphs of more than `most_places_with_variants` places have one entry.
std::vector<BrokenLines> linebreak(Breakpoints const& places, Measures measures, style::Align align);

inline constexpr std::size_t most_places_with_variants = 2000;

/// The fewest lines, and among those the most even ones: the longest as short as possible, then the least sum of squared slacks.
std::vector<Line> linebreak_balanced(Prepared const& prepared, Width measure);

}  // namespace resumec::layout

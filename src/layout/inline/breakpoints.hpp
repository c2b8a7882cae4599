// What the search for line ends reads: one record for each place where a line may end, with running sums, so that any line's width,
// stretch and shrink is a difference. All in body em; nothing depends on the width of a column.
#pragma once

#include "layout/inline/prepare.hpp"

#include <cstdint>
#include <vector>

namespace resumec::layout {

/// The place before the first segment, or behind one. A line that starts at `a` and ends at `b` is
/// b.seen − a.start + b.hyphen wide, and may stick out by b.hang_right and a.hang_left.
struct Breakpoint {
  Width seen = 0;   ///< all text before it, without the blanks at which the line ends and the tracking of its last letter
  Width start = 0;  ///< all text before the line that starts here
  Width seen_stretch = 0, start_stretch = 0;
  Width seen_shrink = 0, start_shrink = 0;
  Width hyphen = 0;
  Width hang_right = 0, hang_left = 0;
  std::int32_t penalty = 0;
  bool flagged = false;    ///< the line would end in a hyphen
  bool divides = false;    ///< … that is not in the text
  bool mandatory = false;  ///< it ends here
};

struct Breakpoints {
  std::vector<Breakpoint> at;    ///< one more than segments
  bool short_last_word = false;  ///< one to five letters: the worst of runts
  bool divides = false;          ///< some places divide words
};

/// Optical margins: what may hang out of the text's edges.
enum class Hanging : std::uint8_t { None, Left, Both };

Breakpoints breakpoints_of(Prepared const& prepared, Hanging hanging, Context& context);

/// How wide glyphs may become, and how narrow, to fill a justified line: thousandths, in steps that nobody sees (Hàn Thế Thành 2000).
inline constexpr int most_expansion = 20;
inline constexpr int expansion_step = 5;
/// The change of a line's glyphs, in thousandths of their width.
std::int64_t expansion_of(std::int64_t r_1024);

}  // namespace resumec::layout

// A paragraph in four steps, in reading order: collect → prepare → linebreak → finalize.
#pragma once

#include "layout/fragment.hpp"
#include "layout/inline/linebreak.hpp"

#include <vector>

namespace resumec::layout {

/// The end of a line that another follows in the same paragraph.
struct LineEnd {
  std::uint32_t at = 0;      ///< byte of the collected text at which the next line starts
  bool divides_word = false;  ///< a hyphen stands there that is not in the text
};
using LineEnds = std::vector<LineEnd>;

/// Resolved once a paragraph. `first_left` and `first_width` are the first line's, where it is shorter.
struct ParagraphConfig {
  style::Align align = style::Align::Left;
  Units leading = 16;
  Length left, width;
  Length first_left, first_width;
  Breaking breaking = Breaking::Prose;
  int looseness = 0;             ///< as in `flow::Block`
  LineEnds* line_ends = nullptr;  ///< where the lines of a paragraph end is noted here

  static ParagraphConfig of(style::ComputedStyle const& style, Length left, Length width);
};

/// How running text of a style breaks in a column: whether its words may be divided (typesetting.md §2.3).
Breaking breaking_of(style::ComputedStyle const& style, Length width, Context const& context);

/// One fragment a line, relative to the column's left edge. Words that had to be cut, and characters that no font has, are
/// reported with their places.
std::vector<Fragment> set_paragraph(Prepared& prepared, ParagraphConfig const& config, Context& context);
std::vector<Fragment> set_paragraph(flow::Inlines const& inlines, ParagraphConfig const& config, Context& context);

/// All on one line, as wide as it likes: right cells, markers.
Fragment set_line(flow::Inlines const& inlines, Units leading, Context& context);

/// What `set_line` would be wide, without making it.
Length natural_width(flow::Inlines const& inlines, Context& context);

}  // namespace resumec::layout

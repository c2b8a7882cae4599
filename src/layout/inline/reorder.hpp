// Where the runs of a line with text of both directions stand (UAX #9, rules L1 and L2). Runs stay in logical order: only their places
// change, so that the text layer is read as it was written.
#pragma once

#include "display/document.hpp"
#include "unicode/unicode.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace resumec::layout {

using base::Length;

/// What is known of a run beside itself.
struct RunPlace {
  std::uint8_t level = 0;
  bool tail = false;  ///< blanks behind the seen text; they have the paragraph's level (L1)
  Length width;
};

/// The left edge of each run. The seen ones fill a stretch that starts at `left`; blanks of the tail stand outside of it. `page` is the
/// direction of the document: the lines of a leftward one are set as their mirror image sees them, because its pages are mirrored at the
/// end.
std::vector<Length> places_of(std::span<RunPlace const> runs, Length left, unicode::Direction page);

/// Joins runs that follow one another in the text and on the line and look the same: one field is one run. `same[i]` says whether run i may
/// be joined to the one before it.
void join_runs(std::vector<display::GlyphRun>& runs, std::vector<RunPlace> const& places, std::vector<bool> const& same);

}  // namespace resumec::layout

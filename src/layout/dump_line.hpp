// The notation of broken lines: `dump --stage=lines` and the tests read it.
#pragma once

#include "layout/inline/linebreak.hpp"

#include <string>
#include <vector>

namespace resumec::layout {

/// `paragraph measure=30.000em justify`, then a line each: natural width, stretch ratio r, expansion e of the
/// glyphs, demerits d, text.
void dump_paragraph(std::string& out, Prepared const& prepared, std::vector<Line> const& lines, Measures measures, style::Align align);

}  // namespace resumec::layout

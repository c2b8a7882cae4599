// Which letters each glyph of a run stands for.
#pragma once

#include "display/document.hpp"

#include <string>
#include <vector>

namespace resumec::backend::pdf {

/// For each glyph a piece of `run.text`. A cluster of one glyph has all of its text. In one of several glyphs each has a code
/// point of its own, if need be after decomposition ("é" drawn as letter and accent); where the numbers differ, the first
/// glyph has the whole text and the others none. Together the pieces are the text; clusters outside it count as its end.
std::vector<std::string> cluster_texts(display::GlyphRun const& run);

}  // namespace resumec::backend::pdf

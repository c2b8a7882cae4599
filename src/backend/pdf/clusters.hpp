// Which letters each glyph of a run stands for.
#pragma once

#include "display/document.hpp"

#include <string_view>
#include <vector>

namespace resumec::backend::pdf {

/// For each glyph a piece of `run.text`. The first glyph of a cluster has all of its text, those after it have none, unless
/// the cluster has as many code points as glyphs: then each has one. Together the pieces are the text, whatever the
/// direction; clusters outside the text count as its end.
std::vector<std::string_view> cluster_texts(display::GlyphRun const& run);

}  // namespace resumec::backend::pdf

// Where words may be divided by a hyphen that is not in the text.
#pragma once

#include "layout/inline/collect.hpp"
#include "layout/inline/suppress.hpp"

#include <vector>

namespace resumec::layout {

/// Adds the places of patterns, of the résumé's own list and of soft hyphens. Never divided: the last word of a paragraph, names (a capital
/// inside a sentence; not in German, whose nouns have them), abbreviations, code, links, dates, short items of lists.
void add_divisions(Collected const& collected, std::vector<BreakPlace>& places, Context& context);

}  // namespace resumec::layout

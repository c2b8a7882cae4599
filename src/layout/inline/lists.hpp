// Lists that run on in a paragraph, with separators that the layout made: skills, keywords, the names of authors.
#pragma once

#include "layout/inline/collect.hpp"
#include "layout/inline/suppress.hpp"

#include <vector>

namespace resumec::layout {

/// Items of up to three words.
std::vector<ByteRange> short_items_of(Collected const& collected);

/// Lines end between the items: inside one of up to three words at a high price, in front of a separator not at all.
void keep_items_whole(Collected const& collected, std::vector<BreakPlace>& places);

}  // namespace resumec::layout

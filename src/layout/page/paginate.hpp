// Vertical list → places on pages. First fit with keep rules; the exact search takes its place behind the same values.
#pragma once

#include "layout/block/vertical_list.hpp"

#include <cstdint>
#include <vector>

namespace resumec::layout {

inline constexpr std::uint32_t most_pages = 1000;

/// How many units of text a page holds: the first may have other running heads than the later ones.
struct PageHeights {
  Units first = 0, later = 0;
  Units of(std::uint32_t page) const { return page == 0 ? first : later; }
};

/// A place in a column: the top of the next box if there were no gap.
struct PagePosition {
  std::uint32_t page = 0;
  Units y = 0;
};

struct Pagination {
  std::vector<PagePosition> boxes;  ///< one a box, or fewer if the document does not end
  PagePosition end;
  bool complete = true;  ///< false: more than `most_pages`
};

Pagination paginate(VerticalList const& list, PagePosition start, PageHeights const& heights);

}  // namespace resumec::layout

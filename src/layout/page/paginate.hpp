// Vertical list → places on pages, exactly: of all ways to end the pages, the one that breaks the fewest rules; of these one with the
// fewest pages; of these the one of the least cost (typesetting.md §3.2, §3.3).
#pragma once

#include "layout/block/vertical_list.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace resumec::layout {

inline constexpr std::uint32_t most_pages = 1000;

/// Every page costs this much.
inline constexpr Cost page_cost = 2000;

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

/// What a way to end pages is judged by, in this order.
struct PageScore {
  Cost rules = 0;  ///< of places where no page should end
  std::uint32_t pages = 0;
  Cost cost = 0;  ///< of pages and allowed ends
  friend auto operator<=>(PageScore const&, PageScore const&) = default;
};

/// A page of a column.
struct PageFill {
  std::size_t first = 0;  ///< box; the first of the next page if there is none on this one
  Units used = 0, height = 0;
  Cost cost = 0;  ///< of the page and how full it is
};

struct Pagination {
  std::vector<PagePosition> boxes;  ///< one a box, or fewer if the document does not end
  std::vector<PageFill> pages;      ///< from the page of `start` on
  PagePosition end;
  PageScore score;        ///< of the whole document
  bool complete = true;   ///< false: more than `most_pages`
  std::size_t steps = 0;  ///< ways to fill a page that were compared
};

/// `start`: where the column starts; what stands above it counts as filled.
Pagination paginate(VerticalList const& list, PagePosition start, PageHeights const& heights);

/// The same for a column whose first page has another measure than the later ones: the same blocks twice. A page goes on with the other
/// list where a block starts in both. Afterwards `first_page` holds the boxes of all pages. Nothing if no such place can be reached.
std::optional<Pagination> paginate(VerticalList& first_page, VerticalList&& later, PagePosition start, PageHeights const& heights);

/// What a page costs with so much of it used.
enum class PagePart : std::uint8_t { Inner, Last };
Cost cost_of_page(Units used, Units height, PagePart part);

}  // namespace resumec::layout

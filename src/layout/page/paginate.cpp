#include "layout/page/paginate.hpp"

#include <algorithm>
#include <cstddef>

namespace resumec::layout {

namespace {

/// The best box in (first, overflow] to start the next page with; `first` itself if the page may stay empty and that is better
/// than to tear something apart.
std::size_t best_break(std::vector<VerticalBox> const& boxes, std::size_t first, std::size_t overflow, bool may_skip_page) {
  auto const last_of = [&](PageBreak wanted) {
    std::size_t at = overflow;
    while (at > first && boxes[at].break_before != wanted) --at;
    return at;
  };
  if (std::size_t const at = last_of(PageBreak::Allowed); at > first) return at;
  if (may_skip_page) return first;
  if (std::size_t const at = last_of(PageBreak::Discouraged); at > first) return at;
  return overflow;
}

}  // namespace

Pagination paginate(VerticalList const& list, PagePosition start, PageHeights const& heights) {
  Pagination result;
  result.boxes.reserve(list.boxes.size());
  PagePosition at = start;
  std::size_t first = 0;  // box of the page
  std::size_t next = 0;
  while (next < list.boxes.size()) {
    VerticalBox const& box = list.boxes[next];
    Units const top = at.y == 0 ? 0 : at.y + box.gap;
    // A page takes at least one box, however tall: otherwise nothing would ever end.
    bool const alone = next == first && at.y == 0;
    if (alone || top + box.fragment.height <= heights.of(at.page)) {
      result.boxes.push_back({at.page, top});
      // A box without height still ends the page's top.
      at.y = top + box.fragment.height;
      ++next;
      continue;
    }
    bool const may_skip_page = first == 0 && start.y > 0 && at.page == start.page;
    next = best_break(list.boxes, first, next, may_skip_page);
    result.boxes.resize(next);
    first = next;
    at = {at.page + 1, 0};
    if (at.page >= most_pages) {
      result.complete = false;
      break;
    }
  }
  result.end = at;
  return result;
}

}  // namespace resumec::layout

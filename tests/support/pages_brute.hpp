// Pages made again in the plainest ways, for tests and fuzzing: the score of any way to end them, the best of all ways, and first fit.
#pragma once

#include "layout/page/paginate.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace resumec::testing {

using layout::Cost;
using layout::PageHeights;
using layout::PagePosition;
using layout::PageScore;
using layout::Units;
using layout::VerticalBox;
using layout::VerticalList;

/// The first boxes of the pages behind the column's first.
inline std::vector<std::size_t> starts_of(layout::Pagination const& pagination) {
  std::vector<std::size_t> starts;
  for (std::size_t page = 1; page < pagination.pages.size(); ++page) starts.push_back(pagination.pages[page].first);
  return starts;
}

/// typesetting.md §3.2, written again.
inline Cost page_points(Units used, Units height, bool last) {
  if (height <= 0) return 2000;  // there is nothing to fill
  Cost const h = height, u = std::min(used, height);
  Cost cost = 2000;
  if (last) {
    if (2 * u < h) cost += 400 * (h - 2 * u) * (h - 2 * u) / (h * h);
    if (u < 64) cost += 1500;
  } else if (100 * u < 94 * h) {
    cost += 9 * (94 * h - 100 * u) * (94 * h - 100 * u) / (4 * h * h);
  }
  return cost;
}

/// What a way to end the pages scores: `starts` are the first boxes of the pages; the first of them is the column's.
inline std::optional<PageScore> score_of(VerticalList const& list, PagePosition start, PageHeights const& heights,
                                         std::vector<std::size_t> const& starts) {
  PageScore score;
  for (std::size_t page = 0; page < starts.size(); ++page) {
    bool const last = page + 1 == starts.size();
    std::size_t const end = last ? list.boxes.size() : starts[page + 1];
    Units used = page == 0 ? start.y : 0;
    Units const height = heights.of(start.page + static_cast<std::uint32_t>(page));
    bool const from_top = used == 0;
    // What has no extent is not what a page starts with, unless it must.
    layout::PageBreak const& at_top = list.boxes[starts[page]].page_break;
    bool const extends = list.boxes[starts[page]].gap + list.boxes[starts[page]].fragment.height > 0;
    if (starts[page] > 0 && !extends && !at_top.is_forced()) return std::nullopt;
    if (page == 0 && !from_top && end > 0 && at_top.is_forced()) return std::nullopt;
    Units const above = from_top ? list.boxes[starts[page]].top(height) : 0;
    used += above;
    for (std::size_t i = starts[page]; i < end; ++i) {
      if (i > starts[page] && list.boxes[i].page_break.is_forced()) return std::nullopt;
      used += list.boxes[i].fragment.height + (i == starts[page] && from_top ? 0 : list.boxes[i].gap);
    }
    if (used > height && !(from_top && used == above + list.boxes[starts[page]].fragment.height)) return std::nullopt;
    ++score.pages;
    score.cost += page_points(used, height, last);
    if (last || end == 0) continue;
    layout::PageBreak const& at = list.boxes[end].page_break;
    if (at.cost >= layout::torn)
      score.rules += at.cost;
    else if (at.cost > layout::forced)
      score.cost += at.cost;
  }
  return score;
}

/// The best of all ways.
inline void search(VerticalList const& list, PagePosition start, PageHeights const& heights, std::vector<std::size_t>& starts,
                   std::optional<PageScore>& best) {
  if (auto const score = score_of(list, start, heights, starts); score && (!best || *score < *best)) best = score;
  std::size_t const first = starts.back();
  for (std::size_t next = first + 1; next < list.boxes.size(); ++next) {
    starts.push_back(next);
    search(list, start, heights, starts, best);
    starts.pop_back();
  }
}

inline std::optional<PageScore> exhaustive(VerticalList const& list, PagePosition start, PageHeights const& heights) {
  std::optional<PageScore> best;
  std::vector<std::size_t> starts{0};
  search(list, start, heights, starts, best);
  if (start.y > 0) {
    starts = {0, 0};
    search(list, start, heights, starts, best);
  }
  return best;
}

/// First fit with keep rules, as others do it.
inline std::vector<std::size_t> first_fit(VerticalList const& list, PagePosition start, PageHeights const& heights) {
  std::vector<VerticalBox> const& boxes = list.boxes;
  auto const best_break = [&](std::size_t first, std::size_t overflow, bool may_skip_page) {
    auto const last_up_to = [&](Cost most) {
      std::size_t at = overflow;
      while (at > first && boxes[at].page_break.cost > most) --at;
      return at;
    };
    if (std::size_t const at = last_up_to(layout::torn - 1); at > first) return at;
    if (may_skip_page) return first;
    if (std::size_t const at = last_up_to(layout::torn); at > first) return at;
    return overflow;
  };
  std::vector<std::size_t> starts{0};
  PagePosition at = start;
  std::size_t first = 0, next = 0;
  while (next < boxes.size()) {
    Units const top = at.y == 0 ? 0 : at.y + boxes[next].gap;
    if ((next == first && at.y == 0) || top + boxes[next].fragment.height <= heights.of(at.page)) {
      at.y = top + boxes[next++].fragment.height;
      continue;
    }
    next = best_break(first, next, first == 0 && start.y > 0 && at.page == start.page);
    starts.push_back(first = next);
    at = {at.page + 1, 0};
  }
  return starts;
}

}  // namespace resumec::testing

// A page's cost depends on what it holds and not on the pages before it, so the best way to fill the pages up to a box is the best way up
// to the box that starts the last of them, and one page more. For every box at which a page may start there is one best score; a page is
// tried from there to every later box that it can reach. A page holds a bounded number of boxes, so the work is linear in the document's
// length. Only the first page may differ from the others: it is tried once, from the column's start.
#include "layout/page/paginate.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <utility>

namespace resumec::layout {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// A last page of fewer lines looks like a mistake.
constexpr Units fewest_units = 4 * 16;

/// The best way to start a page at a box.
struct Best {
  PageScore score;
  std::size_t from = none;  ///< the box that starts the page before
  bool reached = false;
};

/// A list with sums of heights.
class Measured {
 public:
  explicit Measured(std::vector<VerticalBox> const& boxes) : boxes_{boxes} {
    foot_.reserve(boxes.size() + 1);
    foot_.push_back(0);
    for (VerticalBox const& box : boxes) foot_.push_back(foot_.back() + box.gap + box.fragment.height);
  }
  std::size_t size() const { return boxes_.size(); }
  VerticalBox const& operator[](std::size_t box) const { return boxes_[box]; }
  /// From the top of box `first` to the foot of the box before `end`.
  std::int64_t height(std::size_t first, std::size_t end) const { return foot_[end] - foot_[first] - boxes_[first].gap; }

 private:
  std::vector<VerticalBox> const& boxes_;
  std::vector<std::int64_t> foot_;  ///< where box i would start if all stood on one endless page, with its gap still to come
};

class Paginator {
 public:
  Paginator(std::vector<VerticalBox> const& boxes, PagePosition start, PageHeights const& heights)
      : boxes_{boxes}, start_{start}, heights_{heights}, best_(boxes.size() + 1) {}

  /// False if there is no way at all: only with another list for the first page.
  bool search();
  bool search(std::vector<VerticalBox> const& first_page);

  /// The first boxes of the pages behind the column's first.
  std::vector<std::size_t> starts() const;
  /// How many boxes of the other list stand on the first page.
  std::size_t boxes_on_first_page() const;
  PageScore score() const { return best_.back().score; }
  std::size_t steps() const { return steps_; }

 private:
  /// Tries every page that starts at box `first` of `list` with `used` units taken above it. `next_start` tells at which box a page may go
  /// on, given the box of `list` that it ends before.
  template <class NextStart>
  void fill(Measured const& list, std::size_t first, Units used, Units height, Best const& before, NextStart next_start);
  void reach(std::size_t box, std::size_t from, PageScore const& score);
  void skip_first_page();
  bool must_skip_first_page(VerticalBox const& first) const { return start_.y > 0 && first.page_break.is_forced(); }
  bool fill_later_pages();

  /// In `Best::from`: the page before is the column's first.
  static constexpr std::size_t column_start = none - 1;

  Measured const boxes_;
  PagePosition const start_;
  PageHeights const heights_;
  std::vector<Best> best_;
  std::vector<std::size_t> in_first_list_;  ///< the box of the other list at which a block starts, by box
  std::size_t steps_ = 0;
};

void Paginator::reach(std::size_t box, std::size_t from, PageScore const& score) {
  Best& best = best_[box];
  // Of equals, the one whose earlier pages hold more.
  if (!best.reached || score <= best.score) best = {score, from, true};
}

template <class NextStart>
void Paginator::fill(Measured const& list, std::size_t first, Units used, Units height, Best const& before, NextStart next_start) {
  std::int64_t const above = used > 0 ? used + list[first].gap : list[first].top(height);
  for (std::size_t end = first + 1; end <= list.size(); ++end) {
    ++steps_;
    std::int64_t const filled = above + list.height(first, end);
    // A box alone on a page stands there however tall it is: otherwise nothing would ever end.
    bool const alone = used == 0 && filled == above + list[first].fragment.height;
    if (filled > height && !alone) return;
    bool const last = end == list.size();
    bool const must_end = !last && list[end].page_break.is_forced();
    std::size_t const next = last ? boxes_.size() : next_start(end);
    // What has no extent belongs to what is above it, so a page has a bounded number of places to end.
    if (next != none && (last || must_end || list[end].gap + list[end].fragment.height > 0)) {
      PageScore score = before.score;
      ++score.pages;
      score.cost += cost_of_page(static_cast<Units>(filled), height, last ? PagePart::Last : PagePart::Inner);
      if (!last && !must_end) (list[end].page_break.allowed() ? score.cost : score.rules) += list[end].page_break.cost;
      reach(next, before.from, score);
    }
    if (must_end) return;
  }
}

/// What stands above the column may have its page to itself.
void Paginator::skip_first_page() {
  if (start_.y > 0) reach(0, column_start, {0, 1, cost_of_page(start_.y, heights_.of(start_.page), PagePart::Inner)});
}

bool Paginator::fill_later_pages() {
  for (std::size_t first = 0; first < boxes_.size(); ++first) {
    if (!best_[first].reached) continue;
    Best const before{best_[first].score, first, true};
    fill(boxes_, first, 0, heights_.later, before, [](std::size_t end) { return end; });
  }
  return best_.back().reached;
}

bool Paginator::search() {
  skip_first_page();
  if (!must_skip_first_page(boxes_[0]))
    fill(boxes_, 0, start_.y, heights_.of(start_.page), {{}, column_start, true}, [](std::size_t end) { return end; });
  return fill_later_pages();
}

bool Paginator::search(std::vector<VerticalBox> const& first_page) {
  std::map<flow::Block const*, std::size_t> later;
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    if (boxes_[i].starts != nullptr) later.emplace(boxes_[i].starts, i);
  }
  in_first_list_.assign(boxes_.size() + 1, 0);
  in_first_list_.back() = first_page.size();
  skip_first_page();
  if (must_skip_first_page(first_page.front())) return fill_later_pages();
  fill(Measured{first_page}, 0, start_.y, heights_.of(start_.page), {{}, column_start, true}, [&](std::size_t end) {
    auto const found = later.find(first_page[end].starts);
    if (found == later.end()) return none;
    in_first_list_[found->second] = end;
    return found->second;
  });
  return fill_later_pages();
}

std::vector<std::size_t> Paginator::starts() const {
  std::vector<std::size_t> starts;  // the last page first
  for (std::size_t at = best_.back().from; at != column_start; at = best_[at].from) starts.push_back(at);
  std::reverse(starts.begin(), starts.end());
  return starts;
}

std::size_t Paginator::boxes_on_first_page() const {
  auto const later = starts();
  return in_first_list_[later.empty() ? boxes_.size() : later.front()];
}

/// Boxes on pages whose first boxes are known.
Pagination place(std::vector<VerticalBox> const& boxes, PagePosition start, PageHeights const& heights, std::vector<std::size_t> starts) {
  Pagination result;
  result.end = start;
  starts.insert(starts.begin(), 0);
  starts.push_back(boxes.size());
  result.boxes.reserve(boxes.size());
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    std::uint32_t const page = start.page + static_cast<std::uint32_t>(i);
    if (page >= most_pages) {
      result.complete = false;
      break;
    }
    Units y = i == 0 ? start.y : 0;
    for (std::size_t box = starts[i]; box < starts[i + 1]; ++box) {
      bool const at_top = box == starts[i] && y == 0;
      Units const top = at_top ? boxes[box].top(heights.of(page)) : y + boxes[box].gap;
      result.boxes.push_back({page, top});
      y = top + boxes[box].fragment.height;
    }
    Units const height = heights.of(page);
    PagePart const part = starts[i + 1] == boxes.size() ? PagePart::Last : PagePart::Inner;
    result.pages.push_back({starts[i], y, height, cost_of_page(y, height, part)});
    result.end = {page, y};
  }
  return result;
}

}  // namespace

Cost cost_of_page(Units used, Units height, PagePart part) {
  if (height <= 0) return page_cost;
  Cost const full = height, filled = std::clamp<Cost>(used, 0, height);
  if (part == PagePart::Inner) {
    // 900 × ((0.94 − f) / 0.20)², in hundredths of the page.
    Cost const missing = std::max<Cost>(0, 94 * full - 100 * filled);
    return page_cost + 900 * missing * missing / (400 * full * full);
  }
  // 400 × ((0.5 − f) / 0.5)².
  Cost const missing = std::max<Cost>(0, full - 2 * filled);
  return page_cost + 400 * missing * missing / (full * full) + (filled < fewest_units ? 1500 : 0);
}

Pagination paginate(VerticalList const& list, PagePosition start, PageHeights const& heights) {
  Pagination result;
  result.end = start;
  if (list.boxes.empty()) return result;
  Paginator paginator{list.boxes, start, heights};
  paginator.search();
  result = place(list.boxes, start, heights, paginator.starts());
  result.score = paginator.score();
  result.steps = paginator.steps();
  return result;
}

std::optional<Pagination> paginate(VerticalList& first_page, VerticalList&& later, PagePosition start, PageHeights const& heights) {
  if (first_page.boxes.empty()) return std::nullopt;
  Paginator paginator{later.boxes, start, heights};
  if (!paginator.search(first_page.boxes)) return std::nullopt;
  auto starts = paginator.starts();
  std::size_t const kept = paginator.boxes_on_first_page();
  std::size_t const next = starts.empty() ? later.boxes.size() : starts.front();
  first_page.boxes.resize(kept);
  first_page.boxes.insert(first_page.boxes.end(), std::make_move_iterator(later.boxes.begin() + static_cast<std::ptrdiff_t>(next)),
                          std::make_move_iterator(later.boxes.end()));
  first_page.gap_below = later.gap_below;
  for (std::size_t& at : starts) at = at - next + kept;
  Pagination result = place(first_page.boxes, start, heights, std::move(starts));
  result.score = paginator.score();
  result.steps = paginator.steps();
  return result;
}

}  // namespace resumec::layout

// A page's cost depends on what it holds and not on the pages before it, so the best way to fill the pages up to a box is the best way up
// to the box that starts the last of them, and one page more. For every box at which a page may start there is one best score; a page is
// tried from there to every later box that it can reach. A page holds a bounded number of boxes, so the work is linear in the document's
// length. Only the first page may differ from the others: it is tried once, from the column's start.
#include "layout/page/paginate.hpp"

#include <algorithm>
#include <limits>
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

class Paginator {
 public:
  Paginator(VerticalList const& list, PagePosition start, PageHeights const& heights);
  Pagination run();

 private:
  /// Tries every page that starts at box `first` with `used` units taken above it.
  void fill(std::size_t first, Units used, Units height, PageScore const& before, std::size_t from);
  void reach(std::size_t box, std::size_t from, PageScore score);
  /// From the top of box `first` to the foot of the box before `end`.
  std::int64_t height(std::size_t first, std::size_t end) const { return foot_[end] - foot_[first] - boxes_[first].gap; }
  bool on_first_page(std::size_t page_start) const { return page_start == column_start; }
  void place(Pagination& result) const;

  /// In `Best::from`: the page before is the column's first.
  static constexpr std::size_t column_start = none - 1;

  std::vector<VerticalBox> const& boxes_;
  PagePosition const start_;
  PageHeights const& heights_;
  std::vector<std::int64_t> foot_;  ///< where box i would start if all stood on one endless page, with its gap still to come
  std::vector<Best> best_;
  std::size_t steps_ = 0;
};

Paginator::Paginator(VerticalList const& list, PagePosition start, PageHeights const& heights)
    : boxes_{list.boxes}, start_{start}, heights_{heights}, best_(list.boxes.size() + 1) {
  foot_.reserve(boxes_.size() + 1);
  foot_.push_back(0);
  for (VerticalBox const& box : boxes_) foot_.push_back(foot_.back() + box.gap + box.fragment.height);
}

void Paginator::reach(std::size_t box, std::size_t from, PageScore score) {
  if (box < boxes_.size()) {
    PageBreak const& here = boxes_[box].page_break;
    (here.allowed() ? score.cost : score.rules) += here.is_forced() ? 0 : here.cost;
  }
  Best& best = best_[box];
  // Of equals, the one whose earlier pages hold more.
  if (!best.reached || score <= best.score) best = {score, from, true};
}

void Paginator::fill(std::size_t first, Units used, Units height, PageScore const& before, std::size_t from) {
  std::int64_t const above = used > 0 ? used + boxes_[first].gap : 0;
  for (std::size_t end = first + 1; end <= boxes_.size(); ++end) {
    ++steps_;
    std::int64_t const filled = above + this->height(first, end);
    // A box alone on a page stands there however tall it is: otherwise nothing would ever end.
    bool const alone = used == 0 && filled == boxes_[first].fragment.height;
    if (filled > height && !alone) return;
    bool const last = end == boxes_.size();
    bool const must_end = !last && boxes_[end].page_break.is_forced();
    // What has no extent belongs to what is above it, so a page has a bounded number of places to end.
    if (last || must_end || boxes_[end].gap + boxes_[end].fragment.height > 0) {
      PageScore score = before;
      ++score.pages;
      score.cost += cost_of_page(static_cast<Units>(filled), height, last ? PagePart::Last : PagePart::Inner);
      reach(end, from, score);
    }
    if (must_end) return;
  }
}

Pagination Paginator::run() {
  Pagination result;
  result.end = start_;
  if (boxes_.empty()) return result;
  Units const first_height = heights_.of(start_.page), later = heights_.later;
  fill(0, start_.y, first_height, {}, column_start);
  // What stands above the column may have its page to itself.
  if (start_.y > 0) {
    PageScore skipped;
    skipped.pages = 1;
    skipped.cost = cost_of_page(start_.y, first_height, PagePart::Inner);
    best_[0] = {skipped, column_start, true};
  }
  for (std::size_t first = 0; first < boxes_.size(); ++first) {
    if (best_[first].reached) fill(first, 0, later, best_[first].score, first);
  }
  result.score = best_.back().score;
  result.steps = steps_;
  place(result);
  return result;
}

void Paginator::place(Pagination& result) const {
  std::vector<std::size_t> starts;  // of pages, last first; then of the column
  for (std::size_t at = best_.back().from;; at = best_[at].from) {
    starts.push_back(on_first_page(at) ? 0 : at);
    if (on_first_page(at)) break;
  }
  std::reverse(starts.begin(), starts.end());
  starts.push_back(boxes_.size());
  result.boxes.reserve(boxes_.size());
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    std::uint32_t const page = start_.page + static_cast<std::uint32_t>(i);
    if (page >= most_pages) {
      result.complete = false;
      break;
    }
    Units y = i == 0 ? start_.y : 0;
    for (std::size_t box = starts[i]; box < starts[i + 1]; ++box) {
      bool const at_top = box == starts[i] && y == 0;
      Units const top = at_top ? 0 : y + boxes_[box].gap;
      result.boxes.push_back({page, top});
      y = top + boxes_[box].fragment.height;
    }
    Units const height = heights_.of(page);
    PagePart const part = starts[i + 1] == boxes_.size() ? PagePart::Last : PagePart::Inner;
    result.pages.push_back({starts[i], y, height, cost_of_page(y, height, part)});
    result.end = {page, y};
  }
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
  return Paginator{list, start, heights}.run();
}

}  // namespace resumec::layout

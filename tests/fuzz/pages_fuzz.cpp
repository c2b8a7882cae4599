// Any bytes → a vertical list and pages for it: every box has one place, none hangs over, what must start a page does, the score is that of
// these pages, first fit is not better, and of few boxes no other way is.
#include "support/fuzz_bytes.hpp"
#include "support/pages_brute.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace {

using namespace resumec::layout;
using resumec::testing::Bytes;
using resumec::testing::require;

constexpr std::size_t most_boxes = 400, few_boxes = 10;

Cost read_cost(Bytes& bytes) {
  constexpr Cost costs[] = {preferred, -50, 0, 120, 200, 300, 400, avoided, avoided + 400, torn, torn + avoided, parted, forced};
  return costs[bytes.below(static_cast<int>(std::size(costs)))];
}

VerticalBox read_box(Bytes& bytes) {
  VerticalBox box;
  int const kind = bytes.below(256);
  box.fragment.height = kind < 16 ? 0 : kind < 240 ? kind % 64 : kind * 4;
  box.gap = bytes.below(24);
  box.page_break.cost = read_cost(bytes);
  if (kind % 5 == 0) {
    auto head = std::make_shared<Fragment>();
    head->height = 1 + bytes.below(40);
    box.continued = std::move(head);
  }
  return box;
}

void check(VerticalList const& list, PagePosition start, PageHeights const& heights, Pagination const& made) {
  require(made.complete && made.boxes.size() == list.boxes.size() && !made.pages.empty());
  PagePosition pen = start;
  for (std::size_t i = 0; i < made.boxes.size(); ++i) {
    PagePosition const& at = made.boxes[i];
    VerticalBox const& box = list.boxes[i];
    bool const goes_on = at.page == pen.page;
    require(goes_on ? at.y >= pen.y : at.page > pen.page);
    if (i > 0 && box.page_break.is_forced()) require(!goes_on);
    Units const height = heights.of(at.page);
    bool const starts_page = !goes_on || (i == 0 && start.y == 0);
    bool const overhangs = at.y + box.fragment.height > height;
    bool const is_nothing = box.fragment.height == 0 && goes_on && at.y == pen.y;  // and may stand behind what is taller than the page
    require(!overhangs || is_nothing || (starts_page && at.y == box.top(height)));
    pen = {at.page, at.y + box.fragment.height};
  }
  std::vector<std::size_t> starts{0};
  for (std::size_t const next : resumec::testing::starts_of(made)) starts.push_back(next);
  auto const score = resumec::testing::score_of(list, start, heights, starts);
  require(score && *score == made.score);
  auto const greedy = resumec::testing::score_of(list, start, heights, resumec::testing::first_fit(list, start, heights));
  require(!greedy || made.score <= *greedy);
  if (list.boxes.size() <= few_boxes) require(resumec::testing::exhaustive(list, start, heights) == made.score);
}

/// The same blocks on two measures: all of them are placed, and pages go on where a block starts.
void check_two_measures(Bytes& bytes, PagePosition start, PageHeights const& heights) {
  std::vector<resumec::flow::Block> const blocks(static_cast<std::size_t>(1 + bytes.below(12)));
  VerticalList narrow, wide;
  for (resumec::flow::Block const& block : blocks) {
    int const lines = 1 + bytes.below(6), fewer = 1 + bytes.below(lines);
    Cost const cost = read_cost(bytes);
    auto const add = [&](VerticalList& list, int count) {
      for (int i = 0; i < count; ++i) {
        VerticalBox box;
        box.fragment.height = 16;
        box.gap = i == 0 ? 5 : 0;
        box.page_break.cost = i == 0 ? cost : torn;
        if (i == 0) box.starts = &block;
        list.boxes.push_back(std::move(box));
      }
    };
    add(narrow, lines);
    add(wide, fewer);
  }
  auto const made = paginate(narrow, std::move(wide), start, heights);
  if (!made) return;
  require(made->boxes.size() == narrow.boxes.size());
  std::size_t started = 0;
  for (VerticalBox const& box : narrow.boxes)
    if (box.starts != nullptr) require(box.starts == &blocks[started++]);
  require(started == blocks.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  Bytes bytes{data, size};
  PageHeights const heights{bytes.below(200), bytes.below(200)};
  std::uint32_t const first_page = bytes.below(4) == 0 ? 1 : 0;
  PagePosition const start{first_page, bytes.below(2) * bytes.below(heights.of(first_page) + 1)};
  check_two_measures(bytes, start, heights);
  VerticalList list;
  while (!bytes.empty() && list.boxes.size() < most_boxes) list.boxes.push_back(read_box(bytes));
  if (list.boxes.empty()) return 0;
  check(list, start, heights, paginate(list, start, heights));
  return 0;
}

#include "layout/inline/lists.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace resumec::layout {

namespace {

constexpr std::ptrdiff_t most_words = 3;

struct Item {
  std::uint32_t begin, end;
};

/// Ranges in a row that the layout did not make, beside one that it did.
std::vector<Item> items_of(Collected const& collected) {
  std::vector<Item> items;
  std::vector<StyledRange> const& ranges = collected.ranges;
  for (std::size_t i = 0; i < ranges.size();) {
    std::size_t end = i;
    while (end < ranges.size() && !ranges[end].generated) ++end;
    if (end > i && (i > 0 || end < ranges.size())) items.push_back({ranges[i].begin, ranges[end - 1].end});
    i = std::max(end, i + 1);
  }
  return items;
}

}  // namespace

void keep_items_whole(Collected const& collected, std::vector<BreakPlace>& places) {
  std::string_view const text = collected.text;
  auto place = places.begin();
  for (Item const& item : items_of(collected)) {
    std::string_view const words = text.substr(item.begin, item.end - item.begin);
    bool const is_short = std::count(words.begin(), words.end(), ' ') < most_words;
    for (; place != places.end() && place->offset <= item.end; ++place) {
      if (place->willingness != Willingness::Normal || place->offset <= item.begin) continue;
      bool const before_separator =
          place->offset == item.end && item.end < text.size() && text[item.end] != ' ' && text[item.end - 1] != ' ';
      if (before_separator)
        place->willingness = Willingness::Reluctant;
      else if (is_short && place->offset < item.end)
        place->penalty = std::max(place->penalty, penalty::list_item);
    }
  }
}

}  // namespace resumec::layout

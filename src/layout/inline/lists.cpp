#include "layout/inline/lists.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace resumec::layout {

namespace {

constexpr std::ptrdiff_t most_words = 3;

/// Ranges in a row that the layout did not make, beside one that it did.
std::vector<ByteRange> items_of(Collected const& collected) {
  std::vector<ByteRange> items;
  std::vector<StyledRange> const& ranges = collected.ranges;
  for (std::size_t i = 0; i < ranges.size();) {
    std::size_t end = i;
    while (end < ranges.size() && !ranges[end].generated) ++end;
    if (end > i && (i > 0 || end < ranges.size())) items.push_back({ranges[i].begin, ranges[end - 1].end});
    i = std::max(end, i + 1);
  }
  return items;
}

bool is_short(std::string_view text, ByteRange item) {
  std::string_view const words = text.substr(item.begin, item.end - item.begin);
  return std::count(words.begin(), words.end(), ' ') < most_words;
}

}  // namespace

std::vector<ByteRange> short_items_of(Collected const& collected) {
  std::vector<ByteRange> items = items_of(collected);
  std::erase_if(items, [&](ByteRange item) { return !is_short(collected.text, item); });
  return items;
}

void keep_items_whole(Collected const& collected, std::vector<BreakPlace>& places) {
  std::string_view const text = collected.text;
  auto place = places.begin();
  for (ByteRange const& item : items_of(collected)) {
    bool const whole = is_short(text, item);
    for (; place != places.end() && place->offset <= item.end; ++place) {
      if (place->willingness != Willingness::Normal || place->offset <= item.begin) continue;
      bool const before_separator =
          place->offset == item.end && item.end < text.size() && text[item.end] != ' ' && text[item.end - 1] != ' ';
      if (before_separator)
        place->willingness = Willingness::Reluctant;
      else if (whole && place->offset < item.end)
        place->penalty = std::max(place->penalty, penalty::list_item);
    }
  }
}

}  // namespace resumec::layout

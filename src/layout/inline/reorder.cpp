#include "layout/inline/reorder.hpp"

#include <algorithm>
#include <utility>

namespace resumec::layout {

namespace {

bool is_leftward(std::uint8_t level) { return level % 2 != 0; }

/// Appends `next` in the text; its glyphs go to the left where text runs leftwards.
void join(display::GlyphRun& run, display::GlyphRun&& next, bool leftward) {
  auto const shift = static_cast<std::uint32_t>(run.text.size());
  run.text += next.text;
  for (display::Glyph& glyph : next.glyphs) glyph.cluster += shift;
  run.glyphs.insert(leftward ? run.glyphs.begin() : run.glyphs.end(), next.glyphs.begin(), next.glyphs.end());
  run.origin.x = std::min(run.origin.x, next.origin.x);
  run.span.end = std::max(run.span.end, next.span.end);
  run.line_end = next.line_end;
}

}  // namespace

std::vector<Length> places_of(std::span<RunPlace const> runs, Length left, unicode::Direction page) {
  std::vector<std::uint8_t> levels;
  levels.reserve(runs.size());
  for (RunPlace const& run : runs) levels.push_back(run.level);
  auto order = unicode::visual_order(levels);
  if (page == unicode::Direction::RightToLeft) std::reverse(order.begin(), order.end());
  // The tail may come out before the seen text.
  auto const is_tail = [&](std::uint32_t run) { return runs[run].tail; };
  auto const seen = std::find_if_not(order.begin(), order.end(), is_tail);
  Length x = left;
  if (seen != order.end()) std::for_each(order.begin(), seen, [&](std::uint32_t run) { x -= runs[run].width; });
  std::vector<Length> places(runs.size());
  for (std::uint32_t const run : order) {
    places[run] = x;
    x += runs[run].width;
  }
  return places;
}

void join_runs(std::vector<display::GlyphRun>& runs, std::vector<RunPlace> const& places, std::vector<bool> const& same) {
  std::vector<display::GlyphRun> joined;
  joined.reserve(runs.size());
  Length width;  // of the last of `joined`
  for (std::size_t i = 0; i < runs.size(); ++i) {
    bool const adjacent =
        !joined.empty() && same[i] && places[i].level == places[i - 1].level &&
        (joined.back().origin.x + width == runs[i].origin.x || runs[i].origin.x + places[i].width == joined.back().origin.x);
    if (adjacent) {
      join(joined.back(), std::move(runs[i]), is_leftward(places[i].level));
      width += places[i].width;
    } else {
      joined.push_back(std::move(runs[i]));
      width = places[i].width;
    }
  }
  runs = std::move(joined);
}

}  // namespace resumec::layout

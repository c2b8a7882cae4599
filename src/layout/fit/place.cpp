#include "layout/fit/place.hpp"

#include "layout/fit/shape.hpp"

#include <algorithm>

namespace resumec::layout::fit {

namespace {

constexpr std::uint32_t most_pages = 1000;

}  // namespace

Position capacity(Pages const& pages) { return std::max(pages.first, 0) + Position{pages.count - 1} * std::max(pages.later, 0); }

std::optional<Placed> place_everything(Problem problem) {
  Placed placed;
  for (std::uint32_t s = 0; s < problem.sections.size(); ++s) {
    Section const& section = problem.sections[s];
    if (section.entries.size() > section.max_entries) return std::nullopt;
    for (std::uint32_t e = 0; e < section.entries.size(); ++e) {
      Entry const& entry = section.entries[e];
      if (entry.items.size() > entry.max_items) return std::nullopt;
      Shown shown{s, e, {}};
      placed.value += entry.value;
      for (std::uint32_t i = 0; i < entry.items.size(); ++i) {
        if (entry.items[i].options.empty()) return std::nullopt;
        placed.value += worth(problem, entry.items[i].options.front(), i);
        shown.items.emplace_back(i, 0);
      }
      placed.shown.push_back(std::move(shown));
    }
  }
  std::optional<Position> const end = place(std::move(problem), placed.shown);
  if (!end) return std::nullopt;
  placed.end = *end;
  return placed;
}

std::optional<Position> place(Problem problem, std::span<Shown const> shown) {
  problem.pages.count = std::max(problem.pages.count, most_pages);
  Places const places{problem.pages};
  Position at = places.start();
  std::optional<std::uint32_t> last_section;
  for (Shown const& one : shown) {
    Section const& section = problem.sections[one.section];
    Entry const& entry = section.entries[one.entry];
    Lead const above = lead(section, entry, last_section != one.section);
    last_section = one.section;
    if (one.items.empty()) at = places.place(at, above.gap, above.alone);
    for (std::size_t i = 0; i < one.items.size() && at != nowhere; ++i) {
      Item const& item = entry.items[one.items[i].first];
      Option const& option = item.options[one.items[i].second];
      at = i == 0 ? places.place(at, above.gap, above.before + height(option.head))
                  : places.place(at, height(item.gap), height(option.head));
      if (at != nowhere && option.tail > 0) at = places.place(at, 0, option.tail);
    }
    if (at == nowhere) return std::nullopt;
  }
  return at;
}

std::int64_t permille_of_page(Pages const& pages, Position at) {
  if (at <= pages.first) return pages.first > 0 ? at * 1000 / pages.first : 0;
  return 1000 + (pages.later > 0 ? (at - pages.first) * 1000 / pages.later : 0);
}

}  // namespace resumec::layout::fit

#include "layout/fit/least.hpp"

#include "layout/fit/shape.hpp"

#include <limits>

namespace resumec::layout::fit {

namespace {

/// Earliest end behind an entry that stands at `at`.
Position least_of_entry(Problem const& problem, Entry const& entry, Lead const& lead, Places const& places, Steps const& steps,
                        Position at) {
  Counts const counts = item_counts(problem, entry);
  Position open = at;  // no item was shown yet
  std::vector<Position> ends(counts.states + 1, nowhere);
  for (Item const& item : entry.items) {
    for (std::size_t count = counts.states + 1; count-- > 0;) {
      Position const from = count == 0 ? open : ends[count];
      if (item.required) (count == 0 ? open : ends[count]) = nowhere;
      if (from == nowhere || !counts.has_next(count)) continue;
      Position& to = ends[counts.next(count)];
      for (Option const& option : item.options) {
        to = std::min(to, count == 0 ? steps.place(option, lead.gap, lead.before, from) : steps.place(option, height(item.gap), 0, from));
      }
    }
  }
  Position least = counts.allowed(0) ? places.place(open, lead.gap, lead.alone) : nowhere;
  for (std::size_t count = 1; count <= counts.states; ++count) {
    if (counts.allowed(count)) least = std::min(least, ends[count]);
  }
  return least;
}

}  // namespace

Position least_end(Problem const& problem) {
  Pages pages = problem.pages;
  pages.count = std::numeric_limits<std::uint32_t>::max();
  Places const places{pages};
  Steps const steps{places, 0};
  Position at = places.start();
  for (Section const& section : problem.sections) {
    Counts const counts = entry_counts(section);
    std::vector<Position> ends(counts.states + 1, nowhere);
    ends[0] = at;
    for (Entry const& entry : section.entries) {
      for (std::size_t count = counts.states + 1; count-- > 0;) {
        Position const from = ends[count];
        if (entry.required) ends[count] = nowhere;
        if (from == nowhere || !counts.has_next(count)) continue;
        Position& to = ends[counts.next(count)];
        to = std::min(to, least_of_entry(problem, entry, lead(section, entry, count == 0), places, steps, from));
      }
    }
    Position least = section.required ? nowhere : ends[0];
    for (std::size_t count = 1; count <= counts.states; ++count) {
      if (counts.allowed(count)) least = std::min(least, ends[count]);
    }
    at = least;
  }
  return at;
}

}  // namespace resumec::layout::fit

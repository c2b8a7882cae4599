#include "layout/fit/backward.hpp"
#include "layout/fit/forward.hpp"
#include "layout/fit/least.hpp"

namespace resumec::layout::fit {

namespace {

/// From the start to the end along the tables. Where several ways win the most, what stands earlier is shown, in the option named first.
class Walk {
 public:
  Walk(Problem const& problem, Places const& places, Backward& tables)
      : problem_{problem}, places_{places}, tables_{tables}, steps_{places, tables.width()}, inside_{tables.width()}, at_{places.start()} {}

  std::vector<Shown> shown();
  Position end() const { return at_; }

 private:
  bool show(std::size_t section, std::size_t entry, std::size_t before);
  void items(Entry const& entry, Lead const& lead, Position most, Shown& shown);

  Problem const& problem_;
  Places const& places_;
  Backward& tables_;
  Steps steps_;
  Inside inside_;
  Position at_;
  Value left_ = 0;  ///< to win from here
};

std::vector<Shown> Walk::shown() {
  left_ = tables_.row(0, 0, 0)[at_];
  std::vector<Shown> result;
  for (std::size_t s = 0; s < problem_.sections.size(); ++s) {
    Section const& section = problem_.sections[s];
    Counts const counts = entry_counts(section);
    std::size_t count = 0;
    for (std::size_t e = 0; e < section.entries.size(); ++e) {
      if (!counts.has_next(count) || !show(s, e, count)) continue;
      Shown shown{static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(e), {}};
      left_ -= section.entries[e].value;
      items(section.entries[e], lead(section, section.entries[e], count == 0), reach(places_, section, section.entries[e], at_), shown);
      result.push_back(std::move(shown));
      count = counts.next(count);
    }
  }
  return result;
}

/// Fills the tables inside the entry; is it shown?
bool Walk::show(std::size_t section, std::size_t index, std::size_t before) {
  Entry const& entry = problem_.sections[section].entries[index];
  Window const window{at_, at_, reach(places_, problem_.sections[section], entry, at_)};
  tables_.inside(section, index, std::span{&before, 1}, window, Keep::All, inside_);
  return inside_.lead(0, 0)[at_] + entry.value == left_;
}

void Walk::items(Entry const& entry, Lead const& lead, Position most, Shown& shown) {
  Counts const counts = item_counts(problem_, entry);
  std::size_t count = 0;  // a state of `counts`
  for (std::size_t i = 0; i < entry.items.size() && counts.has_next(count); ++i) {
    Item const& item = entry.items[i];
    for (std::size_t o = 0; o < item.options.size(); ++o) {
      Option const& option = item.options[o];
      Position const end = count == 0 ? steps_.place(option, lead.gap, lead.before, at_) : steps_.place(option, height(item.gap), 0, at_);
      Value const value = worth(problem_, option, count);
      if (end > most || inside_.shown(i + 1, counts.next(count))[end] + value != left_) continue;
      left_ -= value;
      at_ = end;
      count = counts.next(count);
      shown.items.emplace_back(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(o));
      break;
    }
  }
  if (shown.items.empty()) at_ = places_.place(at_, lead.gap, lead.alone);
}

}  // namespace

Solution solve(Problem const& problem, Units beyond) {
  Solution result;
  Places const places{problem.pages};
  result.least_end = least_end(problem);
  Backward tables{problem, places};
  Value const best = tables.row(0, 0, 0)[places.start()];
  if (possible(best)) {
    Walk walk{problem, places, tables};
    result.feasible = true;
    result.value = best;
    result.shown = walk.shown();
    result.end = walk.end();
  }
  result.states = tables.cells();
  if (beyond > 0) result.more = more(problem, beyond, result.feasible ? best : never);
  return result;
}

}  // namespace resumec::layout::fit

// What showing something that was left out would cost (typesetting.md §4.5): what can be won before it and what can be won behind it meet
// at every position, for all that was left out at once.
#include "layout/fit/backward.hpp"
#include "layout/fit/forward.hpp"

namespace resumec::layout::fit {

namespace {

Shown const* find(Solution const& solution, std::size_t section, std::size_t entry) {
  for (Shown const& shown : solution.shown) {
    if (shown.section == section && shown.entry == entry) return &shown;
  }
  return nullptr;
}

bool shows(Shown const* shown, std::size_t item) {
  return shown != nullptr && std::ranges::any_of(shown->items, [item](auto const& pair) { return pair.first == item; });
}

Place place_of(std::size_t section, std::size_t entry) {
  return {static_cast<std::uint32_t>(section), static_cast<std::uint32_t>(entry), std::nullopt};
}

Place place_of(std::size_t section, std::size_t entry, std::size_t item) {
  return {static_cast<std::uint32_t>(section), static_cast<std::uint32_t>(entry), static_cast<std::uint32_t>(item)};
}

/// Calls `take(place)` for every entry and item that `solution` leaves out and `wanted` asks for.
template <class Wanted, class Take>
void for_each_left_out(Problem const& problem, Solution const& solution, Wanted const& wanted, Take const& take) {
  for (std::size_t s = 0; s < problem.sections.size(); ++s) {
    for (std::size_t e = 0; e < problem.sections[s].entries.size(); ++e) {
      Shown const* const shown = find(solution, s, e);
      if (shown == nullptr && wanted(s, e, std::nullopt)) take(place_of(s, e));
      for (std::size_t i = 0; i < problem.sections[s].entries[e].items.size(); ++i) {
        if (!shows(shown, i) && wanted(s, e, std::optional{i})) take(place_of(s, e, i));
      }
    }
  }
}

class Prices {
 public:
  Prices(Problem const& problem, Solution const& solution);

  /// The greatest value of what shows that place; `never` if there is no way. The solution leaves it out.
  Value best_with(Place const& place) const { return best_[entries_[place.section][place.entry] + (place.item ? *place.item + 1 : 0)]; }

 private:
  void visit(Arrival const& arrival);
  void visit_entry(Arrival const& arrival, Value& best);
  void visit_item(Arrival const& arrival, Value& best);
  Window before(Arrival const& at) const { return {places_.start(), tables_.reach(at.section, at.entry), behind(at).most}; }
  Window behind(Arrival const& at) const {
    Position const most = tables_.reach(at.section, at.entry + 1);
    return {places_.start(), most, most};
  }

  Problem const& problem_;
  Solution const& solution_;
  Places places_;
  Backward tables_;
  Steps steps_;
  Inside inside_;
  std::vector<std::vector<std::size_t>> entries_;  ///< where an entry's values stand: its own, then its items'
  std::vector<Value> best_;
};

Prices::Prices(Problem const& problem, Solution const& solution)
    : problem_{problem},
      solution_{solution},
      places_{problem.pages},
      tables_{problem, places_},
      steps_{places_, tables_.width()},
      inside_{tables_.width()} {
  std::size_t count = 0;
  for (Section const& section : problem.sections) {
    entries_.emplace_back();
    for (Entry const& entry : section.entries) {
      entries_.back().push_back(count);
      count += entry.items.size() + 1;
    }
  }
  best_.assign(count, never);
  forward(problem, places_, tables_.width(), [this](Arrival const& arrival) { visit(arrival); });
}

void Prices::visit(Arrival const& at) {
  Entry const& entry = problem_.sections[at.section].entries[at.entry];
  Shown const* const shown = find(solution_, at.section, at.entry);
  if (shown != nullptr && shown->items.size() == entry.items.size()) return;
  Value* const best = best_.data() + entries_[at.section][at.entry];
  if (at.item == 0) {
    tables_.inside(at.section, at.entry, at.before, before(at), Keep::All, inside_);
    visit_entry(at, best[0]);
  }
  if (at.item < entry.items.size() && !shows(shown, at.item)) visit_item(at, best[at.item + 1]);
}

void Prices::visit_entry(Arrival const& at, Value& best) {
  Value const own = problem_.sections[at.section].entries[at.entry].value;
  for (std::size_t i = 0; i < at.open.size(); ++i) {
    Value const* const onward = inside_.lead(0, i);
    for (Position p = before(at).low; p <= before(at).high; ++p) best = std::max(best, at.open[i][p] + onward[p] + own);
  }
}

void Prices::visit_item(Arrival const& at, Value& best) {
  Section const& section = problem_.sections[at.section];
  Entry const& entry = section.entries[at.entry];
  Counts const counts = item_counts(problem_, entry);
  for (Option const& option : entry.items[at.item].options) {
    auto const join = [&](std::size_t count, Position gap, Position above, Window window, Value const* row) {
      if (!counts.has_next(count)) return;
      Value const* const onward = inside_.shown(at.item + 1, counts.next(count));
      best = std::max(best, steps_.join(option, gap, above, window, row, onward) + worth(problem_, option, count) + entry.value);
    };
    for (std::size_t i = 0; i < at.open.size(); ++i) {
      Lead const above = lead(section, entry, at.before[i] == 0);
      join(0, above.gap, above.before, before(at), at.open[i]);
    }
    for (std::size_t count = 1; count <= std::min(at.item, counts.states); ++count) {
      join(count, height(entry.items[at.item].gap), 0, behind(at), at.shown[count - 1]);
    }
  }
}

}  // namespace

std::vector<Regret> regrets(Problem const& problem, Solution const& solution) {
  std::vector<Regret> result;
  if (!solution.feasible) return result;
  Prices const prices{problem, solution};
  auto const all = [](std::size_t, std::size_t, std::optional<std::size_t>) { return true; };
  for_each_left_out(problem, solution, all, [&](Place const& place) {
    Value const best = prices.best_with(place);
    result.push_back({place, possible(best) ? std::optional{solution.value - best} : std::nullopt});
  });
  return result;
}

Forced force(Problem const& problem, Solution const& solution, Place const& place) {
  Problem with = problem;
  Entry& entry = with.sections[place.section].entries[place.entry];
  entry.required = true;
  if (place.item) entry.items[*place.item].required = true;
  Forced result{solve(with), {}};
  if (!result.solution.feasible) return result;
  auto const had = [&](std::size_t section, std::size_t index, std::optional<std::size_t> item) {
    Shown const* const shown = find(solution, section, index);
    return item ? shows(shown, *item) : shown != nullptr;
  };
  for_each_left_out(problem, result.solution, had, [&](Place const& missing) { result.displaced.push_back(missing); });
  return result;
}

}  // namespace resumec::layout::fit

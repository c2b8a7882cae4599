#include "layout/fit/joint.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace resumec::layout::fit {

namespace {

Section& section_of(std::vector<Problem>& problems, Spot const& spot) { return problems[spot.problem].sections[spot.section]; }

/// Options keep their places: solutions name them by these.
void make_impossible(Option& option) { option = {std::numeric_limits<Units>::max(), 0, 0}; }

bool is_shown(Spot const& spot, std::vector<Solution> const& solutions) {
  return std::ranges::any_of(solutions[spot.problem].shown, [&](Shown const& shown) {
    if (shown.section != spot.section || (spot.entry && shown.entry != *spot.entry)) return false;
    return !spot.item ||
           std::ranges::any_of(shown.items, [&](auto const& item) { return item.first == *spot.item && spot.shown_by[item.second]; });
  });
}

/// Of two selections of one worth, the one that shows the entry or item where they first differ, or has the option named first.
bool is_preferred(std::vector<Solution> const& a, std::vector<Solution> const& b) {
  // An entry that is shown stands before the next one; an item likewise; what ends early lacks something that the other shows.
  auto const entry = [](Shown const& x, Shown const& y) -> int {
    auto const key = [](Shown const& shown) { return std::tie(shown.section, shown.entry); };
    if (key(x) != key(y)) return key(x) < key(y) ? 1 : -1;
    for (std::size_t i = 0; i < std::max(x.items.size(), y.items.size()); ++i) {
      if (i >= y.items.size()) return 1;
      if (i >= x.items.size()) return -1;
      if (x.items[i] != y.items[i]) return x.items[i] < y.items[i] ? 1 : -1;
    }
    return 0;
  };
  for (std::size_t column = 0; column < a.size(); ++column) {
    auto const &x = a[column].shown, &y = b[column].shown;
    for (std::size_t i = 0; i < std::max(x.size(), y.size()); ++i) {
      if (i >= y.size()) return true;
      if (i >= x.size()) return false;
      if (int const first = entry(x[i], y[i]); first != 0) return first > 0;
    }
  }
  return false;
}

class Branches {
 public:
  Branches(std::span<SpotLink const> links, Value at_least) : links_{links}, at_least_{at_least} {}

  /// The best of what these problems allow, if it is better than what was found before.
  void look(std::vector<Problem> const& problems) {
    Joint joint = solve_apart(problems);
    if (apart_.solutions.empty()) apart_ = joint;
    if (!joint.feasible || joint.value < at_least_) return;
    SpotLink const* const broken = broken_link(joint.solutions);
    if (broken == nullptr) {
      if (best_.feasible && joint.value == best_.value && !is_preferred(joint.solutions, best_.solutions)) return;
      best_ = std::move(joint);
      at_least_ = best_.value;
      return;
    }
    std::vector<Problem> with = problems;
    require(with, broken->needs);
    look(with);
    std::vector<Problem> without = problems;
    for (SpotLink const& link : links_)
      if (is_same(link.needs, broken->needs)) forbid(without, link.item);
    look(without);
  }

  Joint take() {
    Joint& result = best_.feasible ? best_ : apart_;
    result.feasible = best_.feasible;
    result.states = states_;
    return std::move(result);
  }

 private:
  Joint solve_apart(std::vector<Problem> const& problems) {
    Joint joint;
    joint.feasible = true;
    for (Problem const& problem : problems) {
      joint.solutions.push_back(solve(problem));
      joint.feasible = joint.feasible && joint.solutions.back().feasible;
      joint.value += joint.solutions.back().value;
      states_ += joint.solutions.back().states;
    }
    return joint;
  }

  SpotLink const* broken_link(std::vector<Solution> const& solutions) const {
    auto const found = std::ranges::find_if(
        links_, [&](SpotLink const& link) { return is_shown(link.item, solutions) && !is_shown(link.needs, solutions); });
    return found == links_.end() ? nullptr : &*found;
  }

  static bool is_same(Spot const& a, Spot const& b) {
    return std::tie(a.problem, a.section, a.entry, a.item, a.shown_by) == std::tie(b.problem, b.section, b.entry, b.item, b.shown_by);
  }

  std::span<SpotLink const> links_;
  Value at_least_;
  Joint apart_;  ///< without links
  Joint best_;
  std::size_t states_ = 0;
};

}  // namespace

void require(std::vector<Problem>& problems, Spot const& spot) {
  Section& section = section_of(problems, spot);
  section.required = true;
  if (!spot.entry) return;
  Entry& entry = section.entries[*spot.entry];
  entry.required = true;
  if (!spot.item) return;
  Item& item = entry.items[*spot.item];
  item.required = true;
  for (std::size_t i = 0; i < item.options.size(); ++i)
    if (!spot.shown_by[i]) make_impossible(item.options[i]);
}

void forbid(std::vector<Problem>& problems, Spot const& spot) {
  Section& section = section_of(problems, spot);
  if (!spot.entry) {
    section.max_entries = 0;
    section.min_entries = std::max(section.min_entries, std::size_t{1});
    return;
  }
  Entry& entry = section.entries[*spot.entry];
  if (!spot.item) {
    entry.max_items = 0;
    entry.min_items = std::max(entry.min_items, std::size_t{1});
    return;
  }
  Item& item = entry.items[*spot.item];
  for (std::size_t i = 0; i < item.options.size(); ++i)
    if (spot.shown_by[i]) make_impossible(item.options[i]);
}

Joint solve(std::vector<Problem> const& problems, std::span<SpotLink const> links, Value at_least) {
  Branches branches{links, at_least};
  branches.look(problems);
  return branches.take();
}

}  // namespace resumec::layout::fit

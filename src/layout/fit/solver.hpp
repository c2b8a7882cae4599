// The choice of content for so many pages (typesetting.md §4): which entries and points to show, and in which wording, so that their value
// is greatest and first fit needs no more pages than there are. Exact: a sequential dynamic program over position and value, in document
// order. Pure arithmetic: it knows heights and values, not what they are of.
//
// All heights and gaps are counts of the vertical grid, so there are few positions on a page (about 800), and a Pareto front of position
// and value is kept as what it says of each position: a step is then one addition and one comparison a position, without a branch.
#pragma once

#include "layout/fragment.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace resumec::layout::fit {

/// As a gap: whatever stands below it starts a page. Gaps vanish at a page's top, and no page holds this one.
inline constexpr Units next_page = 1'000'000'000;

/// What showing something is worth, ≥ 0. An item of the highest priority is worth 100,000; all of a problem together less than 2^60,
/// and each less than 2^50.
using Value = std::int64_t;

/// One wording of an item at one number of lines. `tail` > 0: a page may end behind the first `head` units.
struct Option {
  Units head = 0, tail = 0;
  Value value = 0;
};

/// A point, or what else an entry holds that can be left out on its own.
struct Item {
  std::vector<Option> options;  ///< the preferred one first, should two be worth the same; an item without any cannot be shown
  Units gap = 0;                ///< above it, where another item of its entry stands before it
  bool required = false;        ///< wherever its entry is shown
};

struct Entry {
  Units header = 0;      ///< title, organisation, dates: kept with the first item shown
  Units gap = 0;         ///< above it, where another entry of its section stands before it; `next_page` also where none does
  Units header_gap = 0;  ///< from the header to the first item shown; nothing where there is no header
  Value value = 0;       ///< of showing it at all
  std::vector<Item> items;
  std::size_t min_items = 0, max_items = std::numeric_limits<std::size_t>::max();
  bool required = false;  ///< and so is its section
};

struct Section {
  Units title = 0;      ///< kept with the first entry shown
  Units gap = 0;        ///< above it
  Units title_gap = 0;  ///< from the title to the first entry shown; nothing where there is no title
  std::vector<Entry> entries;
  std::size_t min_entries = 0, max_entries = std::numeric_limits<std::size_t>::max();  ///< where it is shown
  bool required = false;                                                               ///< at least one entry is shown
};

/// Pages from the top: `start` units of the first are taken (by the masthead). What fits on no page cannot be shown.
struct Pages {
  std::uint32_t count = 1;
  Units first = 0, later = 0;
  Units start = 0;
};

struct Problem {
  Pages pages;
  std::vector<Section> sections;
  /// What the k-th item shown of an entry is worth, in thousandths of its value; the last holds for all that follow.
  std::vector<std::int64_t> diminishing;
};

/// A shown entry with the items shown of it, if any.
struct Shown {
  std::uint32_t section = 0, entry = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> items;  ///< item, option; in document order
  friend bool operator==(Shown const&, Shown const&) = default;
};

/// A place on the pages, as one number: units of all pages before, and of this one.
using Position = std::int64_t;

struct FrontPoint {
  Position end = 0;
  Value value = 0;
};

struct Solution {
  bool feasible = false;
  Value value = 0;
  Position end = 0;  ///< of the last thing shown
  /// Of the greatest value. Of several, the one that shows the entry or item where they first differ, in document order; if they differ in
  /// an option there, the one that has the option named first.
  std::vector<Shown> shown;
  /// The best values with up to `beyond` more units on the last page, ascending by where they end, each better than what needs less.
  /// If nothing was feasible, the first tells how much was too much.
  std::vector<FrontPoint> more;
  Position least_end = 0;  ///< where the least that is allowed ends, on as many pages as it takes; `nowhere` if nothing is allowed
  std::size_t states = 0;  ///< cells computed, for the certificate
};

/// Behind every page: the end of what cannot stand anywhere.
inline constexpr Position nowhere = std::numeric_limits<Position>::max();

Solution solve(Problem const& problem, Units beyond = 0);

/// An entry, or one of its items.
struct Place {
  std::uint32_t section = 0, entry = 0;
  std::optional<std::uint32_t> item;
  friend bool operator==(Place const&, Place const&) = default;
};

/// Something left out.
struct Regret {
  Place place;
  std::optional<Value> price;  ///< value lost by showing it; nothing if there is no way to show it
};

/// Every entry and item that the solution leaves out, in document order; what an entry left out holds as well. `solution` is solve's.
std::vector<Regret> regrets(Problem const& problem, Solution const& solution);

/// The best that shows `place`, and what of `solution` it does not show: what `place` would displace. Costs as much as `solve`.
struct Forced {
  Solution solution;
  std::vector<Place> displaced;
};
Forced force(Problem const& problem, Solution const& solution, Place const& place);

}  // namespace resumec::layout::fit

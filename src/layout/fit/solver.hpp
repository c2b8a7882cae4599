// The choice of content for so many pages (typesetting.md §4): which entries and points to show, and in which wording, so that their value
// is greatest and first fit needs no more pages than there are. Exact: a sequential dynamic program over Pareto fronts of position and
// value, in document order. Pure arithmetic: it knows heights and values, not what they are of.
#pragma once

#include "layout/fragment.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace resumec::layout::fit {

/// What showing something is worth, ≥ 0. An item of the highest priority is worth 100,000.
using Value = std::int64_t;

/// One wording of an item at one number of lines. `tail` > 0: a page may end behind the first `head` units.
struct Option {
  Units head = 0, tail = 0;
  Value value = 0;
};

/// A point, or what else an entry holds that can be left out on its own.
struct Item {
  std::vector<Option> options;  ///< at least one
  Units gap = 0;                ///< above it, where another item of its entry stands before it
  bool required = false;
};

struct Entry {
  Units header = 0;      ///< title, organisation, dates: kept with the first item shown
  Units gap = 0;         ///< above it, where another entry of its section stands before it
  Units header_gap = 0;  ///< from the header to the first item shown; nothing where there is no header
  Value value = 0;       ///< of showing it at all
  std::vector<Item> items;
  std::size_t min_items = 0, max_items = std::numeric_limits<std::size_t>::max();
  bool required = false;
};

struct Section {
  Units title = 0;      ///< kept with the first entry shown
  Units gap = 0;        ///< above it
  Units title_gap = 0;  ///< from the title to the first entry shown; nothing where there is no title
  std::vector<Entry> entries;
  std::size_t min_entries = 0, max_entries = std::numeric_limits<std::size_t>::max();
  bool required = false;
};

/// Pages from the top: `start` units of the first are taken (by the masthead).
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

/// A shown item and its option; entries without items shown stand with no item.
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
  Position end = 0;             ///< of the last thing shown
  std::vector<Shown> shown;     ///< of the greatest value; of equals the one that ends first, then the one that keeps what stands earlier
  std::vector<FrontPoint> more; ///< the best values with up to `beyond` more units on the last page, ascending, each better than `value`
  Position least_end = 0;       ///< where the least that is allowed ends, on as many pages as it takes
  std::size_t states = 0;       ///< points of all fronts, for the certificate
};

Solution solve(Problem const& problem, Units beyond = 0);

}  // namespace resumec::layout::fit

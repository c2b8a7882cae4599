// What the passes of the solver share: how heights add up, how many items and entries have to be told apart, and tables of values.
#pragma once

#include "layout/fit/places.hpp"

#include <span>
#include <vector>

namespace resumec::layout::fit {

/// The value of what cannot be. Twice that and all values of a problem stay within a `Value`.
inline constexpr Value never = std::numeric_limits<Value>::min() / 4;
inline bool possible(Value value) { return value > never / 2; }

/// How many things were shown, as far as it matters: counts from `states` on are one if nothing tells them apart.
struct Counts {
  std::size_t least = 0, most = 0;  ///< allowed to be shown; none if least > most
  std::size_t states = 0;           ///< counts 0 … states
  bool saturates = false;           ///< `states` means that many or more

  bool allowed(std::size_t count) const { return least <= count && count <= most; }
  /// The state behind one more; only of a count that allows one.
  std::size_t next(std::size_t count) const { return count < states ? count + 1 : states; }
  bool has_next(std::size_t count) const { return count < states || saturates; }
};

/// `alike`: how many have to be shown before one more is always worth the same.
Counts counts(std::size_t all, std::size_t least, std::size_t most, std::size_t alike);

/// Above the first item of an entry, or above nothing if an entry shows none.
struct Lead {
  Position gap = 0;
  Position alone = 0;   ///< titles without an item
  Position before = 0;  ///< titles and gaps down to the first item
};

inline Position height(Units units) { return std::max(units, 0); }
Lead lead(Section const& section, Entry const& entry, bool first);

/// Of the option as the `count`-th (from 0) item of its entry.
Value worth(Problem const& problem, Option const& option, std::size_t count);

/// No choice of an entry's items ends later if the entry is placed at `from` or before, nor does the entry left out.
Position reach(Places const& places, Section const& section, Entry const& entry, Position from);

/// No selection ends later.
Position end_of_everything(Problem const& problem, Places const& places);

Counts item_counts(Problem const& problem, Entry const& entry);
Counts entry_counts(Section const& section);

/// Values by position, a row for each state: how much can still be won from there, or has been won before it.
class Table {
 public:
  explicit Table(std::size_t width) : width_{width} {}
  void resize(std::size_t rows) { cells_.resize(rows * width_, never); }
  Value* row(std::size_t index) { return cells_.data() + index * width_; }
  Value const* row(std::size_t index) const { return cells_.data() + index * width_; }
  std::size_t width() const { return width_; }

 private:
  std::size_t width_;
  std::vector<Value> cells_;
};

/// The positions that a step starts from, low to high, and the last that it may end at; all inclusive.
struct Window {
  Position low = 0, high = 0, most = 0;
};

/// What stands at a position and what follows it: a step of the dynamic program in both directions.
class Steps {
 public:
  Steps(Places const& places, std::size_t width) : places_{places}, between_(width) {}

  /// `row[p] = max(row[p], onward[where it ends if placed at p] + value)`.
  void gather(Position gap, Position height, Window window, Value const* onward, Value value, Value* row) const;
  /// The other way round: `onward[where it ends if placed at p] = max(that, row[p] + value)`.
  void scatter(Position gap, Position height, Window window, Value const* row, Value value, Value* onward) const;
  /// The greatest `row[p] + onward[where it ends if placed at p]`.
  Value join(Position gap, Position height, Window window, Value const* row, Value const* onward) const;

  /// The same for an option, whose tail may stand on the next page; `before` is kept with its head.
  void gather(Option const& option, Position gap, Position before, Window window, Value const* onward, Value value, Value* row);
  void scatter(Option const& option, Position gap, Position before, Window window, Value const* row, Value value, Value* onward);
  Value join(Option const& option, Position gap, Position before, Window window, Value const* row, Value const* onward);
  Position place(Option const& option, Position gap, Position before, Position at) const;

 private:
  void between(Option const& option, Window window, Value const* onward);

  Places const& places_;
  std::vector<Value> between_;  ///< behind a head
};

}  // namespace resumec::layout::fit

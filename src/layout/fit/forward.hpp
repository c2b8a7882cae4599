// The dynamic program from the start of the document: what can have been won before each position.
#pragma once

#include "layout/fit/shape.hpp"

#include <functional>

namespace resumec::layout::fit {

/// The values won when an item of an entry comes; rows by position.
struct Arrival {
  std::size_t section = 0, entry = 0;
  std::size_t item = 0;                 ///< one behind the last: behind them all
  std::size_t next = 0;                 ///< entries shown with this one, a state of the section's counts
  std::span<std::size_t const> before;  ///< entries shown without it
  std::vector<Value const*> open;       ///< for each of `before`: no item was shown yet; empty where a required one was passed
  std::vector<Value const*> shown;      ///< for each count from 1 on: so many items were shown
};

/// Called before each item and behind the last.
using Visit = std::function<void(Arrival const&)>;

/// The greatest value won at each position up to `width - 1` with which the document can end.
std::vector<Value> forward(Problem const& problem, Places const& places, std::size_t width, Visit const& visit);

/// The best values that end on a last page with up to `beyond` more units, each better than `than`, by position.
std::vector<FrontPoint> more(Problem const& problem, Units beyond, Value than);

}  // namespace resumec::layout::fit

// Fix-its applied to the lines they touch. Private to the human renderer.
#pragma once

#include "diag/places.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace resumec::diag {

/// Neighbouring lines before and after their repair. At least one of the two lists has a line.
struct Repair {
  struct Line {
    std::uint32_t number;
    std::string text;
  };
  /// A new piece of the single line `after`. Bytes of that line.
  struct Change {
    std::uint32_t begin, end;
    bool replaces;  ///< rather than being put between
  };
  std::vector<Line> before, after;
  std::vector<Change> changes;
  bool shortened = false;  ///< there are more lines than are listed

  /// One line became one line and something new stands on it: its changes can be marked. Otherwise both states are shown.
  bool shows_whole_lines() const;
  std::uint32_t last_line() const;
};

/// In the order of the sources and of their lines. A fix that overlaps an earlier one is left out.
std::vector<Repair> repairs_of(std::vector<FixIt> fixes, Places& places);

}  // namespace resumec::diag

// Where a line of a résumé may end. UAX #14 knows prose; résumés are full of `C++`, `CI/CD`, date ranges, phone numbers and
// addresses, which stay whole (typesetting.md §1.6). A place is never lost for good: what is suppressed stays as a reluctant
// one, used when a word is wider than its column.
#pragma once

#include "unicode/unicode.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace resumec::layout {

enum class Willingness : std::uint8_t {
  Normal,
  Reluctant,  ///< only if the text between two normal places is wider than the line
  Mandatory,  ///< the line ends here
};

struct BreakPlace {
  std::uint32_t offset = 0;  ///< a line may end before this byte
  Willingness willingness = Willingness::Normal;
  friend bool operator==(BreakPlace const&, BreakPlace const&) = default;
};

/// The places of a text, sorted, without its start and end. A line breaker is costly to open: one serves all texts of a document.
std::vector<BreakPlace> break_places(std::string_view text, std::string_view lang, unicode::LineBreaker& breaker);
std::vector<BreakPlace> break_places(std::string_view text, std::string_view lang);

}  // namespace resumec::layout

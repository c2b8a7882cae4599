// Where a line of a résumé may end, and how gladly. UAX #14 knows prose; résumés are full of `C++`, `CI/CD`, date ranges, phone numbers and
// addresses, which stay whole (typesetting.md §1.6). A place is never lost for good: what is suppressed stays as a reluctant
// one, used when a word is wider than its column.
#pragma once

#include "unicode/unicode.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace resumec::layout {

enum class Willingness : std::uint8_t {
  Normal,     ///< at the cost of its penalty
  Reluctant,  ///< only if the text between two normal places is wider than the line
  Mandatory,  ///< the line ends here
};

/// What a line end costs (typesetting.md §2.3); as in TeX, its square is added to a paragraph's demerits.
namespace penalty {
inline constexpr std::int32_t sticky = 30;  ///< behind a word of one or two letters
/// Behind a hyphen or a slash that was written: extractors join `state-of-the-/art` to `state-of-theart`.
inline constexpr std::int32_t explicit_hyphen = 500;
inline constexpr std::int32_t address = 200;
inline constexpr std::int32_t division = 130;   ///< by a hyphen that is not in the text; more near a word's ends
inline constexpr std::int32_t list_item = 300;  ///< inside an item of a list that runs on
}  // namespace penalty

struct BreakPlace {
  std::uint32_t offset = 0;  ///< a line may end before this byte
  Willingness willingness = Willingness::Normal;
  std::int32_t penalty = 0;
  bool hyphen = false;    ///< the line then ends in a hyphen
  bool inserted = false;  ///< which is not in the text
  friend bool operator==(BreakPlace const&, BreakPlace const&) = default;
};

/// The places of a text, sorted, without its start and end. A line breaker is costly to open: one serves all texts of a document.
std::vector<BreakPlace> break_places(std::string_view text, std::string_view lang, unicode::LineBreaker& breaker);
std::vector<BreakPlace> break_places(std::string_view text, std::string_view lang);

}  // namespace resumec::layout

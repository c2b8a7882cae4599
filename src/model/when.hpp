// Dates as people give them (formats.md §3.1): spans with the precision of each end, and the literal. A month is
// never invented.
#pragma once

#include "resumec/source.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace resumec::model {

enum class Precision : std::uint8_t { Year, Season, Quarter, Month, Day };

struct Date {
  std::int16_t year = 0;
  std::uint8_t part = 0;  ///< month 1-12, season 1-4 (spring first), quarter 1-4 by precision
  std::uint8_t day = 0;
  Precision precision = Precision::Year;
  bool approximate = false;  ///< `~2020`, `2020?`
  /// Year, first month covered, first day: a total order for sorting and for "end before start".
  std::int32_t order() const;
  friend bool operator==(Date const&, Date const&) = default;
};

struct DateSpan {
  std::optional<Date> start, end;
  bool present = false;  ///< ends "now"
  bool open = false;     ///< `2019 –`: an end was announced and not given
  bool range = false;    ///< false: a single date (in `start`)
};

struct When {
  std::vector<DateSpan> spans;
  std::string literal;     ///< as written
  bool free_text = false;  ///< no date grammar fits: the literal is printed
  Span span;

  bool empty() const { return spans.empty() && literal.empty(); }
  /// The latest end, for sorting and for "today".
  std::optional<Date> latest() const;
};

}  // namespace resumec::model

// Dates as people give them: spans with the precision of each end, and the literal. A month is
// never invented.
#pragma once

#include "resumec/diagnostics.hpp"
#include "resumec/source.hpp"
#include "syntax/node.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::model {

enum class Precision : std::uint8_t { Year, Season, Quarter, Month, Day };

struct Date {
  std::int16_t year = 0;
  std::uint8_t part = 0;  ///< month 1-12, season 1-4 (spring first), quarter 1-4 by precision
  std::uint8_t day = 0;
  Precision precision = Precision::Year;
  bool approximate = false;  ///< `~2020`, `2020?`
  /// Year, first month covered, first day: a total order for sorting.
  std::int32_t order() const;
  /// The order of the first day that it may mean. "Winter 2021" may be the one that 2021 began with.
  std::int32_t first_order() const;
  /// The order of the last day that it covers. A winter ends with February of the next year.
  std::int32_t last_order() const;
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
  bool free_text = false;  ///< no date grammar fits: the literal is printed; `spans` holds the dates found in it, for sorting
  Span span;

  bool empty() const { return spans.empty() && literal.empty(); }
  /// The latest date named, for sorting and for "today"; what goes on at present counts by its start.
  std::optional<Date> latest() const;
  /// True if one of the spans goes on at present.
  bool is_present() const;
};

/// Reads what stands after `when:`. `lang` (BCP 47) decides between day and month first in 03-04-2021. Never fails: what is no
/// date is free text; a date that cannot be (month 13) is reported and kept as free text.
When parse_when(syntax::MappedText const& text, std::string_view lang, Diagnostics& diagnostics);

/// Two values given apart, `start` and `end`; either may be null. A start alone goes on at present, an end alone is a single date.
When join_when(When const* start, When const* end, Diagnostics& diagnostics);

/// `2021-09-30`, `2021-09`, `2021`, `2021-Q3`, `2021-spring`; with a `~` if approximate. For dumps.
std::string iso(Date const& date);

}  // namespace resumec::model

// Words and patterns by language, from tables; CLDR's where CLDR has them. No I/O, no ICU.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace resumec::locale {

enum class DateStyle : std::uint8_t { Short, Long, Numeric };  ///< `Sep 2021`, `September 2021`, `09/2021`

struct SectionTitle {
  std::string_view role, title;
};
struct Phrase {
  std::string_view id, text;
};

/// Patterns of one date style. Fields: {d} day, {D} day of two digits, {m} month's name (of the style), {M} month of two digits, {y} year.
struct DatePatterns {
  std::string_view month_year, day_month_year;
};

struct Locale {
  std::string_view tag;  ///< "en"
  std::array<std::string_view, 12> months_long, months_short;
  std::array<std::string_view, 4> seasons;      ///< spring, summer, autumn, winter
  std::string_view present;                     ///< as an end: "present"
  std::string_view month_year, day_month_year;  ///< of the short style: "{m} {y}"
  DatePatterns long_dates, numeric_dates;
  std::string_view season_year, quarter_year;  ///< {s} season's name, {q} 1-4: "{s} {y}", "Q{q} {y}"
  std::string_view range;                      ///< "{start} – {end}"
  std::string_view open_range;                 ///< an end was announced and not given: "{start} –"
  std::string_view until;                      ///< a range without a start: "until {end}"
  std::string_view approximate;                ///< "c. {date}"
  std::string_view quote_open, quote_close, inner_quote_open, inner_quote_close, apostrophe;
  std::string_view list_separator, and_word;     ///< ", " and "and": "A, B and C"
  std::span<SectionTitle const> section_titles;  ///< one for every role
  std::span<Phrase const> phrases;  ///< "degree-in-field" → "{degree} in {field}", "score" → "GPA", "page-of" → "page {page} of {pages}" …

  /// The printed title of a role, or an id's phrase; empty for an unknown one.
  std::string_view title(std::string_view role) const;
  std::string_view phrase(std::string_view id) const;
  DatePatterns dates(DateStyle style) const;
};

/// The table for a BCP 47 tag, by its longest known prefix, letter case aside; English if none.
Locale const& find(std::string_view tag);
/// True if the tag's language has a table.
bool has(std::string_view tag);
std::span<Locale const> all();
/// The tags of all tables, as a hint lists them: "`de`, `en`, …".
std::string list_of_tags();

/// Recognising words of many languages, in lower case; a month may end in a full stop.
std::optional<int> month_of(std::string_view word);   ///< 1-12
std::optional<int> season_of(std::string_view word);  ///< 1-4
bool is_present(std::string_view words);

/// The role that a section title names in any locale: "Berufserfahrung" → experience. The title is folded by the caller with
/// `unicode::fold_for_matching` (no case, accents, blanks, punctuation).
std::optional<std::string_view> section_role(std::string_view folded_title);
/// The title nearest to a mistyped one, of at least five letters: any language's, folded.
std::optional<std::string_view> nearest_section_title(std::string_view folded_title);
/// Words before or after a title that do not change its role: "selected", "other", "invited" (folded as well).
bool is_title_modifier(std::string_view folded_word);
/// Every role, in the usual order.
std::span<std::string_view const> section_roles();

}  // namespace resumec::locale

// Words and patterns by language, from tables; generated from CLDR where CLDR has them. No I/O, no ICU.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace resumec::locale {

enum class DateStyle : std::uint8_t { Short, Long, Numeric };  ///< `Sep 2021`, `September 2021`, `09/2021`

struct SectionTitle { std::string_view role, title; };
struct Phrase { std::string_view id, text; };

struct Locale {
  std::string_view tag;                          ///< "en"
  std::array<std::string_view, 12> months_long, months_short;
  std::array<std::string_view, 4> seasons;       ///< spring, summer, autumn, winter
  std::string_view present;
  std::string_view month_year, day_month_year;   ///< patterns with {d} {m} {M} {y}: "{m} {y}"
  std::string_view quote_open, quote_close, inner_quote_open, inner_quote_close, apostrophe;
  std::string_view list_separator, and_word;
  std::span<SectionTitle const> section_titles;
  std::span<Phrase const> phrases;               ///< "degree-in-field" → "{degree} in {field}", "score" → "GPA", "page-of" → "page {page} of {pages}" …
  std::string_view title(std::string_view role) const;
  std::string_view phrase(std::string_view id) const;
};

/// The table for a BCP 47 tag, by its longest known prefix; English if none.
Locale const& find(std::string_view tag);
bool has(std::string_view tag);
std::span<Locale const> all();

/// Recognising words of any language, folded to lower case by the caller.
std::optional<int> month_of(std::string_view word, std::string_view lang);   ///< 1-12
std::optional<int> season_of(std::string_view word);                         ///< 1-4
bool is_present(std::string_view word);
/// The role that a section title names in any locale: "Berufserfahrung" → experience.
std::optional<std::string_view> section_role(std::string_view folded_title);

}  // namespace resumec::locale

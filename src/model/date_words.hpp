// The words and marks of dates in all languages that are read, and what is left of a text when its dates are taken out.
#pragma once

#include "model/when.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace resumec::model {

inline constexpr std::string_view dashes[] = {"–",  "—",  "―", "‐", "‑",   "‒",  "−", "~",   "～", "-->",
                                              "->", "=>", "→", "…", "---", "--", "-", "...", ".."};
inline constexpr std::string_view range_words[] = {"to", "until", "till",  "through", "thru", "bis", "à",   "au", "jusqu’à", "jusqu'à",
                                                   "a",  "al",    "hasta", "fino",    "tot",  "t/m", "até", "do", "до",      "по"};
inline constexpr std::string_view until_words[] = {"until", "till", "bis", "jusqu’en", "jusqu’à", "hasta", "fino", "tot", "até", "до"};
inline constexpr std::string_view since_words[] = {"since", "seit", "depuis", "desde", "dal", "sinds", "от", "с", "від"};
inline constexpr std::string_view from_words[] = {"from", "von", "de", "du", "del", "da", "van"};
inline constexpr std::string_view list_words[] = {"and", "und", "et", "y", "e", "en", "&", ",", ";", "+"};
inline constexpr std::string_view about_words[] = {"c.",   "ca.", "ca",   "circa", "about", "around", "approx.",
                                                   "etwa", "um",  "vers", "hacia", "verso", "rond"};
/// Before a day, as programs write dates.
inline constexpr std::string_view weekday_words[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                                                     "mon",    "tue",     "wed",       "thu",      "fri",    "sat",      "sun"};
inline constexpr std::string_view of_words[] = {"of", "de", "del", "di", "do"};

/// A date that stands somewhere in free text.
struct FoundDate {
  std::size_t begin, end;
  Date date;
};

/// `2019 to date`: no word of its own, but it goes on at present behind a mark of a span.
inline constexpr std::string_view present_after_mark[] = {"date"};

/// True for what `parse_when` reads as dates and not as words. Cheaper, for it looks for no mistyped ones.
bool is_when(std::string_view text, std::string_view lang);

struct TextRange {
  std::size_t begin, end;
};

/// The first number of a free text that belongs to no date and does not count anything either: `20219`, `21-09`, the `20` of `jan 20`,
/// but neither `3 months` nor `2nd term` nor the second half of `2020/21`.
std::optional<TextRange> unread_number(std::string_view text, std::vector<FoundDate> const& dates);

/// True if a date of a free text is printed otherwise than it would be as a date: it is written in digits, `2021-09`, or stands beside a
/// mark of a span, as in `2011-2015 (part-time)`. An academic year, `2020/21`, is as it should be.
bool is_half_read(std::string_view text, std::vector<FoundDate> const& dates);

}  // namespace resumec::model

#include "flow/dates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::flow {

namespace {

using locale::DateStyle;
using model::Precision;

std::string at_precision(model::Date const& date, locale::Locale const& locale, DateStyle style, Precision finest) {
  std::string const year = fmt::format("{}", date.year);
  auto const part = static_cast<std::size_t>(date.part);
  switch (date.precision) {
    case Precision::Year:
      return year;
    case Precision::Season:
      if (part < 1 || part > 4) return year;
      return replace_field(replace_field(locale.season_year, "s", locale.seasons[part - 1]), "y", year);
    case Precision::Quarter:
      return replace_field(replace_field(locale.quarter_year, "q", fmt::format("{}", part)), "y", year);
    case Precision::Month:
    case Precision::Day:
      break;
  }
  if (part < 1 || part > 12) return year;
  auto const& names = style == DateStyle::Long ? locale.months_long : locale.months_short;
  bool const with_day = date.precision == Precision::Day && finest == Precision::Day;
  auto text = replace_field(with_day ? locale.dates(style).day_month_year : locale.dates(style).month_year, "m", names[part - 1]);
  text = replace_field(text, "M", fmt::format("{:02}", part));
  text = replace_field(text, "d", fmt::format("{}", date.day));
  text = replace_field(text, "D", fmt::format("{:02}", date.day));
  return replace_field(text, "y", year);
}

std::string format_span(model::DateSpan const& span, locale::Locale const& locale, DateStyle style, Precision finest) {
  auto const formatted = [&](std::optional<model::Date> const& date) {
    return date ? format_date(*date, locale, style, finest) : std::string{};
  };
  auto const start = formatted(span.start);
  std::string const end = span.present ? std::string{locale.present} : formatted(span.end);
  if (span.open && end.empty()) return replace_field(locale.open_range, "start", start);
  if (start.empty() && end.empty()) return {};
  if (end.empty()) return start;
  if (start == end) return start;  // of days in one month
  if (start.empty()) return span.range && !span.present ? replace_field(locale.until, "end", end) : end;
  return replace_field(replace_field(locale.range, "start", start), "end", end);
}

}  // namespace

std::string replace_field(std::string_view text, std::string_view name, std::string_view value) {
  std::string const field = fmt::format("{{{}}}", name);
  std::string result;
  for (std::size_t at = 0;;) {
    auto const found = text.find(field, at);
    result += text.substr(at, found == std::string_view::npos ? found : found - at);
    if (found == std::string_view::npos) return result;
    result += value;
    at = found + field.size();
  }
}

std::string format_date(model::Date const& date, locale::Locale const& locale, DateStyle style, Precision finest) {
  auto text = at_precision(date, locale, style, finest);
  return date.approximate ? replace_field(locale.approximate, "date", text) : text;
}

std::string format_when(model::When const& when, locale::Locale const& locale, DateStyle style, Precision finest) {
  if (when.free_text || when.spans.empty()) return when.literal;
  std::string text;
  for (auto const& span : when.spans) {
    auto const one = format_span(span, locale, style, finest);
    if (one.empty()) continue;
    if (!text.empty()) text += locale.list_separator;
    text += one;
  }
  return text.empty() ? when.literal : text;
}

}  // namespace resumec::flow

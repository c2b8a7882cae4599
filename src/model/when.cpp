#include "model/when.hpp"

#include "diag/report.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

constexpr int first_month(Date const& date) {
  switch (date.precision) {
    case Precision::Year:
      return 1;
    case Precision::Season:
      return date.part * 3;  // spring from March, winter from December
    case Precision::Quarter:
      return date.part * 3 - 2;
    case Precision::Month:
    case Precision::Day:
      return date.part;
  }
  return 1;
}

constexpr std::int32_t order_of(int year, int month, int day) { return year * 10000 + month * 100 + day; }

}  // namespace

std::int32_t Date::order() const { return order_of(year, first_month(*this), precision == Precision::Day ? day : 1); }

std::int32_t Date::first_order() const {
  bool const winter = precision == Precision::Season && part == 4;
  return winter ? order_of(year, 1, 1) : order();
}

std::optional<Date> When::latest() const {
  std::optional<Date> result;
  for (DateSpan const& piece : spans)
    for (auto const& date : {piece.start, piece.end})
      if (date && (!result || date->order() > result->order())) result = date;
  return result;
}

bool When::is_present() const {
  return std::any_of(spans.begin(), spans.end(), [](DateSpan const& piece) { return piece.present; });
}

std::int32_t Date::last_order() const {
  switch (precision) {
    case Precision::Year:
      return order_of(year, 12, 31);
    case Precision::Season:
    case Precision::Quarter: {
      int const last = first_month(*this) + 2;
      return order_of(year + (last > 12 ? 1 : 0), last > 12 ? last - 12 : last, 31);
    }
    case Precision::Month:
      return order_of(year, part, 31);
    case Precision::Day:
      return order();
  }
  return order();
}

When join_when(When const* start, When const* end, Diagnostics& diagnostics) {
  if (!start && !end) return {};
  if (!start || start->empty()) return end ? *end : *start;
  When result = *start;
  bool const has_end = end && !end->empty();
  if (has_end) {
    result.literal += " – " + end->literal;
    result.span.end = std::max(result.span.end, end->span.end);
    result.span.begin = std::min(result.span.begin, end->span.begin);
  }
  bool const simple = !result.free_text && result.spans.size() == 1 && !result.spans[0].range;
  if (!simple) {
    if (has_end) result.free_text = true;
    return result;
  }
  DateSpan& span = result.spans[0];
  span.range = true;
  if (!has_end) {
    span.present = true;
    return result;
  }
  if (end->free_text || end->spans.size() != 1) {
    result.free_text = true;
    return result;
  }
  DateSpan const& last = end->spans[0];
  span.present = last.present;
  if (!last.present) span.end = last.range ? last.end : last.start;
  if (span.end && span.start->first_order() > span.end->last_order())
    diag::report<diag::Kind::EndsBeforeStart>(diagnostics, end->span, end->literal, start->literal)
        .label(start->span, "the start")
        .hint("write the earlier date as the start");
  return result;
}

std::string iso(Date const& date) {
  std::string result = date.approximate ? "~" : "";
  result += fmt::format("{:04}", date.year);
  constexpr std::string_view seasons[] = {"spring", "summer", "autumn", "winter"};
  switch (date.precision) {
    case Precision::Year:
      break;
    case Precision::Season:
      result += fmt::format("-{}", seasons[(date.part - 1) & 3]);
      break;
    case Precision::Quarter:
      result += fmt::format("-Q{}", date.part);
      break;
    case Precision::Month:
      result += fmt::format("-{:02}", date.part);
      break;
    case Precision::Day:
      result += fmt::format("-{:02}-{:02}", date.part, date.day);
      break;
  }
  return result;
}

}  // namespace resumec::model

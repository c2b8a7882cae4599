#include "importers/bib_date.hpp"

#include "base/ascii.hpp"
#include "importers/bib_record.hpp"
#include "syntax/mapped_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace resumec::importers {

namespace {

bool are_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), base::is_ascii_digit); }

/// 1 to 12 for `feb`, `February`, `2`, `02`; 0 for anything else.
int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"january", "february", "march",     "april",   "may",      "june",
                                                   "july",    "august",   "september", "october", "november", "december"};
  auto text = base::ascii_lower(base::trimmed(word));
  if (text.ends_with('.')) text.pop_back();
  if (are_digits(text) && text.size() <= 2) {
    int const number = text.size() == 1 ? text[0] - '0' : (text[0] - '0') * 10 + text[1] - '0';
    return number >= 1 && number <= 12 ? number : 0;
  }
  if (text.size() < 3) return 0;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i].starts_with(text) || (text == "sept" && i == 8)) return static_cast<int>(i + 1);
  return 0;
}

}  // namespace

Node native_date(Node const& date) {
  // One end of a range that is not known is open, which a date without an end is as well.
  auto const text = date.text();
  syntax::MappedBuilder made;
  for (std::size_t begin = 0; begin <= text.size();) {
    auto const end = std::min(text.find('/', begin), text.size());
    auto part = text.substr(begin, end - begin);
    if (part == "..") part = {};
    // `2004~` is about 2004 and `2004?` perhaps; `2004%` is both.
    bool const about = part.ends_with('~') || part.ends_with('%');
    if (about) {
      made.append("~", date.scalar.at(begin, begin).begin);
      part.remove_suffix(1);
    }
    made.append(date.scalar, begin, begin + part.size());
    if (end < text.size()) made.append(date.scalar, end, end + 1);
    begin = end + 1;
  }
  Node node = date;
  node.scalar = made.take(date.scalar.span);
  return node;
}

Node date_of_parts(Node const& year, Node const* month, Node const* day) {
  if (!month) return year;
  int const number = month_of(month->text());
  if (number == 0 || !are_digits(year.text())) return joined(*month, " ", year);
  Node const whole = joined(year, "-", make_scalar(fmt::format("{:02}", number), month->span));
  if (!day || !are_digits(day->text()) || day->text().size() > 2) return whole;
  return joined(whole, "-", make_scalar(fmt::format("{:0>2}", day->text()), day->span));
}

}  // namespace resumec::importers

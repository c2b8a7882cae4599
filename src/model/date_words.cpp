#include "model/date_words.hpp"

#include "locale/locale.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The length of a mark that joins digits, as in `21-09`, or 0.
std::size_t joiner_at(std::string_view text, std::size_t at) {
  for (std::string_view mark : {"–", "‑", "’", "-", "/", ".", ":", "'"})
    if (text.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

int value_of(std::string_view digits) {  // of at most three
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

template <std::size_t N>
bool is_one_of(std::string_view const (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// A word that stands in dates or between them: beside it, a number is meant as part of a date.
bool is_date_word(std::string_view written) {
  std::string const word = unicode::to_lower(written, "en");
  return locale::month_of(word) || locale::season_of(word) || locale::is_present(word) || is_one_of(range_words, word) ||
         is_one_of(until_words, word) || is_one_of(since_words, word) || is_one_of(from_words, word) || is_one_of(about_words, word) ||
         is_one_of(list_words, word);
}

std::size_t end_of_letters(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    auto const point = unicode::decode_at(text, at);
    if (!unicode::is_letter(point.value)) break;
    at = point.end;
  }
  return at;
}

std::string_view word_after(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with(". ")) ++at;  // an ordinal, as in "1. Halbjahr"
  if (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
  return text.substr(at, end_of_letters(text, at) - at);
}

std::string_view word_before(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == ' ') --at;
  std::size_t begin = at;
  while (begin > 0) {
    std::size_t letter = begin - 1;
    while (letter > 0 && (static_cast<unsigned char>(text[letter]) & 0xC0U) == 0x80U) --letter;
    if (!unicode::is_letter(unicode::decode_at(text, letter).value)) break;
    begin = letter;
  }
  return text.substr(begin, at - begin);
}

/// `3 months`, `2nd term`, `Year 2`, `3-6 weeks`: a small number that counts or numbers something else than days, months and years.
bool counts_something(std::string_view text, TextRange number) {
  std::size_t const first_end = end_of_digits(text, number.begin);
  if (first_end - number.begin > 3) return false;
  std::string_view const after = word_after(text, number.end);
  bool const in_a_number = after.data() == text.data() + number.end && !after.empty() && number.end + after.size() < text.size() &&
                           is_digit(text[number.end + after.size()]);  // `2O19`
  if (in_a_number) return false;
  bool const before_is_free = [&] {
    std::string_view const before = word_before(text, number.begin);
    return !before.empty() && !is_date_word(before);
  }();
  bool const after_is_free = !after.empty() && !is_date_word(after);
  if (first_end == number.end) return after_is_free || (after.empty() && before_is_free);
  std::size_t const second = first_end + joiner_at(text, first_end);
  bool const two_numbers = second > first_end && end_of_digits(text, second) == number.end && number.end - second <= 3;
  return two_numbers && after_is_free &&
         value_of(text.substr(number.begin, first_end - number.begin)) < value_of(text.substr(second, number.end - second));
}

/// The `21` of `2020/21` or `2019–21`: the second half of an academic year or of a shortened span.
bool continues_year(std::string_view text, FoundDate const& date, TextRange number) {
  if (number.end - number.begin != 2 || date.end + joiner_at(text, date.end) != number.begin || date.end == number.begin) return false;
  std::string_view const year = text.substr(date.end - std::min<std::size_t>(date.end, 4), 4);
  if (year.size() != 4 || !std::all_of(year.begin(), year.end(), is_digit)) return false;
  int const first = value_of(year.substr(2)), second = value_of(text.substr(number.begin, 2));
  return second > first || (first == 99 && second == 0);
}

/// `2020/21`
bool is_academic_year(std::string_view text, FoundDate const& date) {
  std::size_t const number = date.end + joiner_at(text, date.end);
  return number > date.end && continues_year(text, date, {number, end_of_digits(text, number)});
}

/// Marks of a span that are nothing else in a text.
bool is_plain_mark(std::string_view mark) { return mark != "~" && mark != "…" && mark != "..." && mark != ".."; }

bool stands_beside_mark(std::string_view text, FoundDate const& date) {
  constexpr std::string_view blanks = " \t";
  std::string_view const rest = text.substr(std::min(text.find_first_not_of(blanks, date.end), text.size()));
  std::string_view head = text.substr(0, date.begin);
  head = head.substr(0, head.find_last_not_of(blanks) + 1);
  return std::any_of(std::begin(dashes), std::end(dashes),
                     [&](std::string_view mark) { return is_plain_mark(mark) && (rest.starts_with(mark) || head.ends_with(mark)); });
}

/// `2021-09`, `2021-09-15`, `9/2021`
bool is_in_digits(std::string_view written) { return is_digit(written.front()) && written.find_first_of("-/.") != std::string_view::npos; }

}  // namespace

bool is_half_read(std::string_view text, std::vector<FoundDate> const& dates) {
  return std::any_of(dates.begin(), dates.end(), [&](FoundDate const& date) {
    return is_in_digits(text.substr(date.begin, date.end - date.begin)) ||
           (!is_academic_year(text, date) && stands_beside_mark(text, date));
  });
}

std::optional<TextRange> unread_number(std::string_view text, std::vector<FoundDate> const& dates) {
  auto next = dates.begin();
  for (std::size_t at = 0; at < text.size();) {
    if (next != dates.end() && at >= next->begin) {
      at = std::max(at + 1, next->end);
      ++next;
      continue;
    }
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t const limit = next != dates.end() ? next->begin : text.size();
    TextRange number{at, std::min(end_of_digits(text, at), limit)};
    while (number.end < limit) {
      std::size_t const further = number.end + joiner_at(text, number.end);
      if (further == number.end || further >= limit || !is_digit(text[further])) break;
      number.end = std::min(end_of_digits(text, further), limit);
    }
    bool const in_year = next != dates.begin() && continues_year(text, *(next - 1), number);
    if (!in_year && !counts_something(text, number)) return number;
    at = number.end;
  }
  return std::nullopt;
}

}  // namespace resumec::model

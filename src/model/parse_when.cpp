// The grammar of dates by recursive descent over the text, without a lexer: people's blanks and dots matter. Errors are held
// back until the whole text fits, because what does not fit is free text and then nothing in it is wrong.

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "locale/locale.hpp"
#include "model/date_words.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>

namespace resumec::model {
namespace {

constexpr std::uint8_t days_in(int year, int month) {
  constexpr std::array<std::uint8_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return static_cast<std::uint8_t>(days[static_cast<std::size_t>(month - 1)] + (leap && month == 2));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Letters of any script: ASCII ones and every byte of a longer code point.
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// Equal but for the case of ASCII letters; `known` is in lower case.
bool same_word(std::string_view written, std::string_view known) {
  return std::equal(written.begin(), written.end(), known.begin(), known.end(), [](char a, char b) { return base::ascii_lower(a) == b; });
}

struct Problem {
  enum class Kind : std::uint8_t { NoSuchDate, EndsBeforeStart, Ambiguous } kind;
  std::size_t begin, end;
  std::string hint;
  std::string reading;    ///< Ambiguous
  std::size_t other = 0;  ///< EndsBeforeStart: where the start stands
  std::size_t other_end = 0;
};

class Parser {
 public:
  Parser(std::string_view text, bool month_first) : text_{text}, month_first_{month_first} {}

  /// The whole text as a list of spans.
  bool parse_all(std::vector<DateSpan>& spans) {
    skip_blanks();
    for (;;) {
      auto span = parse_span();
      if (!span) return false;
      spans.push_back(*span);
      skip_blanks();
      if (at_ == text_.size()) return true;
      if (!skip_list_separator()) return false;
      if (at_ == text_.size()) return false;
    }
  }

  /// Dates that stand somewhere in free text.
  std::vector<FoundDate> find_all() {
    std::vector<FoundDate> found;
    for (at_ = 0; at_ < text_.size();) {
      bool const boundary = at_ == 0 || (!is_word(text_[at_ - 1]) && !is_digit(text_[at_ - 1]));
      std::size_t const before = at_;
      if (boundary && (is_word(text_[at_]) || is_digit(text_[at_])))
        if (auto date = parse_date()) {
          found.push_back({before, at_, *date});
          continue;
        }
      at_ = before + 1;
    }
    return found;
  }

  std::vector<Problem> problems;

 private:
  bool starts(std::string_view word) const { return text_.substr(at_).starts_with(word); }
  bool take(std::string_view word) {
    if (!starts(word)) return false;
    at_ += word.size();
    return true;
  }
  bool skip_blanks() {
    std::size_t const before = at_;
    while (take(" ") || take("\u00A0") || take("\u202F") || take("\t") || take("\n")) continue;
    return at_ != before;
  }
  /// No letter or digit follows (至 between two dates is no letter here).
  bool ends_at(std::size_t end) const {
    if (end >= text_.size()) return true;
    if (static_cast<unsigned char>(text_[end]) < 0x80) return !is_word(text_[end]) && !is_digit(text_[end]);
    return text_.substr(end).starts_with("至") || !unicode::is_letter(unicode::decode_at(text_, end).value);
  }
  bool ends_here() const { return ends_at(at_); }

  /// The word at the cursor, lower case, without moving.
  std::string word_at(std::size_t& end) const {
    end = at_;
    while (end < text_.size() && is_word(text_[end]) && !ends_at(end)) end = unicode::decode_at(text_, end).end;
    return unicode::to_lower(text_.substr(at_, end - at_), "en");
  }

  template <std::size_t N>
  bool take_word(std::string_view const (&words)[N]) {
    for (std::string_view known : words) {
      std::size_t const end = at_ + known.size();
      if (end > text_.size() || !same_word(text_.substr(at_, known.size()), known)) continue;
      if (is_word(known.back()) && !ends_at(end)) continue;
      at_ = end;
      return true;
    }
    return false;
  }

  bool skip_list_separator() {
    skip_blanks();
    if (!take_word(list_words)) return false;
    skip_blanks();
    take_word(list_words);  // ", and"
    skip_blanks();
    return true;
  }

  /// Up to `limit` digits, all of them; the cursor moves only if there are between 1 and `limit`.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && is_digit(text_[end]) && end - at_ <= most) value = value * 10 + (text_[end++] - '0');
    if (end - at_ < least || end - at_ > most) return std::nullopt;
    at_ = end;
    return value;
  }

  std::optional<int> year() {
    std::size_t const before = at_;
    auto value = number(4, 4);
    if (value && *value >= 1000 && *value <= 2999) return value;
    at_ = before;
    return std::nullopt;
  }

  /// `2021`, `(2021)`, `, 2021`, `de 2021`: a year after a month or a season.
  std::optional<int> year_after_name() {
    std::size_t const before = at_;
    if (!skip_blanks()) take("-") || take("/") || take(".");
    take(",");
    skip_blanks();
    if (take_word(of_words)) skip_blanks();
    bool const bracket = take("(");
    if (auto value = year(); value && (!bracket || take(")"))) return value;
    at_ = before;
    return std::nullopt;
  }

  Date make(int year, Precision precision, int part = 0, int day = 0) {
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(part), static_cast<std::uint8_t>(day), precision, false};
  }

  /// Checks month and day; a date that cannot be is noted and stands as its year.
  Date checked(std::size_t begin, int year, int month, std::optional<int> day) {
    if (month < 1 || month > 12) {
      problems.push_back({Problem::Kind::NoSuchDate, begin, at_, "months go from 1 to 12", {}});
      return make(year, Precision::Year);
    }
    if (!day) return make(year, Precision::Month, month);
    if (*day < 1 || *day > days_in(year, month)) {
      problems.push_back(
          {Problem::Kind::NoSuchDate, begin, at_, fmt::format("{}-{:02} has {} days", year, month, days_in(year, month)), {}});
      return make(year, Precision::Month, month);
    }
    return make(year, Precision::Day, month, *day);
  }

  /// `T10:30:00Z` after a full date.
  void skip_time() {
    std::size_t const before = at_;
    if (!(take("T") || take("t") || (take(" ") && at_ < text_.size() && is_digit(text_[at_])))) {
      at_ = before;
      return;
    }
    if (!number(2, 2) || !take(":") || !number(2, 2)) {
      at_ = before;
      return;
    }
    if (take(":") && number(2, 2) && take(".")) number(1, 9);
    if (take("Z") || take("z") || take(" GMT") || take(" UTC")) return;
    std::size_t const zone = at_;
    if ((take("+") || take("-")) && number(2, 4)) {
      if (take(":")) number(2, 2);
    } else {
      at_ = zone;
    }
  }

  /// A time of day in words' company was meant for people, unless a program wrote it with its zone.
  Date checked_with_time(std::size_t begin, int year, int month, int day) {
    Date const date = checked(begin, year, month, day);
    std::size_t const end = at_;
    skip_time();
    auto const read = text_.substr(0, at_);
    if (!read.ends_with(" GMT") && !read.ends_with(" UTC")) at_ = end;
    return date;
  }

  std::optional<Date> numeric_date() {
    std::size_t const begin = at_;
    if (auto y = year()) {
      if (auto date = after_year(begin, *y)) return date;
      return ends_here() ? std::optional{make(*y, Precision::Year)} : std::nullopt;
    }
    auto first = number(1, 2);
    if (!first) return std::nullopt;
    std::size_t const after_first = at_;
    for (std::string_view ordinal : {"st", "nd", "rd", "th", "er", "º", "ª", "."})
      if (take(ordinal)) break;
    if (!skip_blanks()) take("-");
    if (take_word(of_words)) skip_blanks();
    if (auto month = month_name())
      if (auto y = year_after_name()) return checked_with_time(begin, *y, *month, *first);
    at_ = after_first;
    for (std::string_view mark : {"/", "-", "."}) {
      if (!take(mark)) continue;
      std::size_t const after_mark = at_;
      if (auto y = year()) return checked(begin, *y, *first, std::nullopt);
      auto second = number(1, 2);
      if (!second || !take(mark)) break;
      if (auto y = year()) return day_and_month(begin, *first, *second, *y, mark == ".");
      at_ = after_mark;
      break;
    }
    at_ = begin;
    return std::nullopt;
  }

  /// What follows four digits: a month, a day, a quarter. Nothing: the cursor stays.
  std::optional<Date> after_year(std::size_t begin, int y) {
    std::size_t const before = at_;
    if (take("年")) {
      skip_blanks();
      auto month = number(1, 2);
      if (!month || !take("月")) {
        at_ = before + 3;
        return make(y, Precision::Year);
      }
      std::size_t const after_month = at_;
      skip_blanks();
      auto day = number(1, 2);
      if (!day || !take("日")) {
        at_ = after_month;
        return checked(begin, y, *month, std::nullopt);
      }
      return checked(begin, y, *month, day);
    }
    for (std::string_view mark : {"-", "/", "."}) {
      if (!take(mark)) continue;
      if (auto quarter = quarter_number()) return make(y, Precision::Quarter, *quarter);
      if (auto named = month_name(); named && !digit_follows()) return make(y, Precision::Month, *named);
      at_ = before + mark.size();
      auto month = number(1, 2);
      if (!month || (mark == "/" && *month == (y + 1) % 100)) {
        at_ = before;
        return std::nullopt;
      }  // 2011/12 is an academic year
      std::size_t const after_month = at_;
      std::optional<int> day;
      if (take(mark)) day = number(1, 2);
      if (!day || (at_ < text_.size() && is_digit(text_[at_]))) {
        at_ = after_month;
        return checked(begin, y, *month, std::nullopt);
      }
      Date const date = checked(begin, y, *month, day);
      skip_time();
      return date;
    }
    if (skip_blanks()) {
      if (auto quarter = quarter_number()) return make(y, Precision::Quarter, *quarter);
      std::size_t end = 0;
      std::string const word = word_at(end);
      std::size_t const next = text_.find_first_not_of(". ,", end);
      bool const nothing_after = next == std::string_view::npos || !is_digit(text_[next]);  // "2020 Mar 2021" is no date
      if (auto month = locale::month_of(word); month && nothing_after) {
        at_ = end;
        take(".");
        return make(y, Precision::Month, *month);
      }
      if (auto season = locale::season_of(word); season && nothing_after) {
        at_ = end;
        return make(y, Precision::Season, *season);
      }
    }
    at_ = before;
    return std::nullopt;
  }

  Date day_and_month(std::size_t begin, int first, int second, int y, bool day_first) {
    bool const month_first = !day_first && (second > 12 || (first <= 12 && month_first_));
    int const month = month_first ? first : second, day = month_first ? second : first;
    Date const date = checked(begin, y, month, day);
    if (!day_first && first <= 12 && second <= 12 && first != second)
      problems.push_back({Problem::Kind::Ambiguous, begin, at_, iso(date), fmt::format("day {} of month {}", day, month)});
    return date;
  }

  std::optional<int> quarter_number() {
    std::size_t const before = at_;
    if ((take("Q") || take("q") || take("T") || take("K")) && at_ < text_.size() && text_[at_] >= '1' && text_[at_] <= '4') {
      int const quarter = text_[at_++] - '0';
      if (ends_here()) return quarter;
    }
    at_ = before;
    return std::nullopt;
  }

  std::optional<int> month_name() {
    std::size_t end = 0;
    std::string const word = word_at(end);
    auto month = locale::month_of(word);
    if (!month) return std::nullopt;
    at_ = end;
    take(".");
    return month;
  }

  /// A number behind blanks and commas: "2020-Mar 2021" is no date.
  bool digit_follows() const {
    std::size_t const next = text_.find_first_not_of(". ,", at_);
    return next != std::string_view::npos && is_digit(text_[next]);
  }

  std::optional<Date> named_date() {
    std::size_t const begin = at_;
    if (auto quarter = quarter_number())
      if (auto y = year_after_name(); y && ends_here()) return make(*y, Precision::Quarter, *quarter);
    at_ = begin;
    std::size_t end = 0;
    std::string const word = word_at(end);
    if (auto season = locale::season_of(word)) {
      at_ = end;
      if (auto y = year_after_name(); y && ends_here()) return make(*y, Precision::Season, *season);
      at_ = begin;
    }
    if (auto month = month_name()) {
      if (auto y = year_after_name(); y && ends_here()) return make(*y, Precision::Month, *month);
      skip_blanks();
      if (auto day = number(1, 2)) {
        take("st") || take("nd") || take("rd") || take("th");
        take(",");
        skip_blanks();
        if (auto y = year(); y && ends_here()) return checked_with_time(begin, *y, *month, *day);
      }
    }
    at_ = begin;
    return std::nullopt;
  }

  std::optional<Date> parse_date() {
    std::size_t const begin = at_;
    bool approximate = take("~");
    if (!approximate && take_word(about_words)) {
      approximate = true;
      skip_blanks();
    }
    bool const weekday = take_word(weekday_words);
    if (weekday) {
      take(",");
      skip_blanks();
    }
    auto date = at_ < text_.size() && is_digit(text_[at_]) ? numeric_date() : named_date();
    if (!date || (weekday && date->precision != Precision::Day)) {
      at_ = begin;
      return std::nullopt;
    }
    date->approximate = approximate || take("?");
    return date;
  }

  bool skip_range_mark() {
    std::size_t const before = at_;
    bool const blank = skip_blanks();
    for (std::string_view dash : dashes)
      if (take(dash)) {
        skip_blanks();
        return true;
      }
    if (take("/") || take("至")) {
      skip_blanks();
      return true;
    }
    if (blank && take_word(range_words)) {
      skip_blanks();
      return true;
    }
    at_ = before;
    return false;
  }

  /// "present" in any language: the words up to the end or to the next list mark.
  bool take_present() {
    std::size_t const stop = text_.find_first_of(",;", at_);
    for (std::size_t end : {text_.size(), stop == std::string_view::npos ? text_.size() : stop}) {
      std::string_view words = text_.substr(at_, end - at_);
      while (words.ends_with(' ') || words.ends_with(')')) words.remove_suffix(1);
      std::string_view inner = words;
      if (inner.starts_with('(')) inner.remove_prefix(1);
      if (locale::is_present(unicode::to_lower(inner, "en"))) {
        at_ = end;
        return true;
      }
    }
    return false;
  }

  bool at_list_mark_or_end() {
    std::size_t const before = at_;
    bool const yes = at_ == text_.size() || skip_list_separator();
    at_ = before;
    return yes;
  }

  /// `Sep – Dec 2019`: the year of both.
  std::optional<DateSpan> months_of_a_year() {
    auto const first = month_name();
    if (!first || !skip_range_mark()) return std::nullopt;
    auto const end = parse_date();
    if (!end || end->precision != Precision::Month || end->part <= *first) return std::nullopt;
    return DateSpan{.start = make(end->year, Precision::Month, *first), .end = end, .range = true};
  }

  std::optional<DateSpan> parse_span() {
    std::size_t const begin = at_;
    if (take_present()) return DateSpan{.start = {}, .end = {}, .present = true, .range = true};
    if ((!starts("~") && skip_range_mark()) || (take_word(until_words) && skip_blanks())) {
      if (take_present()) return DateSpan{.start = {}, .end = {}, .present = true, .range = true};
      auto end = parse_date();
      if (!end) return std::nullopt;
      return DateSpan{.start = {}, .end = end, .range = true};
    }
    at_ = begin;
    if (take_word(since_words) && skip_blanks()) {
      auto start = parse_date();
      if (!start) return std::nullopt;
      return DateSpan{.start = start, .end = {}, .present = true, .range = true};
    }
    at_ = begin;
    if (take_word(from_words) && skip_blanks() && at_ == text_.size()) return std::nullopt;
    std::size_t const start_begin = at_;
    auto start = parse_date();
    if (!start) return months_of_a_year();
    std::size_t const start_end = at_;
    DateSpan span{.start = start, .end = {}};
    if (!skip_range_mark()) return span;
    span.range = true;
    if (at_list_mark_or_end()) {
      span.open = true;
      return span;
    }
    if (take_present() || take_word(present_after_mark)) {
      span.present = true;
      return span;
    }
    std::size_t const end_begin = at_;
    span.end = parse_date();
    if (!span.end) return std::nullopt;
    if (start->first_order() > span.end->last_order())
      problems.push_back({Problem::Kind::EndsBeforeStart, end_begin, at_, {}, {}, start_begin, start_end});
    return span;
  }

  std::string_view text_;
  bool month_first_;
  std::size_t at_ = 0;
};

/// Reports what was held back; true if a date cannot be.
bool report_problems(std::vector<Problem> const& problems, syntax::MappedText const& text, Diagnostics& diagnostics) {
  using diag::Kind;
  bool impossible = false;
  for (Problem const& problem : problems) {
    Span const span = text.at(problem.begin, problem.end);
    std::string_view const written = std::string_view{text.text}.substr(problem.begin, problem.end - problem.begin);
    switch (problem.kind) {
      case Problem::Kind::NoSuchDate:
        diag::report<Kind::NoSuchDate>(diagnostics, span, written).hint(problem.hint);
        impossible = true;
        break;
      case Problem::Kind::EndsBeforeStart: {
        std::string_view const start = std::string_view{text.text}.substr(problem.other, problem.other_end - problem.other);
        diag::report<Kind::EndsBeforeStart>(diagnostics, span, written, start)
            .label(text.at(problem.other, problem.other_end), "the start")
            .hint("write the earlier date first");
        break;
      }
      case Problem::Kind::Ambiguous:
        diag::report<Kind::AmbiguousDate>(diagnostics, span, written, problem.reading)
            .hint(fmt::format("write `{}`: year, month, day cannot be misread", problem.hint))
            .fix(span, problem.hint);
        break;
    }
  }
  return impossible;
}

/// Free text that would be a date but for mistyped words: "2020 – presnt", "Febuary 2015 – Marhc 2016". True if there are such.
bool report_odd_words(syntax::MappedText const& text, std::string_view lang, bool month_first, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (locale::Locale const* table : {&locale::find(lang), &locale::find("en")}) {
    known.insert(known.end(), table->months_long.begin(), table->months_long.end());
    known.insert(known.end(), table->seasons.begin(), table->seasons.end());
    known.push_back(table->present);
  }
  std::string_view const all = text.text;
  constexpr std::size_t longest = 100;  // no date is longer
  if (all.size() > longest) return false;
  struct OddWord {
    std::size_t begin, end;
    std::string_view meant;
  };
  std::vector<OddWord> odd;
  std::string repaired;
  std::size_t copied = 0;
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = std::max(end, begin + 1)) {
    for (end = begin; end < all.size() && is_word(all[end]);) ++end;
    if (end - begin < 4) continue;
    std::string_view const word = all.substr(begin, end - begin);
    auto const meant = base::nearest(word, known);
    if (!meant || unicode::to_lower(word, "en") == unicode::to_lower(*meant, "en")) continue;
    if (word.ends_with('s') && word.substr(0, word.size() - 1) == *meant) continue;  // "summers"
    odd.push_back({begin, end, *meant});
    repaired.append(all.substr(copied, begin - copied)).append(*meant);
    copied = end;
  }
  repaired += all.substr(copied);
  std::vector<DateSpan> spans;
  if (odd.empty() || !Parser{repaired, month_first}.parse_all(spans)) return false;
  for (OddWord const& word : odd)
    diag::report<diag::Kind::OddDate>(diagnostics, text.at(word.begin, word.end), all.substr(word.begin, word.end - word.begin), all)
        .hint(diag::did_you_mean(word.meant))
        .fix(text.at(word.begin, word.end), std::string{word.meant});
  return true;
}

/// Free text with a number that belongs to no date: "21-09 to 22-10".
bool report_unread_number(syntax::MappedText const& text, std::vector<FoundDate> const& dates, Diagnostics& diagnostics) {
  auto const number = unread_number(text.text, dates);
  if (!number) return false;
  std::string_view const written = std::string_view{text.text}.substr(number->begin, number->end - number->begin);
  diag::report<diag::Kind::UnreadDate>(diagnostics, text.at(number->begin, number->end), written)
      .hint(written.size() <= 2 ? "a year has four digits; words that are no date stand in `{text: …}`"
                                : "dates are `2021`, `2021-09`, `2021-09-15` or `Sep 2021`, spans `2021-09 – 2023-01` or `2021 – present`; "
                                  "words that are no date stand in `{text: …}`");
  return true;
}

/// Free text with dates in it that the program would print otherwise: "2011-2015 (part-time)".
void report_half_read(syntax::MappedText const& text, std::vector<FoundDate> const& dates, Diagnostics& diagnostics) {
  if (!is_half_read(text.text, dates)) return;
  diag::report<diag::Kind::UnreadDate>(diagnostics, text.span, text.text)
      .hint(
          "`when` takes dates alone, such as `2021-09 – 2023-01` or `2021 – present`; other words may stand in `note`, or all of it in "
          "`{text: …}` if it is meant so");
}

/// No dates are longer. Bounds the search for words, which looks at the rest of the text again and again.
constexpr std::size_t longest_when = 500;

}  // namespace

bool is_when(std::string_view text, std::string_view lang) {
  std::vector<DateSpan> spans;
  return !text.empty() && text.size() <= longest_when && Parser{text, locale::find(lang).tag == "en-US"}.parse_all(spans);
}

When parse_when(syntax::MappedText const& text, std::string_view lang, Diagnostics& diagnostics) {
  When when;
  when.literal = unicode::to_nfc(text.text);
  when.span = text.span;
  bool const month_first = locale::find(lang).tag == "en-US";
  if (text.text.empty()) return when;
  if (text.text.size() > longest_when) {
    when.free_text = true;
    return when;
  }
  Parser parser{text.text, month_first};
  bool const is_date = parser.parse_all(when.spans);
  if (is_date && !report_problems(parser.problems, text, diagnostics)) return when;
  auto const dates = Parser{text.text, month_first}.find_all();
  if (!is_date && !report_odd_words(text, lang, month_first, diagnostics) && !report_unread_number(text, dates, diagnostics))
    report_half_read(text, dates, diagnostics);
  when.free_text = true;
  when.spans.clear();
  for (FoundDate const& found : dates) when.spans.push_back({.start = found.date, .end = {}});
  return when;
}

}  // namespace resumec::model

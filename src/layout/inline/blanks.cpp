#include "layout/inline/blanks.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace resumec::layout {

namespace {

constexpr std::string_view en_dash = "\u2013";

template <std::size_t Size>
bool among(std::array<std::string_view, Size> const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Dashes, separators, and marks that French puts behind a blank stand at a line's end, not at its start.
bool never_starts_line(std::string_view word) {
  constexpr std::array<std::string_view, 13> marks = {en_dash, "—", "·", "•", "|", "/", "»", "›", "!", "?", ":", ";", "…"};
  return among(marks, word);
}

bool is_unit(std::string_view word) {
  constexpr std::array<std::string_view, 110> units = {
      "%",         "‰",     "x",    "×",      "k",      "K",       "M",       "B",   "G",   "T",      "m",       "mm",   "cm",
      "km",        "µm",    "nm",   "g",      "kg",     "mg",      "t",       "s",   "ms",  "µs",     "ns",      "h",    "min",
      "sec",       "Hz",    "kHz",  "MHz",    "GHz",    "W",       "kW",      "MW",  "GW",  "kWh",    "MWh",     "V",    "kV",
      "mV",        "A",     "mA",   "dB",     "Pa",     "kPa",     "bar",     "N",   "J",   "kJ",     "l",       "ml",   "kB",
      "KB",        "MB",    "GB",   "TB",     "PB",     "KiB",     "MiB",     "GiB", "TiB", "Mbit/s", "Gbit/s",  "Gb/s", "GB/s",
      "px",        "pt",    "fps",  "FLOPS",  "TFLOPS", "PFLOPS",  "€",       "$",   "£",   "¥",      "EUR",     "USD",  "GBP",
      "CHF",       "JPY",   "PLN",  "SEK",    "°C",     "°F",      "°",       "am",  "pm",  "a.m",    "p.m",     "Uhr",  "hours",
      "years",     "weeks", "days", "months", "people", "million", "billion", "Mio", "Mrd", "Jahre",  "Stunden", "ans",  "millions",
      "milliards", "años",  "anni", "jaar",   "lat",    "ECTS"};
  return among(units, word);
}

/// What stands before a number and belongs to it.
bool is_sign(std::string_view word) {
  constexpr std::array<std::string_view, 22> signs = {"€", "$", "£", "¥", "EUR", "USD", "GBP", "CHF", "~",  "≈",  "<",
                                                      ">", "≤", "≥", "±", "№",   "§",   "#",   "×",   "N°", "n°", "n.º"};
  return among(signs, word);
}

/// The words before which or behind which a number or name stands: `No. 5`, `Dr. Marrow`, `Ph.D. student`.
bool clings_to_next(std::string_view word) {
  constexpr std::array<std::string_view, 48> words = {
      "No.",     "no.",   "Nr.",   "pp.",   "Vol.",   "vol.",   "Fig.",       "fig.", "Sec.", "Eq.",   "Ch.", "Art.",
      "ext.",    "Dr.",   "Prof.", "Mr.",   "Mrs.",   "Ms.",    "Mme",        "Mlle", "Sr.",  "Sra.",  "Hr.", "Fr.",
      "St.",     "Ph.D.", "B.Sc.", "M.Sc.", "B.Eng.", "M.Eng.", "Dipl.-Ing.", "e.g.", "i.e.", "z.B.",  "ca.", "vs.",
      "approx.", "cf.",   "vgl.",  "bzw.",  "op.",    "Nos.",   "nos.",       "ed.",  "Abs.", "Dipl.", "Mgr", "Ing."};
  if (among(words, word)) return true;
  // An initial or an abbreviation of one letter: `K.`, `J.-P.`, `U.S.`, `z.`
  std::size_t const letters = word.find('.');
  if (letters == std::string_view::npos || word.back() != '.' || word.size() > 8) return false;
  unicode::CodePoint const first = unicode::decode_at(word, 0);
  return first.end == letters && is_letter(word.front());
}

bool is_citation(std::string_view word) {
  return word.size() >= 3 && word.front() == '[' && is_digit(word[1]) && word.find(']') != std::string_view::npos;
}

bool is_phone_part(std::string_view word) {
  bool digits = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char const c = word[i];
    if (is_digit(c))
      digits = true;
    else if (c != '(' && c != ')' && c != '-' && c != '.' && c != '/' && !(c == ',' && i + 1 == word.size()) && !(c == '+' && i == 0))
      return false;
  }
  return digits;
}

bool is_year(std::string_view word) {
  word = without_punctuation(word);
  return word.size() >= 4 && all_digits(word.substr(word.size() - 4));
}

bool is_number_group(std::string_view left, std::string_view right) {
  std::string_view const digits = right.substr(0, std::min<std::size_t>(3, right.size()));
  return left.size() <= 3 && all_digits(left) && digits.size() == 3 && all_digits(digits) && (right.size() == 3 || !is_digit(right[3]));
}

/// A word of one or two letters of an alphabet, but no abbreviation in capitals: `AI`, `C`.
bool is_sticky(std::string_view word) {
  word = word.substr(std::min(word.find_first_not_of("([\"'"), word.size()));
  constexpr std::size_t most_letters = 2;
  std::size_t letters = 0;
  bool lower = word == "I" || word == "A";
  for (std::size_t at = 0; at < word.size(); ++letters) {
    unicode::CodePoint const letter = unicode::decode_at(word, at);
    if (letters == most_letters || !unicode::is_letter(letter.value)) return false;
    std::string_view const script = unicode::script_of(letter.value);
    if (script != "Latn" && script != "Grek" && script != "Cyrl") return false;
    if (!is_upper(word[at])) lower = true;
    at = letter.end;
  }
  return lower;
}

bool is_capital(std::string_view word) { return word.size() == 1 && is_upper(word.front()); }

}  // namespace

Blanks::Blanks(std::string_view text, std::vector<Token> const& tokens) : text_{text}, tokens_{tokens}, kinds_(tokens.size(), Kind::Free) {
  for (std::size_t i = 0; i + 1 < tokens_.size(); ++i)
    kinds_[i] = pair_clings(i) ? Kind::Glued : is_sticky(word(i)) && !is_counted(i) ? Kind::Sticky : Kind::Free;
  phone_numbers();
  date_ranges();
}

/// The blanks between tokens `first` and `last`.
void Blanks::glue(std::size_t first, std::size_t last) {
  std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(first), kinds_.begin() + static_cast<std::ptrdiff_t>(last), Kind::Glued);
}

bool Blanks::pair_clings(std::size_t at) const {
  std::string_view const left = word(at), right = word(at + 1);
  if (never_starts_line(right) || is_citation(right) || clings_to_next(left)) return true;
  if (left == "«" || left == "‹" || left == "/") return true;
  if (is_digit(left.back()) && is_unit(without_punctuation(right))) return true;
  if (is_digit(right.front()) && is_sign(left)) return true;
  if (is_number_group(left, right) || is_version(at + 1)) return true;
  // R & D
  bool const before_and = right == "&" && is_capital(left) && at + 2 < tokens_.size() && is_capital(word(at + 2).substr(0, 1));
  bool const behind_and = left == "&" && at > 0 && is_capital(word(at - 1)) && is_capital(right.substr(0, 1));
  return before_and || behind_and;
}

/// The unit of a number.
bool Blanks::is_counted(std::size_t at) const { return at > 0 && is_digit(word(at - 1).back()) && is_unit(word(at)); }

/// `Python 3.11`, `Java 17`, `ISO 9001`: a number behind a name. A capital that only starts a sentence is none: `Led 12 teams`.
bool Blanks::is_version(std::size_t number) const {
  std::string_view const version = without_punctuation(word(number));
  std::string_view const name = word(number - 1);
  std::size_t const whole = std::min(version.find('.'), version.size());
  bool const is_number = std::all_of(version.begin(), version.end(), [](char c) { return is_digit(c) || c == '.'; });
  if (!is_number || !is_upper(name.front()) || !is_alphanumeric(name.back())) return false;
  bool const abbreviated = name.size() >= 2 && std::all_of(name.begin(), name.end(), is_upper);
  if (abbreviated) return whole >= 1 && whole <= 5;
  if (whole < 1 || whole > 2) return false;
  return whole < version.size() || (number >= 2 && std::string_view{".!?:"}.find(word(number - 2).back()) == std::string_view::npos);
}

void Blanks::phone_numbers() {
  for (std::size_t i = 0; i < tokens_.size();) {
    std::size_t end = i;
    while (end < tokens_.size() && is_phone_part(word(end)) && (end == i || word(end - 1).back() != ',')) ++end;
    char const first = word(i).front();
    if (end > i + 1 && (first == '+' || first == '(' || first == '0')) glue(i, end - 1);
    i = std::max(end, i + 1);
  }
}

/// `Sep 2021 – Aug 2023`, `2019 – present`, `2019 - 2021`.
void Blanks::date_ranges() {
  for (std::size_t i = 1; i + 1 < tokens_.size(); ++i) {
    bool const hyphen = word(i) == "-" && is_digit(word(i + 1).front());
    if ((word(i) != en_dash && !hyphen) || !is_year(word(i - 1))) continue;
    glue(i - 1, i + 1);
    if (i >= 2 && is_letter(word(i - 2).front()) && all_digits(word(i - 1))) glue(i - 2, i - 1);
    if (i + 2 < tokens_.size() && is_letter(word(i + 1).front()) && is_year(word(i + 2))) glue(i + 1, i + 2);
  }
}

}  // namespace resumec::layout

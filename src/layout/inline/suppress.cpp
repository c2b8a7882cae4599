#include "layout/inline/suppress.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <span>

namespace resumec::layout {

namespace {

constexpr std::string_view en_dash = "\u2013";
constexpr std::string_view em_dash = "\u2014";

/// Dashes and separators stand at a line's end, not at its start.
bool never_starts_line(std::string_view word) {
  constexpr std::string_view marks[] = {en_dash, em_dash, "·", "•", "|"};
  return std::find(std::begin(marks), std::end(marks), word) != std::end(marks);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
/// ASCII letters, and every byte of a longer character: those are letters in nearly all words.
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_alphanumeric(char c) { return is_digit(c) || is_letter(c); }

/// What stands between two blanks.
struct Token {
  std::uint32_t begin = 0, end = 0;
  enum class Kind : std::uint8_t { Word, Mail, Address } kind = Kind::Word;
};

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// Punctuation that clings to a word and is not part of it.
std::string_view without_punctuation(std::string_view token) {
  constexpr std::string_view around = ",;:.()[]\"'";
  std::size_t const first = token.find_first_not_of(around);
  if (first == std::string_view::npos) return {};
  return token.substr(first, token.find_last_not_of(around) - first + 1);
}

bool is_mail(std::string_view token) {
  std::size_t const at = token.find('@');
  return at != std::string_view::npos && at > 0 && token.find('.', at) != std::string_view::npos;
}

/// `https://…`, `www.…`, `host.tld/path`, and DOIs, whose prefix holds a dot before the slash.
bool is_address(std::string_view token) {
  if (token.find("://") != std::string_view::npos || token.starts_with("www.")) return true;
  std::size_t const slash = token.find('/');
  if (slash == std::string_view::npos || slash + 1 >= token.size()) return false;
  std::size_t const dot = token.substr(0, slash).rfind('.');
  return dot != std::string_view::npos && dot > 0 && dot + 2 < slash && is_alphanumeric(token[dot - 1]) &&
         is_alphanumeric(token[dot + 1]) && is_alphanumeric(token[slash + 1]);
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t position = 0;
  while (position < text.size()) {
    std::size_t const begin = text.find_first_not_of(" \n", position);
    if (begin == std::string_view::npos) break;
    std::size_t const end = std::min(text.find_first_of(" \n", begin), text.size());
    Token token{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    std::string_view const word = text.substr(begin, end - begin);
    if (is_mail(word))
      token.kind = Token::Kind::Mail;
    else if (is_address(word))
      token.kind = Token::Kind::Address;
    tokens.push_back(token);
    position = end;
  }
  return tokens;
}

template <std::size_t Size>
bool among(std::array<std::string_view, Size> const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_unit(std::string_view word) {
  constexpr std::array<std::string_view, 56> units = {
      "%",   "‰",   "x", "×",  "k",  "K",  "M", "B",     "G",     "T",     "m",       "mm",      "cm",     "km",
      "µm",  "nm",  "g", "kg", "mg", "t",  "s", "ms",    "µs",    "ns",    "h",       "min",     "Hz",     "kHz",
      "MHz", "GHz", "W", "kW", "MW", "GW", "V", "kV",    "A",     "kB",    "KB",      "MB",      "GB",     "TB",
      "PB",  "€",   "$", "£",  "°C", "°F", "°", "hours", "years", "weeks", "million", "billion", "months", "people"};
  return among(units, word);
}

/// The words before which or behind which a number or name stands: `No. 5`, `Dr. Marrow`, `Ph.D. student`.
bool clings_to_next(std::string_view word) {
  constexpr std::array<std::string_view, 19> words = {"No.",  "no.", "Nr.",   "p.",  "pp.",  "S.",  "Vol.",  "vol.",  "Fig.", "fig.",
                                                      "Sec.", "Dr.", "Prof.", "Mr.", "Mrs.", "Ms.", "Ph.D.", "B.Sc.", "M.Sc."};
  if (among(words, word)) return true;
  // An initial: `K.`, `J.-P.`
  return word.size() >= 2 && word.size() <= 5 && is_upper(word.front()) && word.back() == '.' && (word.size() == 2 || word[1] == '.');
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
    else if (c != '(' && c != ')' && c != '-' && c != '.' && c != '/' && !(c == '+' && i == 0))
      return false;
  }
  return digits;
}

bool is_year(std::string_view word) {
  word = without_punctuation(word);
  return word.size() >= 4 && all_digits(word.substr(word.size() - 4));
}

/// Marks the blanks between tokens at which no line ends. `glued[i]` is the blank behind token i.
class BlankRules {
 public:
  BlankRules(std::string_view text, std::vector<Token> const& tokens) : text_{text}, tokens_{tokens}, glued_(tokens.size()) {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) glued_[i] = pair_clings(word(i), word(i + 1));
    phone_numbers();
    date_ranges();
  }
  bool glued(std::size_t token) const { return glued_[token]; }

 private:
  std::string_view word(std::size_t i) const { return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin); }

  static bool pair_clings(std::string_view left, std::string_view right) {
    if (never_starts_line(right)) return true;
    if (is_citation(right) || clings_to_next(left)) return true;
    return is_digit(left.back()) && is_unit(without_punctuation(right));
  }

  void phone_numbers() {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i;
      while (end < tokens_.size() && is_phone_part(word(end))) ++end;
      char const first = word(i).front();
      if (end > i + 1 && (first == '+' || first == '(' || first == '0'))
        std::fill(glued_.begin() + at(i), glued_.begin() + at(end - 1), true);
      i = std::max(end, i + 1);
    }
  }

  /// `Sep 2021 – Aug 2023`, `2019 – present`.
  void date_ranges() {
    for (std::size_t i = 1; i + 1 < tokens_.size(); ++i) {
      if (word(i) != en_dash || !is_year(word(i - 1))) continue;
      glued_[i] = true;
      if (i >= 2 && is_letter(word(i - 2).front()) && all_digits(word(i - 1))) glued_[i - 2] = true;
      if (i + 2 < tokens_.size() && is_letter(word(i + 1).front()) && is_year(word(i + 2))) glued_[i + 1] = true;
    }
  }

  static std::ptrdiff_t at(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

  std::string_view text_;
  std::vector<Token> const& tokens_;
  std::vector<bool> glued_;
};

/// The stretch of letters and digits that ends, or starts, at `offset` of a word.
std::string_view part_before(std::string_view word, std::size_t offset) {
  std::size_t begin = offset;
  while (begin > 0 && is_alphanumeric(word[begin - 1])) --begin;
  return word.substr(begin, offset - begin);
}
std::string_view part_after(std::string_view word, std::size_t offset) {
  std::size_t end = offset;
  while (end < word.size() && is_alphanumeric(word[end])) ++end;
  return word.substr(offset, end - offset);
}

bool is_caps_or_digits(std::string_view part) {
  return std::all_of(part.begin(), part.end(), [](char c) { return is_digit(c) || is_upper(c); });
}
bool is_letters(std::string_view part) { return std::all_of(part.begin(), part.end(), is_letter); }

/// May a line end inside `word`, before `offset`?
bool breaks_inside(std::string_view word, std::size_t offset) {
  char const before = word[offset - 1], after = word[offset];
  if (before == '+' || after == '+' || before == '#' || after == '#') return false;  // C++, C#
  std::string_view const left = word.substr(0, offset), right = word.substr(offset);
  if (right.starts_with(em_dash)) return false;  // only behind it
  if (left.ends_with(en_dash) || right.starts_with(en_dash)) {
    return !right.starts_with(en_dash) && !(offset > en_dash.size() && is_digit(word[offset - en_dash.size() - 1]));
  }
  if (before == '-') {
    std::string_view const part = part_before(word, offset - 1), next = part_after(word, offset);
    return part.size() > 2 && !is_caps_or_digits(part) && !is_caps_or_digits(next);
  }
  if (before == '/') {
    std::string_view const part = part_before(word, offset - 1), next = part_after(word, offset);
    return part.size() >= 4 && next.size() >= 4 && is_letters(part) && is_letters(next);
  }
  return true;
}

/// An address breaks before these, never inside its scheme.
void address_places(std::string_view text, Token const& token, std::vector<BreakPlace>& places) {
  constexpr std::string_view signs = "/.-_?&=#";
  std::string_view const word = text.substr(token.begin, token.end - token.begin);
  std::size_t const scheme = word.find("://");
  std::size_t const start = scheme == std::string_view::npos ? 2 : scheme + 4;
  for (std::size_t i = start; i + 1 < word.size(); ++i) {
    bool const before_sign = signs.find(word[i]) != std::string_view::npos && signs.find(word[i - 1]) == std::string_view::npos;
    if (before_sign) places.push_back({token.begin + static_cast<std::uint32_t>(i), Willingness::Reluctant});
  }
}

void mail_places(std::string_view text, Token const& token, std::vector<BreakPlace>& places) {
  for (std::uint32_t i = token.begin + 1; i + 1 < token.end; ++i) {
    if (text[i] == '@' || text[i] == '.') places.push_back({i, Willingness::Reluctant});
  }
}

}  // namespace

std::vector<BreakPlace> break_places(std::string_view text, std::string_view lang) {
  unicode::LineBreaker breaker;
  return break_places(text, lang, breaker);
}

std::vector<BreakPlace> break_places(std::string_view text, std::string_view lang, unicode::LineBreaker& breaker) {
  std::vector<BreakPlace> places;
  if (text.find_first_of(" \n-/") == std::string_view::npos && std::all_of(text.begin(), text.end(), is_alphanumeric) &&
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return places;  // one plain word
  }
  std::vector<unicode::BreakOpportunity> const opportunities = breaker.breaks(text, lang);
  std::vector<Token> const tokens = tokens_of(text);
  BlankRules const blanks{text, tokens};
  places.reserve(opportunities.size());

  std::size_t next = 0;  // opportunity
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token const& token = tokens[i];
    std::string_view const word = text.substr(token.begin, token.end - token.begin);
    // At the token's start: the blank before it.
    for (; next < opportunities.size() && opportunities[next].offset <= token.begin; ++next) {
      unicode::BreakOpportunity const& found = opportunities[next];
      if (found.offset == 0) continue;
      bool const mandatory = found.kind == unicode::BreakKind::Mandatory;
      bool const glued = i > 0 && found.offset == token.begin && blanks.glued(i - 1);
      places.push_back({found.offset, mandatory ? Willingness::Mandatory : glued ? Willingness::Reluctant : Willingness::Normal});
    }
    if (token.kind == Token::Kind::Address) address_places(text, token, places);
    if (token.kind == Token::Kind::Mail) mail_places(text, token, places);
    for (; next < opportunities.size() && opportunities[next].offset < token.end; ++next) {
      unicode::BreakOpportunity const& found = opportunities[next];
      if (found.kind == unicode::BreakKind::Mandatory) {
        places.push_back({found.offset, Willingness::Mandatory});
      } else if (token.kind == Token::Kind::Word) {
        bool const allowed = breaks_inside(word, found.offset - token.begin);
        places.push_back({found.offset, allowed ? Willingness::Normal : Willingness::Reluctant});
      }
    }
  }
  for (; next < opportunities.size(); ++next) {
    if (opportunities[next].offset >= text.size()) break;
    places.push_back({opportunities[next].offset,
                      opportunities[next].kind == unicode::BreakKind::Mandatory ? Willingness::Mandatory : Willingness::Normal});
  }
  std::stable_sort(places.begin(), places.end(), [](BreakPlace const& a, BreakPlace const& b) { return a.offset < b.offset; });
  return places;
}

}  // namespace resumec::layout

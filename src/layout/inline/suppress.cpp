#include "layout/inline/suppress.hpp"

#include "layout/inline/blanks.hpp"
#include "layout/inline/tokens.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace resumec::layout {

namespace {

constexpr std::string_view en_dash = "\u2013";
constexpr std::string_view em_dash = "\u2014";
constexpr std::string_view hyphen = "\u2010";
/// Parts of compounds shorter than this stay with their neighbour.
constexpr std::size_t shortest_part = 3, shortest_slashed = 4;

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
bool is_long_word(std::string_view part) {
  return unicode::length(part) >= shortest_slashed && std::all_of(part.begin(), part.end(), is_letter);
}

/// A number and what counts it are one word in Japanese and Chinese: `2021年`, `30人`.
bool is_counter(std::string_view text) {
  constexpr std::string_view counters[] = {"年", "月", "日", "人", "名", "歳", "円", "元", "万",
                                           "億", "亿", "個", "个", "件", "社", "時", "分"};
  return std::any_of(std::begin(counters), std::end(counters), [&](std::string_view counter) { return text.starts_with(counter); });
}

constexpr BreakPlace no_place{0, Willingness::Reluctant, 0, false};
constexpr BreakPlace free_place{};
constexpr BreakPlace compound{0, Willingness::Normal, penalty::explicit_hyphen, true};

/// May a line end inside `word`, before `offset`, where UAX #14 has a place?
BreakPlace place_inside(std::string_view word, std::size_t offset) {
  char const before = word[offset - 1], after = word[offset];
  std::string_view const left = word.substr(0, offset), right = word.substr(offset);
  if (right.starts_with(em_dash)) return no_place;  // only behind it
  if (right.starts_with(en_dash)) return no_place;
  if (left.ends_with(em_dash)) return free_place;
  if (left.ends_with(en_dash)) {  // London–Paris, but not 2019–2023, Mon–Fri
    bool const words = is_long_word(part_after(word, offset)) && is_long_word(part_before(word, offset - en_dash.size()));
    return words ? compound : no_place;
  }
  if (before == '-' || left.ends_with(hyphen)) {
    std::string_view const part = part_before(word, offset - (before == '-' ? 1 : hyphen.size())), next = part_after(word, offset);
    bool const whole = unicode::length(part) < shortest_part || is_caps_or_digits(part) || is_caps_or_digits(next);
    return whole ? no_place : compound;
  }
  if (before == '/') {
    bool const words = is_long_word(part_before(word, offset - 1)) && is_long_word(part_after(word, offset));
    return words ? BreakPlace{0, Willingness::Normal, penalty::explicit_hyphen, false} : no_place;
  }
  if (is_ascii(before) && is_ascii(after)) return no_place;  // C++, a|b, [1],[2]
  if (is_digit(before) && is_counter(right)) return no_place;
  return free_place;
}

/// An address ends a line before one of these signs, never inside its scheme, and leaves no sign alone below.
void address_places(std::string_view text, Token const& token, std::vector<BreakPlace>& places) {
  constexpr std::string_view signs = "/.-_?&=#";
  std::string_view word = text.substr(token.begin, token.end - token.begin);
  word = word.substr(0, word.find_last_not_of(",;:.)]>\"'") + 1);
  std::size_t const scheme = word.find("://");
  std::size_t const start = scheme == std::string_view::npos ? 2 : scheme + 4;
  for (std::size_t i = start; i + 1 < word.size(); ++i) {
    bool const before_sign = signs.find(word[i]) != std::string_view::npos && signs.find(word[i - 1]) == std::string_view::npos;
    if (word[i] == '.' && is_digit(word[i - 1]) && is_digit(word[i + 1])) continue;  // of a number: a DOI's prefix, a version
    if (before_sign && word.find_first_not_of(signs, i) != std::string_view::npos)
      places.push_back({token.begin + static_cast<std::uint32_t>(i), Willingness::Normal, penalty::address, false});
  }
}

void mail_places(std::string_view text, Token const& token, std::vector<BreakPlace>& places) {
  for (std::uint32_t i = token.begin + 1; i + 1 < token.end; ++i) {
    if (text[i] == '@' || text[i] == '.') places.push_back({i, Willingness::Reluctant, 0, false});
  }
}

BreakPlace place_behind(Blanks::Kind blank) {
  switch (blank) {
    case Blanks::Kind::Free:
      return free_place;
    case Blanks::Kind::Sticky:
      return {0, Willingness::Normal, penalty::sticky, false};
    case Blanks::Kind::Glued:
      return no_place;
  }
  return free_place;
}

bool is_one_plain_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_ascii(c) && is_alphanumeric(c); });
}

}  // namespace

std::vector<BreakPlace> break_places(std::string_view text, std::string_view lang) {
  unicode::LineBreaker breaker;
  return break_places(text, lang, breaker);
}

std::vector<BreakPlace> break_places(std::string_view text, std::string_view lang, unicode::LineBreaker& breaker) {
  std::vector<BreakPlace> places;
  if (is_one_plain_word(text)) return places;
  std::vector<unicode::BreakOpportunity> const opportunities = breaker.breaks(text, lang);
  std::vector<Token> const tokens = tokens_of(text);
  Blanks const blanks{text, tokens};
  places.reserve(opportunities.size());

  std::size_t next = 0;  // opportunity
  auto const add = [&](BreakPlace place) {
    place.offset = opportunities[next].offset;
    // What UAX #14 has beside the hard break (form feeds, U+2028) is a place like others.
    if (opportunities[next].kind == unicode::BreakKind::Mandatory)
      place = {place.offset, text[place.offset - 1] == '\n' ? Willingness::Mandatory : Willingness::Normal, 0, false};
    if (place.offset > 0 && place.offset < text.size()) places.push_back(place);
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token const& token = tokens[i];
    std::string_view const word = text.substr(token.begin, token.end - token.begin);
    for (; next < opportunities.size() && opportunities[next].offset <= token.begin; ++next)
      add(i > 0 && opportunities[next].offset == token.begin ? place_behind(blanks.behind(i - 1)) : free_place);
    if (token.kind == Token::Kind::Address) address_places(text, token, places);
    if (token.kind == Token::Kind::Mail) mail_places(text, token, places);
    for (; next < opportunities.size() && opportunities[next].offset < token.end; ++next) {
      bool const mandatory = opportunities[next].kind == unicode::BreakKind::Mandatory;
      if (mandatory || token.kind == Token::Kind::Word) add(place_inside(word, opportunities[next].offset - token.begin));
    }
  }
  for (; next < opportunities.size(); ++next) add(free_place);
  std::stable_sort(places.begin(), places.end(), [](BreakPlace const& a, BreakPlace const& b) { return a.offset < b.offset; });
  return places;
}

}  // namespace resumec::layout

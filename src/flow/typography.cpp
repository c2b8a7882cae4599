#include "flow/typography.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <iterator>

namespace resumec::flow {

namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_word(char32_t c) { return is_digit(c) || (c != 0 && unicode::is_letter(c)); }

/// Nothing, a blank, an opening bracket or quote, or a dash: what may stand before an opening quotation mark.
bool opens_after(char32_t c) {
  constexpr char32_t openers[] = {U'(', U'[', U'{', U'/', U'-', U'–', U'—', U'“', U'„', U'‘', U'‚', U'«', U'‹', U'"', U'\''};
  return c == 0 || unicode::is_space(c) || c == U'\u00A0' || std::find(std::begin(openers), std::end(openers), c) != std::end(openers);
}

char32_t at(std::string_view text, std::size_t offset) { return offset < text.size() ? unicode::decode_at(text, offset).value : 0; }

/// Where the last single quotation mark stands that could close another before it; 0 for none.
std::size_t last_closing(std::string_view text) {
  for (std::size_t i = text.rfind('\''); i != std::string_view::npos && i > 0; i = text.rfind('\'', i - 1)) {
    if (!unicode::is_space(static_cast<unsigned char>(text[i - 1])) && !is_word(at(text, i + 1))) return i;
  }
  return 0;
}

char32_t last_of(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0U) == 0x80U) {
  }
  return at(text, begin);
}

}  // namespace

void Typographer::pass(std::string_view piece) {
  if (!piece.empty()) previous_ = last_of(piece);
}

std::string Typographer::apply(std::string_view piece) {
  if (wording_ == Wording::AsWritten || piece.find_first_of("\"'-.") == std::string_view::npos) {
    pass(piece);
    return std::string{piece};
  }
  std::string result;
  result.reserve(piece.size() + 8);
  std::size_t const closing = last_closing(piece);
  std::size_t i = 0;
  auto const put = [&](std::string_view text, std::size_t taken) {
    result += text;
    if (!text.empty()) previous_ = last_of(text);
    i += taken;
  };
  while (i < piece.size()) {
    auto const rest = piece.substr(i);
    char32_t const next = at(piece, i + 1);
    auto const run = std::min(rest.find_first_not_of(piece[i]), rest.size());
    if (piece[i] == '.' && run > 1) {
      put(run == 3 ? std::string_view{"…"} : rest.substr(0, run), run);
    } else if (piece[i] == '-' && run > 1) {
      // `--verbose` is a program's option, not a dash.
      bool const is_option = run == 2 && opens_after(previous_) && unicode::is_letter(at(piece, i + 2));
      put(run == 2 && !is_option ? std::string_view{"–"} : run == 3 ? std::string_view{"—"} : rest.substr(0, run), run);
    } else if (piece[i] == '"') {
      if (double_open_ && !(opens_after(previous_) && is_word(next))) {
        double_open_ = false;
        put(locale_->quote_close, 1);
      } else if (is_digit(previous_)) {
        put("″", 1);
      } else if (opens_after(previous_)) {
        double_open_ = true;
        put(locale_->quote_open, 1);
        previous_ = U'“';
      } else {
        double_open_ = false;
        put(locale_->quote_close, 1);
      }
    } else if (piece[i] == '\'') {
      if (is_word(previous_) && is_word(next)) {
        bool const feet = is_digit(previous_) && is_digit(next);  // 5'10"
        put(feet ? std::string_view{"′"} : locale_->apostrophe, 1);
      } else if (opens_after(previous_) && !is_digit(next) && !rest.starts_with("'n'") && closing > i + 1) {
        single_open_ = true;
        put(locale_->inner_quote_open, 1);
        previous_ = U'‘';
      } else if (single_open_ && !opens_after(previous_)) {
        single_open_ = false;
        put(locale_->inner_quote_close, 1);
      } else if (is_digit(previous_)) {
        put("′", 1);
      } else {
        put(locale_->apostrophe, 1);
      }
    } else {
      auto const point = unicode::decode_at(piece, i);
      std::size_t const length = point.end - point.begin;
      result += piece.substr(i, length);
      previous_ = point.value;
      i += length;
    }
  }
  return result;
}

bool is_quoted(std::string_view text) {
  constexpr char32_t quotes[] = {U'"', U'\'', U'“', U'”', U'„', U'‟', U'‘', U'‚', U'«', U'»', U'‹', U'「', U'『'};
  return std::find(std::begin(quotes), std::end(quotes), at(text, 0)) != std::end(quotes) && !text.empty();
}

}  // namespace resumec::flow

// The characters of YAML's surface, shared by the pre-pass, the aligner and recovery.
#pragma once

#include <cstddef>
#include <string_view>

namespace resumec::syntax {

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }
constexpr bool is_white(char c) { return is_blank(c) || is_break(c); }
constexpr bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A blank, a line break or the end of the text stands at `at`: what must follow `-`, `?` and `:`.
constexpr bool ends_token(std::string_view text, std::size_t at) { return at >= text.size() || is_white(text[at]); }

/// The end of the line's content: its line break (LF, and every CR before it) or the end of the text.
constexpr std::size_t line_end(std::string_view text, std::size_t at) {
  std::size_t const found = text.find('\n', at);
  std::size_t end = found == std::string_view::npos ? text.size() : found;
  while (end > at && text[end - 1] == '\r') --end;
  return end;
}
/// The start of the line after the one that ends at `end`.
constexpr std::size_t next_line(std::string_view text, std::size_t end) {
  std::size_t const found = text.find('\n', end);
  return found == std::string_view::npos ? text.size() : found + 1;
}
constexpr std::size_t skip_blanks(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && is_blank(text[at])) ++at;
  return at;
}
constexpr std::size_t trim_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && is_white(text[end - 1])) --end;
  return end;
}
constexpr bool starts_with_at(std::string_view text, std::size_t at, std::string_view prefix) {
  return text.substr(at < text.size() ? at : text.size(), prefix.size()) == prefix;
}
/// The bytes of a bullet with a blank after it, as word processors set them and Markdown has them; 0 where there is none.
constexpr std::size_t bullet_at(std::string_view text, std::size_t at) {
  constexpr std::string_view bullets[] = {"* ", "• ", "· ", "◦ ", "▪ ", "‣ "};
  for (std::string_view bullet : bullets)
    if (starts_with_at(text, at, bullet)) return bullet.size() - 1;
  return 0;
}

}  // namespace resumec::syntax

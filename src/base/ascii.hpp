// Letters, digits and blanks of ASCII alone, whatever the locale. Words that people read are folded by `unicode`.
#pragma once

#include <string>
#include <string_view>

namespace resumec::base {

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string ascii_lower(std::string_view text) {
  std::string result{text};
  for (char& c : result) c = ascii_lower(c);
  return result;
}

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_ascii_blank(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_ascii_blank(text.front())) text.remove_prefix(1);
  return text;
}

}  // namespace resumec::base

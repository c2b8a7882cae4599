// What stands between two blanks of a text: words, mail addresses, web addresses. The rules of line ends (suppress.hpp) are about these.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace resumec::layout {

struct Token {
  std::uint32_t begin = 0, end = 0;
  enum class Kind : std::uint8_t { Word, Mail, Address } kind = Kind::Word;
};

std::vector<Token> tokens_of(std::string_view text);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
/// ASCII letters, and every byte of a longer character: those are letters in nearly all words.
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c) || !is_ascii(c); }
constexpr bool is_alphanumeric(char c) { return is_digit(c) || is_letter(c); }

bool all_digits(std::string_view text);
/// Without the punctuation that clings to a word and is no part of it.
std::string_view without_punctuation(std::string_view token);

}  // namespace resumec::layout

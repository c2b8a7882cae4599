#include "unicode/utf16.hpp"

#include "unicode/unicode.hpp"

namespace resumec::unicode {

std::u16string to_utf16(std::string_view text) {
  std::u16string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    auto const code_point = decode_at(text, i);
    i = code_point.end;
    if (code_point.value < 0x10000) {
      result.push_back(static_cast<char16_t>(code_point.value));
    } else {
      result.push_back(static_cast<char16_t>(0xD7C0 + (code_point.value >> 10U)));
      result.push_back(static_cast<char16_t>(0xDC00 | (code_point.value & 0x3FFU)));
    }
  }
  return result;
}

std::string to_utf8(std::u16string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t value = text[i];
    bool const high = value >= 0xD800 && value <= 0xDBFF;
    if (high && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] <= 0xDFFF) {
      value = ((value - 0xD7C0U) << 10U) | (text[++i] & 0x3FFU);
    }
    append(result, value);
  }
  return result;
}

}  // namespace resumec::unicode

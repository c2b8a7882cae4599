// UTF-8 by hand: no database is needed, and every reader calls this for every byte.
#include "unicode/inert.hpp"
#include "unicode/unicode.hpp"

#include <cstring>

namespace resumec::unicode {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Bytes of the leading eight that are not ASCII, as a mask of high bits.
std::uint64_t non_ascii_bits(char const* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word & 0x8080'8080'8080'8080U;
}

}  // namespace

CodePoint decode_at(std::string_view text, std::size_t offset) {
  auto const begin = static_cast<std::uint32_t>(offset);
  if (offset >= text.size()) return {replacement, begin, begin};
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  unsigned const lead = byte(0);
  if (lead < 0x80) return {lead, begin, begin + 1};
  CodePoint const malformed{replacement, begin, begin + 1};

  // The Unicode Standard, table 3-7: only the second byte's range depends on the first.
  unsigned size = 0, low = 0x80, high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    size = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    size = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    size = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return malformed;
  }
  if (text.size() - offset < size || byte(1) < low || byte(1) > high) return malformed;
  char32_t value = lead & (0x7FU >> size);
  value = value << 6U | (byte(1) & 0x3FU);
  for (unsigned i = 2; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return malformed;
    value = value << 6U | (byte(i) & 0x3FU);
  }
  return {value, begin, begin + size};
}

void append(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = replacement;
  auto const put = [&](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  auto const put_tail = [&](unsigned shift) { put(0x80U | (code_point >> shift & 0x3FU)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | code_point >> 6U);
    put_tail(0);
  } else if (code_point < 0x10000) {
    put(0xE0U | code_point >> 12U);
    put_tail(6);
    put_tail(0);
  } else {
    put(0xF0U | code_point >> 18U);
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text.size() - i >= 8 && non_ascii_bits(text.data() + i) == 0) {
      i += 8;
      continue;
    }
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    auto const code_point = decode_at(text, i);
    if (code_point.end - code_point.begin == 1) return i;
    i = code_point.end;
  }
  return std::nullopt;
}

bool is_ascii(std::string_view text) {
  std::size_t i = 0;
  for (; text.size() - i >= 8; i += 8) {
    if (non_ascii_bits(text.data() + i) != 0) return false;
  }
  for (; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) >= 0x80) return false;
  }
  return true;
}

bool is_inert(std::string_view text) {
  if (is_ascii(text)) return true;
  for (std::size_t i = 0; i < text.size();) {
    auto const code_point = decode_at(text, i);
    if (!is_inert(code_point.value)) return false;
    i = code_point.end;
  }
  return true;
}

std::size_t length(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); i = decode_at(text, i).end) ++count;
  return count;
}

}  // namespace resumec::unicode

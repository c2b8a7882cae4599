#include "unicode/encodings.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>

namespace resumec::unicode {

namespace {

using Table = std::array<char16_t, 128>;  ///< of the bytes from 0x80 on; zero where there is no character

/// Latin-1 but for 0x80 to 0x9F.
constexpr Table make_windows_1252() {
  constexpr std::array<char16_t, 32> own{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                         0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                         0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  Table table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = i < own.size() ? own[i] : static_cast<char16_t>(0x80 + i);
  return table;
}

constexpr Table windows_1252 = make_windows_1252();

/// As Apple defines it since 1998: with the euro sign, and 0xF0, the company's sign, in the private use area.
constexpr Table mac_roman{
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8,
    0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC,
    0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8,
    0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153,
    0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4,
    0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};

struct Pair {
  char16_t character;
  unsigned char byte;
};

constexpr std::array<Pair, 128> sorted(Table const& table) {
  std::array<Pair, 128> pairs{};
  for (std::size_t i = 0; i < table.size(); ++i) pairs[i] = {table[i], static_cast<unsigned char>(0x80 + i)};
  std::sort(pairs.begin(), pairs.end(), [](Pair a, Pair b) { return a.character < b.character; });
  return pairs;
}

constexpr auto windows_1252_bytes = sorted(windows_1252), mac_roman_bytes = sorted(mac_roman);

}  // namespace

std::optional<char32_t> character_of(ByteEncoding encoding, unsigned char byte) {
  if (byte < 0x80) return byte;
  char32_t const character = (encoding == ByteEncoding::MacRoman ? mac_roman : windows_1252)[byte - 0x80U];
  return character == 0 ? std::nullopt : std::optional{character};
}

std::optional<unsigned char> byte_of(ByteEncoding encoding, char32_t character) {
  if (character < 0x80) return static_cast<unsigned char>(character);
  auto const& bytes = encoding == ByteEncoding::MacRoman ? mac_roman_bytes : windows_1252_bytes;
  auto const found =
      std::lower_bound(bytes.begin(), bytes.end(), character, [](Pair pair, char32_t wanted) { return pair.character < wanted; });
  if (found == bytes.end() || found->character != character) return std::nullopt;
  return found->byte;
}

std::optional<std::string> from_wide(WideEncoding encoding, std::string_view bytes) {
  bool const is_utf16 = encoding == WideEncoding::Utf16Little || encoding == WideEncoding::Utf16Big;
  bool const is_big = encoding == WideEncoding::Utf16Big || encoding == WideEncoding::Utf32Big;
  std::size_t const width = is_utf16 ? 2 : 4;
  // Programs that know nothing of the encoding append a line end of one byte.
  while (bytes.size() % width != 0 && bytes.back() == '\n') bytes.remove_suffix(1);
  if (bytes.size() % width != 0) return std::nullopt;
  auto const unit_at = [&](std::size_t at) {
    char32_t unit = 0;
    for (std::size_t i = 0; i < width; ++i) unit = unit << 8U | static_cast<unsigned char>(bytes[at + (is_big ? i : width - 1 - i)]);
    return unit;
  };
  auto const is_surrogate = [](char32_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; };
  std::string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at < bytes.size(); at += width) {
    char32_t character = unit_at(at);
    if (at == 0 && character == 0xFEFF) continue;
    if (is_utf16 && is_surrogate(character) && at + width < bytes.size()) {
      char32_t const low = unit_at(at + width);
      if (character >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      character = ((character - 0xD7C0U) << 10U) | (low & 0x3FFU);
      at += width;
    }
    if (is_surrogate(character) || character > 0x10FFFF) return std::nullopt;
    append(text, character);
  }
  return text;
}

}  // namespace resumec::unicode

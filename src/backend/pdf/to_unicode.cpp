#include "backend/pdf/to_unicode.hpp"

#include "backend/pdf/units.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::backend::pdf {

namespace {

constexpr std::size_t block_size = 100;      // ISO 32000-1, 9.10.3 by way of Adobe's CMap specification
constexpr std::size_t max_hex_digits = 500;  // a destination has at most 512 bytes

/// Control characters and those that ISO 14289-1 7.21.7 forbids never reach a reader: a tab is a space, a byte order mark
/// inside a text is the word joiner it was used as.
char32_t readable(char32_t value) {
  if (value < 0x20 || (value >= 0x7F && value < 0xA0)) return U' ';
  if (value == 0xFEFF) return U'\u2060';
  if ((value & 0xFFFE) == 0xFFFE) return U'\uFFFD';
  return value;
}

void append_utf16(std::string& out, std::string_view utf8) {
  std::size_t const start = out.size();
  for (std::size_t offset = 0; offset < utf8.size() && out.size() - start < max_hex_digits;) {
    auto const point = unicode::decode_at(utf8, offset);
    offset = point.end;
    char32_t const value = readable(point.value);
    if (value >= 0x10000) {
      append_hex16(out, 0xD800 + ((value - 0x10000) >> 10));
      append_hex16(out, 0xDC00 + ((value - 0x10000) & 0x3FF));
    } else {
      append_hex16(out, value);
    }
  }
}

}  // namespace

std::string to_unicode_cmap(std::span<std::pair<std::uint32_t, std::string_view> const> codes) {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  while (!codes.empty()) {
    auto const block = codes.first(std::min(codes.size(), block_size));
    append_integer(out, static_cast<std::int64_t>(block.size()));
    out += " beginbfchar\n";
    for (auto const& [cid, text] : block) {
      out += '<';
      append_hex16(out, cid);
      out += "><";
      append_utf16(out, text);
      out += ">\n";
    }
    out += "endbfchar\n";
    codes = codes.subspan(block.size());
  }
  out += "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
  return out;
}

}  // namespace resumec::backend::pdf

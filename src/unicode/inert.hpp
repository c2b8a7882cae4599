// The short way past ICU for the texts of most résumés: Latin letters and the usual dashes and quotes. Private to this module.
#pragma once

#include <string_view>

namespace resumec::unicode {

/// True for code points that are in normal form C beside any other of them, and never join the cluster before them (CR LF excepted).
/// tests/unit/unicode compares the ranges with the database.
constexpr bool is_inert(char32_t c) {
  return c < 0x300 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) || (c >= 0x20A0 && c <= 0x20BF);
}

/// True if a text is valid UTF-8 of inert code points.
bool is_inert(std::string_view text);

}  // namespace resumec::unicode

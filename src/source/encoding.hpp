// In which encoding are the bytes of a file, if not in UTF-8?
#pragma once

#include "unicode/encodings.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace resumec::source {

/// UTF-16 and UTF-32 by their byte order mark, or by where the zero bytes stand in the beginning of any text that begins in Latin letters.
std::optional<unicode::WideEncoding> find_wide_encoding(std::string_view bytes);
/// "UTF-16 (little-endian)"
std::string_view name_of(unicode::WideEncoding encoding);

struct AsWindows1252 {
  std::string text;                            ///< in UTF-8
  std::size_t count = 0;                       ///< bytes that are not UTF-8
  std::size_t first_begin = 0, first_end = 0;  ///< of the first run of them
};

/// A text that is not UTF-8, read as Windows-1252: all of it, or, where it holds more UTF-8 than other bytes, these bytes alone. Nothing
/// for UTF-8, and for what makes no sense as Windows-1252: bytes that it leaves open, or mostly long runs of letters that are not ASCII,
/// as other encodings than those of Western languages have them.
std::optional<AsWindows1252> read_windows_1252(std::string_view bytes);

}  // namespace resumec::source

// Texts that were damaged before they came here: UTF-8 that some program read in an older encoding and saved again, so that `“` has become
// `â€œ` or `‚Äú`. What was read as what is found by undoing it.
#pragma once

#include "unicode/encodings.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace resumec::source {

struct Mojibake {
  std::string text;                ///< repaired
  unicode::ByteEncoding read_as;   ///< Windows-1252 stands for Latin-1 as well
  std::size_t places = 0;          ///< repaired runs of characters
  std::size_t begin = 0, end = 0;  ///< of the first one, in the damaged text
  std::string example;             ///< what it is repaired to
};

/// The text repaired, if it is damaged; `text` is UTF-8. If all of its characters beyond ASCII can be undone, all are. Else only those
/// that are no text of any language: a text may be damaged in parts. A character alone that could have been meant is never touched.
std::optional<Mojibake> repair_mojibake(std::string_view text);

}  // namespace resumec::source

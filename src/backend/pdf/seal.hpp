// The last lines of a PDF, which say what it was made from and that nobody changed it since: the two halves of `/ID` (ISO 32000-1, 14.4)
// and a comment before `startxref`. A file that was cut, edited or made by another program has no whole seal.
#pragma once

#include "base/hash.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace resumec::backend::pdf {

struct Seal {
  base::Digest inputs{};  ///< the first half of `/ID`: of what the file was made from
  std::string note;       ///< one line of printable ASCII about the file's pages
};

/// Writes the note and, as the second half of `/ID`, the digest of all bytes. `pdf` has the first half, and zeros for the second.
std::string seal(std::string pdf, std::string_view note);

/// None if these are not the bytes that `seal` gave.
std::optional<Seal> read_seal(std::string_view pdf);

}  // namespace resumec::backend::pdf

// What a text format with comments says of itself in its last line, as a PDF does in its `/ID` (backend/pdf/seal.hpp).
#pragma once

#include "backend/pdf/seal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace resumec::driver {

/// Adds two lines: `<mark> <note>` and `<mark> resumec <inputs> <digest of all above>`. `text` ends in a line end.
std::string seal_comment(std::string text, std::string_view mark, backend::pdf::Seal const& seal);

/// True if a line is the last one that `seal_comment` writes, whatever became of the others.
bool has_comment_seal(std::string_view text, std::string_view mark);

/// None if these are not the bytes that `seal_comment` gave.
std::optional<backend::pdf::Seal> read_comment_seal(std::string_view text, std::string_view mark);

}  // namespace resumec::driver

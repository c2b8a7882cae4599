// A text in quotes: escapes become characters, each with the way back to where it was written.
#pragma once

#include "syntax/json_findings.hpp"
#include "syntax/node.hpp"

#include <cstddef>
#include <string_view>

namespace resumec::syntax {

struct QuotedText {
  MappedText text;  ///< its span is the content, without quotes
  std::size_t end;  ///< behind the closing quote, or where the text ends if there is none
};

/// Reads the text whose opening quote, `"` or `'`, stands at `begin`.
QuotedText read_quoted(std::string_view source, std::size_t begin, JsonFindings& findings);

}  // namespace resumec::syntax

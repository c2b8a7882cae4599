// JSON → data tree, by a reader of our own (docs/decisions/0018-json-reader.md): every character of a decoded text leads back to the
// source, and one error does not hide the next. Strict JSON, and what people write all the same: comments, commas too many or too few,
// JSON5's quotes and keys. Each of these is said.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <cstddef>
#include <string_view>

namespace resumec::syntax {

struct JsonLimits {
  std::size_t depth = 128;
};

/// Reads a whole source. Always returns a tree; every problem is in `diagnostics`, all of them in one run. The text is
/// UTF-8 that `source::decode` has found good. Texts in quotes are `DoubleQuoted`; numbers, `true` and `false` are plain scalars, as
/// written.
Node read_json(SourceId source, std::string_view text, Diagnostics& diagnostics, JsonLimits const& limits = {});

}  // namespace resumec::syntax

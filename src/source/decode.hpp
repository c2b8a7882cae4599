// Is this a text at all? Checks encoding and control characters before any reader sees the bytes.
#pragma once

#include "resumec/diagnostics.hpp"
#include "resumec/source.hpp"

#include <cstddef>
#include <string_view>

namespace resumec::source {

/// No source is larger: a span has 32 bits, and a résumé of 16 MiB is none.
inline constexpr std::size_t text_limit = 16U << 20U;

/// Reports a text beyond the limit, UTF-16, bytes that are not UTF-8 (the place of each run, at most 20), NUL and C0 control characters
/// other than tab, line feed and carriage return (at most 20), and a text without content. True if a reader may read it. A UTF-8 byte order
/// mark is fine.
bool check_text(SourceId source, std::string_view name, std::string_view text, Diagnostics& diagnostics);

}  // namespace resumec::source

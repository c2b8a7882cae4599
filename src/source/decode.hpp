// Is this a text at all? Checks encoding and control characters before any reader sees the bytes.
#pragma once

#include "resumec/diagnostics.hpp"
#include "resumec/source.hpp"

#include <string_view>

namespace resumec::source {

/// Reports a text beyond `text_limit`, UTF-16, bytes that are not UTF-8 (the place of each run, at most 20), NUL and C0 control characters
/// other than tab, line feed and carriage return (at most 20), and a text without content. True if a reader may read it. A UTF-8 byte order
/// mark is fine.
bool check_text(SourceId source, std::string_view name, std::string_view text, Diagnostics& diagnostics);

}  // namespace resumec::source

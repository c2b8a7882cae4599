// From bytes to a text in UTF-8, before any reader sees them: other encodings are converted, texts that were read in a wrong encoding
// before they came here are repaired, and what is no text at all is refused.
#pragma once

#include "resumec/diagnostics.hpp"
#include "resumec/source.hpp"
#include "resumec/world.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace resumec::source {

/// What becomes of a text that was read in a wrong encoding. It is reported in any case.
enum class WrongEncoding : std::uint8_t { Repair, Keep };

/// The source to read in the place of `source`: itself, or a new one of the same name with its text in UTF-8, whose lines are the same.
/// What was done to the text is a warning. Nothing, with everything that is wrong, if no reader may read it.
std::optional<SourceId> decode(World& world, SourceId source, WrongEncoding wrong_encoding, Diagnostics& diagnostics);

/// The last part of it, for a text that is to be in UTF-8. Reports a text beyond `text_limit`, bytes that are not UTF-8 (the place of each
/// run, at most 20), NUL and C0 control characters other than tab, line feed and carriage return (at most 20), and a text without content.
/// True if a reader may read it. A UTF-8 byte order mark is fine.
bool check_text(SourceId source, std::string_view name, std::string_view text, Diagnostics& diagnostics);

}  // namespace resumec::source

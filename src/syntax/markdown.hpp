// The one door to md4c (CommonMark). In: a stretch of a decoded text. Out: blocks of parts and inlines.
#pragma once

#include "syntax/inline_parts.hpp"

namespace resumec::syntax {

/// One paragraph: block marks in it are text.
Parts read_paragraph(MappedText const& source, std::size_t begin, std::size_t end, Diagnostics& diagnostics);

/// Paragraphs, lists, quotes, … of [begin, end).
Blocks read_blocks(MappedText const& source, std::size_t begin, std::size_t end, Diagnostics& diagnostics);

}  // namespace resumec::syntax

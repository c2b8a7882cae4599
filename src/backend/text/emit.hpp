// Display list → plain text, from the structure tree: the PDF's own words and order.
#pragma once

#include "display/document.hpp"

#include <string>

namespace resumec::backend::text {

/// UTF-8, `\n` line ends, one blank line before a section, bullets as `•`/`–`, link addresses only where they are not the visible text.
std::string emit_text(display::Document const& document);

}  // namespace resumec::backend::text

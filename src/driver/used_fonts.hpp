// Which faces a PDF embeds, in its note: so that `--check` can name the font that is another.
#pragma once

#include "display/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace resumec::driver {

/// ` fonts=<PostScript name>:<eight digits of its bytes>,…`; nothing for a document without fonts.
std::string fonts_note(display::Document const& document);

/// What the note says beside.
std::string_view without_fonts(std::string_view note);

/// The faces of the newer note that the older one has with other bytes or not at all, then those that only the older one has.
std::vector<std::string> changed_fonts(std::string_view older, std::string_view newer);

}  // namespace resumec::driver

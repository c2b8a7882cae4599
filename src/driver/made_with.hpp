// What a PDF was made with, in its note: the libraries, and the faces that it embeds. So `--check` can name what is another.
#pragma once

#include "display/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace resumec::driver {

/// ` libraries=<name>:<version>,…`.
std::string libraries_note();

/// ` fonts=<PostScript name>:<eight digits of its bytes>,…`; nothing for a document without fonts.
std::string fonts_note(display::Document const& document);

/// What the note says beside.
std::string_view without_made_with(std::string_view note);

/// The libraries of the older note that the newer one has in another version or not at all: `harfbuzz 6.0.0`.
std::vector<std::string> changed_libraries(std::string_view older, std::string_view newer);

/// The faces of the newer note that the older one has with other bytes or not at all, then those that only the older one has.
std::vector<std::string> changed_fonts(std::string_view older, std::string_view newer);

}  // namespace resumec::driver

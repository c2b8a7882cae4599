// Fonts of one script: which characters they are there for, and which package has one that the catalogue lacks.
#pragma once

#include <string_view>

namespace resumec::fonts {

/// Is a face of `script` (ISO 15924; `Jpan` is Han and kana) meant for the character? Signs shared by scripts are for each of those.
bool serves(std::string_view script, char32_t code_point);
/// The Debian package with a font for the script of the character, where the catalogue has none; empty if we know of none.
std::string_view package_for(char32_t code_point);

}  // namespace resumec::fonts

// Paths as sources write them: relative, with `/`, below a root; and what their names tell.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace resumec::source {

/// The path without `.`, `..` and doubled slashes; none if it is absolute, leaves the root or holds NUL. The root itself is "".
std::optional<std::string> normalize_path(std::string_view path);

/// Whether a file is a font by its ending, `.ttf` or `.otf`, whatever the case.
bool is_font_name(std::string_view name);

}  // namespace resumec::source

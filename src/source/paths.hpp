// Paths as sources write them: relative, with `/`, below a root. Private to this module.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace resumec::source {

/// The path without `.`, `..` and doubled slashes; none if it is absolute, leaves the root or holds NUL. The root itself is "".
std::optional<std::string> normalize_path(std::string_view path);

}  // namespace resumec::source

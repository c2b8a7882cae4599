// Where the source tree and the build tree are. Tests ask these functions: a path among a target's compile definitions would
// stand on the command line of all its sources, and the compiler cache could not serve them in another checkout.
#pragma once

#include <string>
#include <string_view>

namespace resumec::places {

/// A file or folder of the source tree, such as "examples".
std::string source(std::string_view path);

/// A file or folder of the build tree, such as "share/resumec".
std::string built(std::string_view path);

}  // namespace resumec::places

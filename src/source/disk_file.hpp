// The one file of the program that reads the disk. Private to this module.
#pragma once

#include "resumec/world.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace resumec::source {

/// A path as the system knows it: absolute, without symbolic links. Its last parts need not exist.
FileResult<std::string> canonical_path(std::string const& path);
/// True if a canonical path is that folder or lies in it.
bool is_within(std::string_view path, std::string_view folder);

/// The bytes of a regular file, in memory.
FileResult<std::string> read_file(std::string const& path, std::size_t limit);
/// The bytes of a regular file, mapped. For files that nobody rewrites in place: the program's own, and fonts.
FileResult<Blob> map_file(std::string const& path, std::size_t limit);

}  // namespace resumec::source

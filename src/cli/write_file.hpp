// Files appear whole or not at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace resumec::cli {

/// Writes to a temporary name beside `path` and renames it over `path` when every byte is on disk: an interrupted or failed write
/// leaves the old file whole. A path that is no regular file (a pipe, a device) is written directly. In words what went wrong, if
/// anything did.
std::optional<std::string> write_file(std::string const& path, std::string_view bytes);

/// What an output's maker keeps beside it (`Output::record`), in an extended attribute: it goes with the file, and a file system that has
/// none loses nothing but time. Empty where there is none.
std::string read_record(std::string const& path);
void write_record(std::string const& path, std::string_view record);

/// The bytes of a regular file; none if there is none to be read.
std::optional<std::string> read_file(std::string const& path);

}  // namespace resumec::cli

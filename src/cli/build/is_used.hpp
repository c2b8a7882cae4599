// A build must not write over what it reads.
#pragma once

#include "resumec/world.hpp"

#include <string>

namespace resumec::cli {

/// Is the file at `path`, under whatever name, one that was read so far?
bool is_used(World const& world, std::string const& path);

/// The problem in words, for whatever would have been written there.
inline constexpr char const* is_used_problem = "this build reads it";

}  // namespace resumec::cli

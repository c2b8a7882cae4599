// `--depfile`: what the outputs depend on, for make and ninja.
#pragma once

#include "resumec/world.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace resumec::cli {

/// One rule without a recipe, and an empty one for each file read, so that make goes on when one of them is removed. None if a path has a
/// line end, which neither make nor ninja can write.
std::optional<std::string> depfile(std::vector<std::string> const& outputs, std::span<FileUse const> uses);

}  // namespace resumec::cli

#include "cli/build/is_used.hpp"

#include <algorithm>
#include <filesystem>

namespace resumec::cli {

bool is_used(World const& world, std::string const& path) {
  auto const uses = world.files_used();
  return std::any_of(uses.begin(), uses.end(), [&](FileUse const& use) {
    std::error_code error;  // of a file that is not there: it is no other
    return use.kind == FileUse::Kind::File && std::filesystem::equivalent(use.path, path, error);
  });
}

}  // namespace resumec::cli

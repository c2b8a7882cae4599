// The one door to yaml-cpp: a stretch of the patched text → a tree, or the place and reason of the first error.
// No exception of yaml-cpp leaves this file.
#pragma once

#include "syntax/yaml_builder.hpp"

#include <optional>
#include <string>

namespace resumec::syntax {

struct YamlFailure {
  std::size_t at = 0;   ///< byte of the patched text
  std::string message;  ///< in our words
};

/// Feeds the one document in `piece` to the builder. `offset`: where `piece` begins in the patched text.
std::optional<YamlFailure> parse_events(std::string_view piece, std::size_t offset, TreeBuilder& builder);

}  // namespace resumec::syntax

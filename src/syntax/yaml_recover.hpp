// Reading what can be read of a text that YAML refuses: it is cut at keys and list items, and the pieces are read alone,
// so that one error does not hide the next.
#pragma once

#include "syntax/yaml_events.hpp"

#include <span>

namespace resumec::syntax {

class YamlRecovery {
 public:
  YamlRecovery(PatchedText const& patched, std::span<std::uint32_t const> unreadable, YamlLimits const& limits, Diagnostics& diagnostics);

  /// The tree of the whole text. Every failure is reported at its place.
  Node read();

 private:
  Node read_range(std::size_t begin, std::size_t end, std::size_t depth);
  Node read_entry(std::size_t begin, std::size_t end, std::size_t depth, YamlFailure const& failure);
  std::optional<Node> try_range(std::size_t begin, std::size_t end, YamlFailure& failure);
  std::vector<std::size_t> entries(std::size_t begin, std::size_t end) const;
  Node merge(std::vector<Node> nodes);
  Node failed(YamlFailure const& failure, std::size_t begin, std::size_t end);

  PatchedText const& patched_;
  std::span<std::uint32_t const> unreadable_;
  YamlLimits const& limits_;
  Diagnostics& diagnostics_;
  ExpansionBudget budget_;
  std::string work_;        ///< the patched text; dashes already followed are blanked
  std::size_t bytes_left_;  ///< reading pieces again and again is bounded
};

}  // namespace resumec::syntax

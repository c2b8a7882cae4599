// Any bytes → a tree: no crash, spans inside the source, the same dump twice, and bounded work.
#include "support/fuzz_tree.hpp"
#include "syntax/yaml.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using resumec::syntax::Node;
using resumec::testing::check_tree;
using resumec::testing::require;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  resumec::syntax::YamlLimits const limits{.expansion = 10'000};
  // Words of which something is known, for what is read only then.
  resumec::syntax::YamlWords const words{.is_top_field = [](std::string_view key) { return key.size() == 2; },
                                         .is_field = [](std::string_view key) { return key.size() < 5; },
                                         .is_list = [](std::string_view key) { return key.size() < 3; },
                                         .names_section = [](std::string_view key) { return key.size() == 3; }};
  resumec::Diagnostics first;
  resumec::Diagnostics second;
  Node const node = resumec::syntax::read_yaml(resumec::SourceId{1}, text, first, words, limits);
  check_tree(node, size);
  for (auto const& diagnostic : first) require(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= size);
  require(dump(node) == dump(resumec::syntax::read_yaml(resumec::SourceId{1}, text, second, words, limits)));
  require(first.size() == second.size());
  return 0;
}

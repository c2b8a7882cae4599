// Any bytes → a tree: no crash, spans inside the source, bounded depth, the same dump twice, and no more findings than anybody reads.
#include "support/fuzz_tree.hpp"
#include "syntax/json.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using resumec::syntax::Node;
using resumec::testing::check_tree;
using resumec::testing::require;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  constexpr std::size_t levels = 16, most_findings = 200;
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  resumec::Diagnostics first;
  resumec::Diagnostics second;
  Node const node = resumec::syntax::read_json(resumec::SourceId{1}, text, first, {.depth = levels});
  check_tree(node, size, levels);
  require(first.size() <= most_findings);
  for (auto const& diagnostic : first) {
    require(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= size);
    for (auto const& fix : diagnostic.fixes) require(fix.span.begin <= fix.span.end && fix.span.end <= size);
  }
  require(dump(node) == dump(resumec::syntax::read_json(resumec::SourceId{1}, text, second, {.depth = levels})));
  require(first.size() == second.size());
  return 0;
}

// Any bytes → a tree: no crash, spans inside the source, bounded depth, the same dump twice, and no more findings than anybody reads.
#include "syntax/json.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using resumec::Span;
using resumec::syntax::Node;

void require(bool condition) {
  if (!condition) std::abort();
}

void check(Node const& node, std::size_t size, std::size_t levels) {
  auto const inside = [size](Span const& span) { return span.begin <= span.end && span.end <= size; };
  require(inside(node.span));
  require(levels > 0 || (node.items.empty() && node.members.empty()));
  if (node.is_scalar()) {
    std::size_t const length = node.scalar.text.size();
    require(inside(node.scalar.span));
    require(inside(node.scalar.at(0, length)));
    for (std::size_t at = 0; at < length; ++at) require(inside(node.scalar.at(at, at + 1)));
    for (std::size_t i = 1; i < node.scalar.pieces.size(); ++i) require(node.scalar.pieces[i - 1].text < node.scalar.pieces[i].text);
  }
  for (Node const& item : node.items) check(item, size, levels - 1);
  for (auto const& member : node.members) {
    require(inside(member.key_span));
    check(member.value, size, levels - 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  constexpr std::size_t levels = 16, most_findings = 200;
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  resumec::Diagnostics first;
  resumec::Diagnostics second;
  Node const node = resumec::syntax::read_json(resumec::SourceId{1}, text, first, {.depth = levels});
  check(node, size, levels);
  require(first.size() <= most_findings);
  for (auto const& diagnostic : first) {
    require(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= size);
    for (auto const& fix : diagnostic.fixes) require(fix.span.begin <= fix.span.end && fix.span.end <= size);
  }
  require(dump(node) == dump(resumec::syntax::read_json(resumec::SourceId{1}, text, second, {.depth = levels})));
  require(first.size() == second.size());
  return 0;
}

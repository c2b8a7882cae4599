// Any bytes → a tree: no crash, spans inside the source, the same dump twice, and bounded work.
#include "syntax/yaml.hpp"

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

void check(Node const& node, std::size_t size) {
  auto const inside = [size](Span const& span) { return span.begin <= span.end && span.end <= size; };
  require(inside(node.span));
  if (node.is_scalar()) {
    std::size_t const length = node.scalar.text.size();
    require(inside(node.scalar.span));
    require(inside(node.scalar.at(0, length)));
    require(inside(node.scalar.at(length / 3, length / 2)));
  }
  for (Node const& item : node.items) check(item, size);
  for (auto const& member : node.members) {
    require(inside(member.key_span));
    check(member.value, size);
  }
}

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
  check(node, size);
  for (auto const& diagnostic : first) require(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= size);
  require(dump(node) == dump(resumec::syntax::read_yaml(resumec::SourceId{1}, text, second, words, limits)));
  require(first.size() == second.size());
  return 0;
}

// What every tree that a reader makes of any bytes must hold.
#pragma once

#include "support/fuzz_bytes.hpp"
#include "syntax/node.hpp"

namespace resumec::testing {

inline void require_inside(Span const& span, std::size_t size) { require(span.begin <= span.end && span.end <= size); }

/// Every place is in the source of `size` bytes, every character of a text has one, and the tree has at most `levels`.
inline void check_tree(syntax::Node const& node, std::size_t size, std::size_t levels = 1000) {
  require_inside(node.span, size);
  require(levels > 0 || (node.items.empty() && node.members.empty()));
  if (node.is_scalar()) {
    auto const& scalar = node.scalar;
    require_inside(scalar.span, size);
    require_inside(scalar.at(0, scalar.text.size()), size);
    for (std::size_t at = 0; at < scalar.text.size(); ++at) require_inside(scalar.at(at, at + 1), size);
    for (std::size_t i = 1; i < scalar.pieces.size(); ++i) require(scalar.pieces[i - 1].text <= scalar.pieces[i].text);
  }
  for (auto const& item : node.items) check_tree(item, size, levels - 1);
  for (auto const& member : node.members) {
    require_inside(member.key_span, size);
    check_tree(member.value, size, levels - 1);
  }
}

}  // namespace resumec::testing

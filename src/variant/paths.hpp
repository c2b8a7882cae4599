// Dotted paths into a source, as `--set` and a variant's `set` write them: the keys from the top, and inside a list an item's id or its
// number from 1.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <string_view>

namespace resumec::variant {

struct Path {
  std::string_view text;
  Span span;                ///< where it is written
  std::string_view option;  ///< `--set `, or nothing: stands before the path in messages
};

/// Replaces the value at the path. One whose parent does not exist is reported with the nearest that does; the last key may be new,
/// and lowering judges it like any other.
void set_value(syntax::Node& root, Path const& path, syntax::Node value, Diagnostics& diagnostics);

/// The longest key of `map` that the path starts with, up to a dot or the end, in any letter case: titles may hold dots themselves.
syntax::Member* member_at(syntax::Node& map, std::string_view path);
/// The item of a list that has this number from 1.
syntax::Node* item_numbered(syntax::Node& list, std::string_view number);

/// `layout: classic` is short for `layout: {name: classic}`; what goes below it needs the long form.
void widen_layout(syntax::Node& layout);

}  // namespace resumec::variant

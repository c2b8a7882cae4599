// Node × Overlay → Node: changes to a source, written in the shape of the source. Maps merge; `key+` appends; nothing
// behind a key deletes; the items of a list are named by their ids; anything else replaces. Nodes keep the spans of where they were
// written.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <string>

namespace resumec::variant {

/// Applies an overlay, which is a map, to a source. What it means to change or delete must be there; else that is reported with the
/// nearest name, and the rest is applied.
void apply_overlay(syntax::Node& root, syntax::Node const& overlay, Diagnostics& diagnostics);

/// The id of an item of a list: `id: x` of a map, `{#x}` at the end of a text. Empty if it has none.
std::string id_of(syntax::Node const& item);

}  // namespace resumec::variant

// The tree phase of variants, before lowering: what a variant changes in the source itself. Every node keeps its span, so that whatever
// is wrong with it later is shown where it was written.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace resumec::variant {

/// The names under `variants:`, in order.
std::vector<std::string> names_of_variants(syntax::Node const& root);

/// True if the source has that variant; else it is reported, with the nearest name.
bool has_variant(syntax::Node const& root, std::string_view name, Diagnostics& diagnostics);

}  // namespace resumec::variant

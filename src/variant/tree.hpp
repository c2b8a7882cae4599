// The tree phase of variants, before lowering: what a variant changes in the source itself. Every node keeps its span, so that whatever
// is wrong with it later is shown where it was written.
#pragma once

#include "resumec/diagnostics.hpp"
#include "resumec/world.hpp"
#include "source/decode.hpp"
#include "syntax/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace resumec::variant {

/// The names under `variants:`, in order.
std::vector<std::string> names_of_variants(syntax::Node const& root);

/// Applies the variant to the source: it takes from those that it extends what it does not say itself, then the overlays, layouts,
/// headlines and settings of all of them are carried out, its own last. An unknown name is reported with the nearest, and so are, whatever
/// the name, variants that extend unknown ones or themselves. An empty name changes nothing. `wrong_encoding` is for overlays in files.
void apply_variant(syntax::Node& root, std::string_view name, World& world, Diagnostics& diagnostics,
                   source::WrongEncoding wrong_encoding = source::WrongEncoding::Repair);

}  // namespace resumec::variant

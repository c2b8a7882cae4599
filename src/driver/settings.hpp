// `--set PATH=VALUE`: replaces values in the data tree, before lowering.
#pragma once

#include "resumec/compile.hpp"
#include "resumec/diagnostics.hpp"
#include "resumec/world.hpp"
#include "syntax/node.hpp"

#include <span>

namespace resumec::driver {

/// Applies the settings in order. A path whose parent does not exist is reported with the nearest that does; the last key may be new,
/// and lowering judges it like any other. Every value becomes a source of its own, named after its path.
void apply_settings(syntax::Node& root, std::span<Setting const> settings, World& world, Diagnostics& diagnostics);

/// Applies the `set` of an entry of `outputs:`, from 0.
void apply_output_settings(syntax::Node& root, std::size_t index, Diagnostics& diagnostics);

}  // namespace resumec::driver

// A native source, and its usual form: fields under the format's own names, laid out as everybody's.
#pragma once

#include "model/lower.hpp"
#include "resumec/world.hpp"
#include "syntax/node.hpp"

#include <optional>
#include <string>
#include <vector>

namespace resumec::driver {

/// A source in the format of its own, without errors, and what its keys were read as.
struct NativeSource {
  syntax::Node tree;
  std::vector<model::FieldName> names;
};

std::optional<NativeSource> read_native(World const& world, SourceId source, Diagnostics& diagnostics);

/// Nothing, and a finding, if it cannot be laid out (syntax/yaml_format.hpp).
std::optional<std::string> usual_form(World const& world, SourceId source, NativeSource const& native, Diagnostics& diagnostics);

}  // namespace resumec::driver

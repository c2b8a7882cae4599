// File names with parts to be filled in: `{name}-{variant}`.
#pragma once

#include "model/resume.hpp"
#include "resumec/diagnostics.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace resumec::driver {

/// What the parts of a file name stand for in one output. An empty one goes with the hyphen, underscore, dot or blank before it.
struct NameParts {
  std::string_view name, variant, layout, lang, stem;
};

/// The file's path below the folder of outputs, with `ending`. None, and reported at the pattern, if it is none there.
std::optional<std::string> fill_pattern(model::Literal const& pattern, NameParts const& parts, std::string_view ending,
                                        Diagnostics& diagnostics);

}  // namespace resumec::driver

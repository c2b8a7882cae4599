// The names in the rules of a source's variants: tags, ids, sections, other variants. They are checked for every variant, so that a typing
// error is found before the variant is needed.
#pragma once

#include "model/resume.hpp"
#include "resumec/diagnostics.hpp"

#include <string_view>

namespace resumec::variant {

/// Reports every name that nothing has. A variant that changes the source names what it has then: only the chosen one is that far, and
/// the others cannot be judged by its changes.
void check_rules(model::Resume const& resume, model::Variant const* chosen, Diagnostics& diagnostics);

model::Variant const* find_variant(model::Resume const& resume, std::string_view name);

}  // namespace resumec::variant

// Résumé × layout → flow document. From here on there are no résumé types: blocks with templates, slots and roles.
#pragma once

#include "flow/document.hpp"
#include "model/resume.hpp"
#include "resumec/diagnostics.hpp"
#include "style/layout_file.hpp"

#include <string_view>

namespace resumec::flow {

/// `resume` is selected and numbered. Resolves the layout's options (`resume.layout.options`) as well: an unknown or ill-typed one is
/// reported at its place in the résumé.
Document realize(model::Resume const& resume, style::Layout const& layout, Diagnostics& diagnostics);

}  // namespace resumec::flow

// Texts made ready once for several layouts of one flow document: they depend on its words and styles, not on
// sizes or widths, but for the question whether words may be divided.
#pragma once

#include "layout/inline/prepare.hpp"

#include <unordered_map>

namespace resumec::layout {

/// By the place of the inlines in the flow document, which must stay where it is.
using PreparedTexts = std::unordered_map<flow::Inlines const*, Prepared>;

/// From the context's texts, where it keeps them. Running heads change with the page and are made anew.
Prepared prepare_text(flow::Inlines const& inlines, Breaking breaking, Context& context);

}  // namespace resumec::layout

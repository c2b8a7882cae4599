// Pages of a language that runs from right to left. Layouts are written for the other direction; their pages are mirrored at the end: each
// thing keeps its shape and stands as far from the right edge as it stood from the left one.
#pragma once

#include "display/document.hpp"

namespace resumec::layout {

void mirror(display::Document& document);

}  // namespace resumec::layout

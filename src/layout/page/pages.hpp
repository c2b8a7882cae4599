// Columns → pages: the masthead over the full width first, then main and side column as flows of their own, then running heads.
#pragma once

#include "display/document.hpp"
#include "layout/context.hpp"

namespace resumec::layout {

/// Everything of the display document but fonts, links and metadata.
display::Document make_pages(Context& context);

/// Reports what lies outside its page, with its place in the source.
void check_inside(display::Document const& document, Context& context);

}  // namespace resumec::layout

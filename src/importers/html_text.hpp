// Texts of other programs, as Markdown of the native dialect: tags of HTML become marks, and lines that begin with bullets a list.
// Every character that stays keeps its place in the source.
#pragma once

#include "importers/rewrite.hpp"

namespace resumec::importers {

/// Tags that mean something in a text; `<T>` and `<you@example.org>` are none.
bool has_html(std::string_view text);

/// The scalar itself where there is nothing to change. Scripts, styles and comments are dropped; entities stay, for Markdown has them.
Node native_text(Node const& scalar);

}  // namespace resumec::importers

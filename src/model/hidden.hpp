// Characters that nobody sees, and letters in the dress of a print shop: what texts bring along that were pasted from web pages, chats and
// PDFs. A machine that looks for a word does not find it with one of them inside.
//
// In: the tree of a source. Out: the same tree, where every text and key is without them. Each dropped character is reported, once a text.
//   U+200B, U+2060–2064, U+FEFF   dropped; U+200B stays between letters of scripts that are written without blanks
//   U+200C, U+200D                stay beside emoji and letters of scripts that join or stack; dropped elsewhere
//   U+061C, U+200E, U+200F,       stay where something runs from right to left; what is closed and never opened is dropped there, too,
//   U+202A–202E, U+2066–2069      and what is never closed gets its end
//   U+FB00–FB06                   become their letters, and nothing is said: the page's font has ligatures of its own
// Soft hyphens stay: they say where a word may be divided, and the layout takes them out of the text (decision 0014).
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <optional>

namespace resumec::model {

/// Nothing if the tree has none of them, which is the usual case. Linear in the size of the tree.
std::optional<syntax::Node> without_hidden(syntax::Node const& root, Diagnostics& diagnostics);

}  // namespace resumec::model

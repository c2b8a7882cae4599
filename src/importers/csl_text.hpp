// The little HTML that CSL-JSON allows in its texts → Markdown.
#pragma once

#include "importers/rewrite.hpp"

namespace resumec::importers {

/// `<i> <b> <sup> <sub> <sc>` and `<span style="font-variant: small-caps">` become markup, `<span class="nocase">` goes; every other
/// character is text, and keeps its place.
Node markdown_of_csl(Node const& scalar);

}  // namespace resumec::importers

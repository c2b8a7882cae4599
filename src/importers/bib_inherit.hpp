// `crossref` and `xdata`: records that take what they do not say from others.
#pragma once

#include "importers/rewrite.hpp"

namespace resumec::importers {

/// The records of `syntax::read_bibtex`, each with the fields that it inherits behind its own.
Node with_inherited_fields(Node const& records, Diagnostics& diagnostics);

}  // namespace resumec::importers

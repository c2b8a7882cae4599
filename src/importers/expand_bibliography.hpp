// `bib:` at the top of a native file, and sections that take their entries `from:` bibliographies.
#pragma once

#include "importers/importer.hpp"
#include "resumec/world.hpp"
#include "source/decode.hpp"

namespace resumec::importers {

/// Puts the records that each section asks for among its entries, of a native tree that is not lowered yet. An entry written in the
/// section with the id of such a record stands in the record's place; what it does not say, the record says. `bib` and `from` stay.
void expand_bibliography(syntax::Node& root, World& world, Diagnostics& diagnostics, source::WrongEncoding wrong_encoding);

}  // namespace resumec::importers

// What became of every text of a foreign file. Nobody says it: it is found by comparing places, so that no importer can forget to tell.
#pragma once

#include "resumec/import.hpp"
#include "syntax/node.hpp"

#include <vector>

namespace resumec::importers {

/// One line a text of `foreign`, in its order. A native value or key stands for a text if its place lies within that of the text, or, where
/// texts were joined, around it with one of its words. `ignored`: places of what is no content.
std::vector<ImportedLeaf> report_leaves(syntax::Node const& foreign, syntax::Node const& native, std::vector<Span> const& ignored);

}  // namespace resumec::importers

// Lists of names as BibTeX and BibLaTeX have them → `authors` of the native format.
#pragma once

#include "importers/rewrite.hpp"
#include "syntax/node.hpp"

#include <string>
#include <vector>

namespace resumec::importers {

struct BibNames {
  Node list;                     ///< native authors: a text each, or a map of parts where the text alone would not tell the family name
  std::vector<std::string> own;  ///< names that the source marks as the résumé's owner
};

/// `names`: a value with its LaTeX. `annotations`: the value of `author+an`, or nullptr.
BibNames import_names(Node const& names, Node const* annotations, Diagnostics& diagnostics);

/// A native author from its parts, any of which may be empty. `marks` follow the name.
Node make_author(syntax::MappedText const& given, syntax::MappedText const& particle, syntax::MappedText const& family,
                 syntax::MappedText const& suffix, std::string const& marks, Span span);

}  // namespace resumec::importers

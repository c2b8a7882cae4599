// Files of records, whatever their format → entries of the native format.
#pragma once

#include "importers/rewrite.hpp"

#include <map>
#include <string>
#include <vector>

namespace resumec::importers {

struct Bibliography {
  Node entries;                  ///< native publications, in the order of the file
  std::vector<std::string> own;  ///< names that the file marks as the résumé's owner
};

/// Of the tree of `syntax::read_bibtex`.
Bibliography bibtex_entries(Node const& records, Context& context);
/// Of a list of CSL-JSON items, or a map of them by id.
Bibliography csl_entries(Node const& items, Context& context);

/// The entries as a document of their own: one section, and the forms of the owner's name.
Imported document_of(Bibliography bibliography, Context& context);

/// An id that another entry has stays with the first; the second one is reported, and keeps its own under `x-id`.
class KnownIds {
 public:
  explicit KnownIds(Diagnostics& diagnostics) : diagnostics_{diagnostics} {}
  void settle(Node& entry);

 private:
  Diagnostics& diagnostics_;
  std::map<std::string, Span> first_;
};

}  // namespace resumec::importers

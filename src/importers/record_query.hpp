// Which records a section takes, in which order, in which groups.
#pragma once

#include "importers/rewrite.hpp"

#include <string>
#include <vector>

namespace resumec::importers {

/// `from:` of a section, checked against the table of fields.
struct RecordQuery {
  struct File {
    std::string path;
    Span span;
  };
  struct Criterion {
    std::vector<std::string> words;  ///< any of them; empty: not asked
  };
  std::vector<File> files;
  Criterion authors, types, tags, ids;  ///< authors folded for matching, `me` replaced by the forms of the own name
  int since = 0, until = 0;             ///< years; 0: not asked
  std::string sort, group;
  Span span;
};

/// Reports what is wrong in it, and leaves it out. `own`: the folded forms of the owner's name.
RecordQuery read_query(Node const& from, std::vector<std::string> const& own, Diagnostics& diagnostics);

/// The native entries that the query asks for, in its order.
std::vector<Node> chosen_records(std::vector<Node> const& entries, RecordQuery const& query);
/// The same under headings, if the query asks for groups. `lang`: of the headings.
std::vector<Node> in_groups(std::vector<Node> entries, RecordQuery const& query, std::string_view lang);

}  // namespace resumec::importers

// Resume × language → Resume: what is shown. Drops hidden nodes, chooses the language of every text; later the rules
// of variants too. The result is a résumé again, so nothing downstream knows of variants. Then citations get numbers.
#pragma once

#include "model/resume.hpp"
#include "resumec/diagnostics.hpp"

#include <string>

namespace resumec::variant {

struct SelectOptions {
  std::string lang;  ///< empty = the document's
};

/// Why an item is out.
struct Omission {
  Span span;
  std::string what;    ///< the item in words
  std::string reason;  ///< `hide: true`
};

struct Selection {
  model::Resume resume;
  std::vector<Omission> omitted;
};

Selection select(model::Resume const& resume, SelectOptions const& options, Diagnostics& diagnostics);

/// Numbers entries in rendered order and writes the numbers into every citation; an id that names nothing is reported.
void number_citations(model::Resume& resume, Diagnostics& diagnostics);

std::string dump(Selection const& selection);

}  // namespace resumec::variant

// Resume × (variant, language) → Resume: what is shown. Drops hidden nodes and what the variant's rules leave out, takes its wordings and
// its order of sections, chooses the language of every text. The result is a résumé again, so nothing downstream knows of variants. Then
// citations get numbers.
#pragma once

#include "model/resume.hpp"
#include "resumec/diagnostics.hpp"

#include <string>
#include <vector>

namespace resumec::variant {

struct SelectOptions {
  std::string variant;  ///< a name under `variants:`; empty = the full document
  std::string lang;     ///< empty = the variant's, else the document's
};

/// Whether an item is in, and why. Items are contacts, sections, entries, points and skills.
struct Decision {
  Span span;         ///< of the item, as written
  std::string what;  ///< the item in words: position `Cook`
  int depth = 0;     ///< in how many items it stands
  bool shown = true;
  bool follows = false;  ///< out because of the item that holds it
  std::string reason;    ///< empty where nothing was asked of it
};

struct Selection {
  model::Resume resume;
  std::vector<Decision> decisions;  ///< for every item, in the source's order
  model::Limit pages;               ///< the variant's, to fit to
  model::Limit max_pages;           ///< the variant's limit, to be checked once there are pages
};

/// The result selects to itself, and keeps the order of all that is not asked to be sorted. The rules of every variant are checked, not
/// only those of the chosen one; a name that is none of the résumé's selects the full document (`has_variant` reports it).
Selection select(model::Resume const& resume, SelectOptions const& options, Diagnostics& diagnostics);

/// Numbers entries in rendered order and writes the numbers into every citation; an id that names nothing is reported.
void number_citations(model::Resume& resume, Diagnostics& diagnostics);

std::string dump(Selection const& selection);

}  // namespace resumec::variant

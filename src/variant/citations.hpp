// Citations of a résumé: which ids are cited and where, which ids there are, and what to do with a citation of something that is gone.
#pragma once

#include "model/resume.hpp"

#include <set>
#include <string>
#include <vector>

namespace resumec::variant {

struct Citation {
  std::string id;
  Span span;
};

/// Everything cited, in order, with its place.
std::vector<Citation> citations_of(model::Resume const& resume);

/// The ids of sections, entries, points and skills.
std::set<std::string> ids_of(model::Resume const& resume);

/// The ids of `before` that are not in `after`.
std::set<std::string> ids_lost(model::Resume const& before, model::Resume const& after);

/// Takes the citations of ids in `gone` out of every text, with the blank before a citation of which nothing is left.
void drop_citations(model::Resume& resume, std::set<std::string> const& gone);

}  // namespace resumec::variant

// What fitting has to know of a résumé's items: what each is worth, and what the author says of it.
#pragma once

#include "layout/fit/facts.hpp"
#include "model/resume.hpp"

namespace resumec::driver {

/// By `Attributes::item`. An item is worth what its priority says, its own or that of what holds it, and less the longer ago its entry
/// ended, counted from the latest date of the résumé.
layout::fit::Facts fit_facts(model::Resume const& resume);

/// The short wordings that there are of entries and points, outermost first.
std::vector<base::ItemId> short_items(model::Resume const& resume);

}  // namespace resumec::driver

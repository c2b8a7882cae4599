// The least that is allowed, on as many pages as it takes.
#pragma once

#include "layout/fit/places.hpp"

namespace resumec::layout::fit {

/// Where it ends at the earliest; `nowhere` if nothing is allowed at all.
Position least_end(Problem const& problem);

}  // namespace resumec::layout::fit

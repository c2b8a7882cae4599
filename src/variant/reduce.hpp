// A résumé with less in it: what fitting leaves out is gone, what it shortens has its short wording. The result is a résumé like any
// other; citations of what is gone went with it, and numbers have to be given anew.
#pragma once

#include "model/resume.hpp"

#include <vector>

namespace resumec::variant {

/// Items by `Attributes::item`, each in one of the lists at most; what an item holds goes with it.
struct Reduction {
  std::vector<base::ItemId> dropped, shortened;
};

model::Resume reduce(model::Resume const& resume, Reduction const& reduction);

}  // namespace resumec::variant

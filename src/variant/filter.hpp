// Which items are in: hidden ones go, then what the variant's rules leave out, then what is left empty; what stays takes the variant's
// wording.
#pragma once

#include "model/resume.hpp"
#include "variant/order.hpp"
#include "variant/select.hpp"

#include <string>
#include <vector>

namespace resumec::variant {

struct FilterOptions {
  model::Variant const* variant = nullptr;  ///< none: the full document
  std::vector<std::string> wordings;        ///< the variants whose wordings are taken, the nearest first
  SectionPlan sections;
};

/// Takes everything out of `resume` that is not shown. Gives a decision for every item, in order.
std::vector<Decision> filter(model::Resume& resume, FilterOptions const& options);

}  // namespace resumec::variant

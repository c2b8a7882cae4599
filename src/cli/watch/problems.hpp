// Problems come and go from build to build: what is new, and what is fixed.
#pragma once

#include "resumec/diagnostics.hpp"

#include <string>
#include <vector>

namespace resumec::cli {

struct Changes {
  Diagnostics fresh;               ///< of the later build only
  std::vector<std::string> fixed;  ///< of the earlier build only: message and kind, in their order
};

/// A problem is the same in both if it says the same: lines above it may have moved it.
Changes changes(Diagnostics const& before, Diagnostics const& now);

}  // namespace resumec::cli

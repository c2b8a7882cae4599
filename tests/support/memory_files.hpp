// A world for tests: the program's own layouts, and the square font in every role.
#pragma once

#include "resumec/worlds.hpp"

namespace resumec::testing {

/// Read once from the source tree; `source_date_epoch` is fixed.
MemoryFiles const& memory_files();

}  // namespace resumec::testing

// A world for tests: the program's own layouts, and the square font in every role.
#pragma once

#include "source/worlds.hpp"

namespace resumec::testing {

/// Read once from the source tree; `source_date_epoch` is fixed.
source::MemoryFiles const& memory_files();

}  // namespace resumec::testing

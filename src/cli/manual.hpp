#pragma once

#include <string>

namespace resumec::cli {

/// The manual page resumec(1).
std::string manual();

}  // namespace resumec::cli

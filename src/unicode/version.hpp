// Which ICU runs: it brings the tables of Unicode and CLDR along.
#pragma once

#include <string>

namespace resumec::unicode {

std::string icu_version();

}  // namespace resumec::unicode

// Which HarfBuzz runs: it decides glyphs and their places.
#pragma once

#include <string_view>

namespace resumec::fonts {

std::string_view harfbuzz_version();

}  // namespace resumec::fonts

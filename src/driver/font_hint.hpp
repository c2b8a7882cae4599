// What is said of a font family that the program does not have.
#pragma once

#include <string>
#include <string_view>

namespace resumec::driver {

std::string font_hint(std::string_view family);

}  // namespace resumec::driver

#pragma once

#include <cstdint>

namespace resumec::base {

/// An opaque sRGB colour.
struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend constexpr bool operator==(Color, Color) = default;
};

}  // namespace resumec::base

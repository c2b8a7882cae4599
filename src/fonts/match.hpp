// Which face of a family serves a request (CSS Fonts 4 §5.2): the slope first, then the nearest weight on the better side.
#pragma once

#include "fonts/library.hpp"

#include <cstdint>

namespace resumec::fonts {

/// Smaller is better; 0 is an exact match. Weights from 400 to 500 look up to 500, then lighter, then heavier; lighter
/// ones look lighter first, bolder ones bolder first.
constexpr std::uint32_t style_distance(FaceRequest const& request, std::uint16_t weight, Slope slope) {
  constexpr std::uint32_t other_side = 1000, last_side = 2000, other_slope = 4000;
  std::uint32_t const base = slope == request.slope ? 0 : other_slope;
  bool const heavier = weight > request.weight;
  auto const difference = static_cast<std::uint32_t>(heavier ? weight - request.weight : request.weight - weight);
  if (difference == 0) return base;
  if (request.weight >= 400 && request.weight <= 500) {
    if (heavier && weight <= 500) return base + difference;
    return base + (heavier ? last_side : other_side) + difference;
  }
  bool const better_side = heavier == (request.weight > 500);
  return base + (better_side ? 0 : other_side) + difference;
}

}  // namespace resumec::fonts

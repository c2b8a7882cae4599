// How lengths and colours are written for people.
#pragma once

#include "base/color.hpp"
#include "base/length.hpp"

#include <fmt/format.h>

#include <string>

namespace resumec::display {

/// Points with three digits.
inline std::string points(base::Length length) {
  std::int64_t const rounded = base::Length::divide(length.raw() * 1000, base::Length::point);
  std::int64_t const size = rounded < 0 ? -rounded : rounded;
  return fmt::format("{}{}.{:03}", rounded < 0 ? "-" : "", size / 1000, size % 1000);
}

inline std::string hex(base::Color color) { return fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue); }

}  // namespace resumec::display

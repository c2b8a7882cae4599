// Numbers of a content stream: thousandths of a point as integers, printed without a locale.
#pragma once

#include "base/length.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace resumec::backend::pdf {

/// Thousandths of a point.
using Milli = std::int64_t;

/// Absurd lengths (a page is at most 14,400 pt) are cut, so that no product of them overflows.
constexpr base::Length clamped(base::Length length) {
  constexpr std::int64_t limit = 1'000'000 * base::Length::point;
  return base::Length::raw(std::clamp(length.raw(), -limit, limit));
}

constexpr Milli to_milli(base::Length length) { return base::Length::divide(clamped(length).raw() * 1000, base::Length::point); }

/// A rectangle as PDF has it: y grows upwards.
struct Box {
  base::Length left, bottom, right, top;
};
/// `rect` has y growing downwards from the top of a page of that height.
constexpr Box to_box(base::Rect const& rect, base::Length page_height) {
  auto const x = clamped(rect.origin.x), y = clamped(page_height) - clamped(rect.origin.y);
  return {x, y - clamped(rect.size.height), x + clamped(rect.size.width), y};
}

/// Appends `value` / 1000 with as few digits as it needs: "12", "-0.5", "7.125".
void append_milli(std::string& out, Milli value);
void append_integer(std::string& out, std::int64_t value);
/// Appends four hexadecimal digits.
void append_hex16(std::string& out, std::uint32_t value);

}  // namespace resumec::backend::pdf

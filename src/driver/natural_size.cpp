#include "driver/natural_size.hpp"

#include "style/values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::driver {

namespace {

constexpr std::int64_t smallest = 95, largest = 115;  // tenths of a point: what people read on paper with ease

std::int64_t tenths_of_point(base::Length length) { return base::Length::divide(length.raw() * 10, base::Length::pt(1).raw()); }

}  // namespace

std::optional<std::string> natural_size(style::Layout const& layout, std::span<syntax::Member const> request,
                                        fonts::Library const& library) {
  std::string_view chosen;
  for (auto const& option : request) {
    if (option.key == "font-size") return std::nullopt;
    if (option.key == "font" && option.value.is_scalar()) chosen = option.value.text();
  }
  auto const font = layout.find_option("font"), size = layout.find_option("font-size");
  if (chosen.empty() || font < 0 || size < 0) return std::nullopt;
  auto const meant = style::parse_length(layout.options[static_cast<std::size_t>(size)].default_value);
  std::int64_t const its_own = library.x_height(layout.options[static_cast<std::size_t>(font)].default_value),
                     other = library.x_height(chosen);
  if (!meant || its_own <= 0 || other <= 0 || its_own == other) return std::nullopt;
  auto const as_meant = tenths_of_point(*meant);
  auto const natural = base::Length::divide(as_meant * its_own, other);
  // A layout that is larger or smaller by itself stays so.
  auto const tenths = std::clamp(natural, std::min(smallest, as_meant), std::max(largest, as_meant));
  return fmt::format("{}.{}pt", tenths / 10, tenths % 10);
}

}  // namespace resumec::driver

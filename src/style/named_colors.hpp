// Colours by the names that CSS gives them.
#pragma once

#include "base/color.hpp"

#include <optional>
#include <string_view>

namespace resumec::style {

/// In any letter case, as in CSS.
std::optional<base::Color> named_color(std::string_view name);

/// The name nearest to a mistyped one.
std::optional<std::string_view> nearest_color_name(std::string_view word);

}  // namespace resumec::style

// The layout's styles as TeX: colours by name, and one definition a style.
#pragma once

#include "backend/latex/source.hpp"
#include "base/color.hpp"
#include "style/resolve.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace resumec::backend::latex {

/// `1F3D6B`, as xcolor's model HTML has it.
std::string html(base::Color color);
/// `11.5bp`: TeX's own points are smaller than those of PDF.
std::string big_points(base::Length length);
/// In the unit in which it is a round number: `16mm`, `0.75in`, `12.5bp`.
std::string round_length(base::Length length);
/// `1.22`, of a ratio, to five decimals.
std::string ratio(std::int64_t numerator, std::int64_t denominator);

/// A colour of the settings: named by the option that sets it, else by the first style that uses it.
struct NamedColor {
  std::string name, html, help;
};
std::vector<NamedColor> colors(style::Resolved const& layout);
/// The name of a style's colour, if the style sets one.
std::string color_of(std::string_view style, style::Resolved const& layout, std::vector<NamedColor> const& colors);

/// `\resumestyledefinition` lines for every style of the layout.
void write_styles(style::Resolved const& layout, std::vector<NamedColor> const& colors, Source& out);

}  // namespace resumec::backend::latex

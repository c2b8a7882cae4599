// The layout's styles as TeX: colours by name, and one definition a style.
#pragma once

#include "backend/latex/source.hpp"
#include "base/color.hpp"
#include "style/resolve.hpp"

#include <string>
#include <vector>

namespace resumec::backend::latex {

/// `1F3D6B`, as xcolor's model HTML has it.
std::string html(base::Color color);
/// `11.5bp`: TeX's own points are smaller than those of PDF.
std::string big_points(base::Length length);
/// `0.9`, of a ratio.
std::string decimal(base::Em ratio);

/// A colour of the settings: named by the option that sets it, else by the first style that uses it.
struct NamedColor {
  std::string name, html, help;
};
std::vector<NamedColor> colors(style::Resolved const& layout);

/// `\resumestyledefinition` lines for every style of the layout.
void write_styles(style::Resolved const& layout, std::vector<NamedColor> const& colors, Source& out);

}  // namespace resumec::backend::latex

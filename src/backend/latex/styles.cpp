#include "backend/latex/styles.hpp"

#include "style/values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::backend::latex {

namespace {

using style::Resolved;

struct Property {
  std::string_view name, text;
  std::int32_t option;
};

/// What the style itself sets, in order; parents come by `\resumestyle`.
std::vector<Property> properties_of(style::Style const& style, Resolved const& layout) {
  std::vector<Property> result;
  for (auto const& layer : style.layers) {
    if (!layout.holds(layer.option, layer.is)) continue;
    for (auto const& property : layer.properties) {
      Property const made{property.name, layout.text(property.value), property.value.option};
      auto const same = std::find_if(result.begin(), result.end(), [&](Property const& p) { return p.name == made.name; });
      if (same != result.end())
        *same = made;
      else
        result.push_back(made);
    }
  }
  return result;
}

std::string hex(std::string_view text) { return html(style::parse_color(text).value_or(base::Color{})); }

std::string per_mille(std::string_view text) { return fmt::format("{}", style::parse_number(text).value_or(0) / 1000); }

std::string family(std::string_view name) {
  if (name == "mono" || name.ends_with(" Mono")) return "\\ttfamily";
  if (name == "sans" || name == "Linux Biolinum" || name.find("Sans") != std::string_view::npos) return "\\sffamily";
  return "\\rmfamily";
}

std::string command(Property const& property, std::vector<NamedColor> const& colors) {
  auto const name = property.name;
  auto const text = property.text;
  if (name == "family") return family(text);
  if (name == "size") return fmt::format("\\resumesize{{{}}}", style::format_number(style::parse_number(text).value_or(1'000'000)));
  if (name == "weight") return style::parse_number(text).value_or(0) >= 600'000'000 ? "\\bfseries" : "\\mdseries";
  if (name == "slope") return text == "italic" ? "\\itshape" : "\\upshape";
  if (name == "caps") return text == "small" || text == "all-small" ? "\\scshape" : "";
  if (name == "tracking") return fmt::format("\\resumetracking{{{}}}", per_mille(text));
  if (name == "align") return fmt::format("\\resumealign{{{}}}", text == "auto" ? "justify" : text);
  if (name == "leading") return fmt::format("\\resumeleading{{{}}}", text);
  if (name == "above") return fmt::format("\\resumegap{{{}}}", text);
  if (name == "below") return fmt::format("\\resumegapafter{{{}}}", text);
  if (name == "indent") return fmt::format("\\resumeindentby{{{}}}", style::format_number(style::parse_number(text).value_or(0)));
  if (name == "color") {
    auto const value = hex(text);
    for (auto const& color : colors) {
      if (color.html == value) return fmt::format("\\color{{{}}}", color.name);
    }
  }
  // The case is in the text; figures and ligatures are those of the font.
  return {};
}

}  // namespace

std::string html(base::Color color) { return fmt::format("{:02X}{:02X}{:02X}", color.red, color.green, color.blue); }

std::string big_points(base::Length length) {
  auto const micro = base::Length::divide(length.raw() * 1'000'000, base::Length::point);
  return style::format_number(base::Length::divide(micro, 1000) * 1000) + "bp";
}

std::string round_length(base::Length length) {
  // The exact length of `thousandths` of a unit must be this one: then that is how it was said.
  struct Unit {
    std::string_view name;
    std::int64_t micrometres;
  };
  constexpr Unit millimetre{"mm", 1000}, inch{"in", 25400};
  auto const in_unit = [&](Unit unit, std::int64_t step) -> std::string {
    auto const steps = base::Length::divide(length.raw() * 25400 * 1000, base::Length::point * 72 * unit.micrometres * step);
    if (base::Length::micrometres(steps * step * unit.micrometres / 1000) != length) return {};
    return style::format_number(steps * step * 1000) + std::string{unit.name};
  };
  if (auto text = in_unit(millimetre, 1000); !text.empty()) return text;
  if (auto text = in_unit(inch, 50); !text.empty()) return text;
  auto const half_points = base::Length::divide(length.raw() * 2, base::Length::point);
  if (base::Length::raw(half_points * base::Length::point / 2) == length) return big_points(length);
  if (auto text = in_unit(millimetre, 10); !text.empty()) return text;
  return big_points(length);
}

std::string ratio(std::int64_t numerator, std::int64_t denominator) {
  return style::format_number(base::Length::divide(numerator * 100'000, denominator) * 10);
}

std::vector<NamedColor> colors(Resolved const& layout) {
  std::vector<NamedColor> result;
  auto const add = [&](std::string name, std::string value) {
    bool const known = std::any_of(result.begin(), result.end(), [&](NamedColor const& c) { return c.html == value || c.name == name; });
    if (!known) result.push_back({std::move(name), std::move(value), {}});
  };
  for (auto const& option : layout.layout().options) {
    if (option.type != style::ValueType::Color) continue;
    // Options come first and keep their names, even where two have the same value.
    result.push_back({option.name, hex(layout.option(option.name)), option.help});
  }
  for (auto const& style : layout.layout().styles) {
    for (auto const& property : properties_of(style, layout)) {
      if (property.name == "color" && property.option < 0) add(style.name, hex(property.text));
    }
  }
  for (auto& color : result) {
    if (!color.help.empty()) continue;
    std::vector<std::string> users;
    for (auto const& style : layout.layout().styles) {
      if (color_of(style.name, layout, result) == color.name) users.push_back(style.name);
    }
    color.help = (users.size() == 1 ? "colour of the style " : "colour of the styles ") + list(users);
  }
  return result;
}

std::string color_of(std::string_view name, Resolved const& layout, std::vector<NamedColor> const& colors) {
  auto const index = layout.layout().find_style(name);
  if (index < 0) return {};
  for (auto const& property : properties_of(layout.layout().styles[static_cast<std::size_t>(index)], layout)) {
    if (property.name != "color") continue;
    if (property.option >= 0) return layout.layout().options[static_cast<std::size_t>(property.option)].name;
    auto const value = hex(property.text);
    for (auto const& color : colors) {
      if (color.html == value) return color.name;
    }
  }
  return {};
}

void write_styles(Resolved const& layout, std::vector<NamedColor> const& colors, Source& out) {
  for (auto const& style : layout.layout().styles) {
    std::vector<std::string> parts;
    if (style.parent >= 0)
      parts.push_back(fmt::format("\\resumestyle{{{}}}", layout.layout().styles[static_cast<std::size_t>(style.parent)].name));
    for (auto const& property : properties_of(style, layout)) {
      std::string text = command(property, colors);
      if (property.option >= 0 && property.name == "color")
        text = fmt::format("\\color{{{}}}", layout.layout().options[static_cast<std::size_t>(property.option)].name);
      if (!text.empty()) parts.push_back(std::move(text));
    }
    auto const text = fmt::format("\\resumedefinestyle{{{}}}{{{}}}\n", style.name, list(parts, ""));
    if (text.size() <= widest_line) {
      out.raw(text);
      continue;
    }
    out.raw(fmt::format("\\resumedefinestyle{{{}}}{{%\n", style.name));
    out.code(2, parts);
    out.raw("}\n");
  }
  for (std::string_view const needed : {"body", "marker", "link"}) {
    if (layout.layout().find_style(needed) < 0) out.line(0, fmt::format("\\resumedefinestyle{{{}}}{{}}", needed));
  }
}

}  // namespace resumec::backend::latex

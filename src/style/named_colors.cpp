#include "style/named_colors.hpp"

#include "base/ascii.hpp"
#include "base/suggest.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace resumec::style {
namespace {

struct NamedColor {
  std::string_view name;
  std::uint32_t rgb;
};
constexpr NamedColor table[] = {
#define RESUMEC_COLOR(name, rgb) {name, rgb},
#include "style/css_colors.def"
#undef RESUMEC_COLOR
};

}  // namespace

std::optional<base::Color> named_color(std::string_view name) {
  std::string const wanted = base::ascii_lower(name);
  auto const found = std::find_if(std::begin(table), std::end(table), [&](NamedColor const& color) { return color.name == wanted; });
  if (found == std::end(table)) return std::nullopt;
  auto const byte = [&](int shift) { return static_cast<std::uint8_t>(found->rgb >> shift); };
  return base::Color{byte(16), byte(8), byte(0)};
}

std::optional<std::string_view> nearest_color_name(std::string_view word) {
  std::vector<std::string_view> names;
  for (NamedColor const& color : table) names.push_back(color.name);
  return base::nearest(word, names);
}

}  // namespace resumec::style

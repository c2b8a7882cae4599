#include "driver/api.hpp"

#include "base/append.hpp"

#include <fmt/format.h>

namespace resumec::driver {

namespace {

std::string_view name_of(style::Align align) {
  constexpr std::string_view names[] = {"left", "center", "right", "justify", "auto"};
  return names[static_cast<std::size_t>(align)];
}

/// A 16.16 ratio in thousandths, without trailing zeros.
std::string ratio(base::Em value) {
  auto const thousandths = base::Length::divide(static_cast<std::int64_t>(value.raw()) * 1000, base::Em::one);
  return fmt::format("{}", static_cast<double>(thousandths) / 1000);
}

}  // namespace

std::string dump_styles(flow::Document const& document) {
  std::string text;
  for (std::size_t i = 0; i < document.styles.size(); ++i) {
    auto const& style = document.styles[i];
    base::append(text, "s{} {} {}{} size={} leading={} above={} below={} align={} color=#{:02x}{:02x}{:02x}", i, style.family, style.weight,
                 style.slope == fonts::Slope::Italic ? " italic" : "", ratio(style.size), style.leading_16ths, style.above, style.below,
                 name_of(style.align), style.color.red, style.color.green, style.color.blue);
    if (style.caps == style::Caps::Small) text += " small-caps";
    if (style.caps == style::Caps::AllSmall) text += " all-small-caps";
    if (style.letter_case == style::Case::Upper) text += " upper";
    if (style.hyphenate != style::Hyphenate::Auto) text += style.hyphenate == style::Hyphenate::On ? " hyphenate" : " no-hyphens";
    if (style.tabular) text += " tabular";
    if (style.underline) text += " underline";
    if (style.strike) text += " strike";
    if (style.script != style::Script::Normal) text += style.script == style::Script::Super ? " super" : " sub";
    if (style.tracking != base::Em{}) text += " tracking=" + ratio(style.tracking);
    if (style.indent != base::Em{}) text += " indent=" + ratio(style.indent);
    if (!style.lang.empty()) text += " lang=" + style.lang;
    text += '\n';
  }
  return text;
}

}  // namespace resumec::driver

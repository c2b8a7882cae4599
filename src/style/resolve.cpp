#include "style/resolve.hpp"

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "diag/report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::style {

namespace {

using diag::Kind;

constexpr std::int64_t million = 1'000'000;

Em to_em(std::int64_t millionths) { return Em::ratio(millionths, million); }

Margins const default_margins = *parse_margins("18mm");

/// Sets one property from a value that obeys its rule.
void set_property(ComputedStyle& style, std::string_view name, std::string_view text) {
  auto const number = [&] { return parse_number(text).value_or(0); };
  auto const whole = [&] { return static_cast<int>(number() / million); };
  auto const flag = [&] { return text == "true"; };
  if (name == "family") style.family = text;
  if (name == "size") style.size = to_em(number());
  if (name == "weight") style.weight = static_cast<std::uint16_t>(whole());
  if (name == "slope") style.slope = text == "italic" ? fonts::Slope::Italic : fonts::Slope::Upright;
  if (name == "color") style.color = parse_color(text).value_or(Color{});
  if (name == "case") style.letter_case = text == "upper" ? Case::Upper : Case::None;
  if (name == "caps") style.caps = text == "small" ? Caps::Small : text == "all-small" ? Caps::AllSmall : Caps::None;
  if (name == "figures") style.figures = text == "lining" ? Figures::Lining : text == "oldstyle" ? Figures::OldStyle : Figures::Default;
  if (name == "tabular") style.tabular = flag();
  if (name == "ligatures") style.ligatures = flag();
  if (name == "tracking") style.tracking = to_em(number());
  if (name == "underline") style.underline = flag();
  if (name == "strike") style.strike = flag();
  if (name == "align") {
    style.align = text == "center"    ? Align::Center
                  : text == "right"   ? Align::Right
                  : text == "justify" ? Align::Justify
                  : text == "auto"    ? Align::Auto
                                      : Align::Left;
  }
  if (name == "hyphenate") style.hyphenate = text == "on" ? Hyphenate::On : text == "off" ? Hyphenate::Off : Hyphenate::Auto;
  if (name == "leading") style.leading_16ths = whole();
  if (name == "above") style.above = whole();
  if (name == "below") style.below = whole();
  if (name == "indent") style.indent = to_em(number());
}

/// The word of a choice in the spelling of the layout: `A4` and `True` are as good as `a4` and `true`.
std::string spelt_as_choice(ValueRule const& rule, std::string_view text) {
  if (rule.type != ValueType::Word && rule.type != ValueType::Bool) return std::string{text};
  std::string word = base::ascii_lower(text);
  if (rule.type == ValueType::Bool && (word == "yes" || word == "on")) return "true";
  if (rule.type == ValueType::Bool && (word == "no" || word == "off")) return "false";
  bool const known = rule.type == ValueType::Bool || std::find(rule.words.begin(), rule.words.end(), word) != rule.words.end();
  return known ? word : std::string{text};
}

/// What people look for among the options of a layout, and where it is.
std::string not_an_option(std::string_view key) {
  for (std::string_view pages : {"pages", "max_pages", "max-pages", "page-count", "page_limit"})
    if (key == pages) return "`settings: {pages: 1}`, or `--pages 1` on the command line, fits the document to one page";
  auto const side = key.find_first_of("-_");  // `margin-left`
  if (!key.starts_with("margin") || side == std::string_view::npos) return {};
  return fmt::format("one side is set by `layout: {{margins: {{{}: 1in}}}}`", key.substr(side + 1));
}

}  // namespace

Resolved::Resolved(Layout const& layout, std::span<syntax::Member const> request, std::string_view lang, Diagnostics& diagnostics)
    : layout_{layout}, lang_{lang}, spans_(layout.options.size()) {
  for (auto const& option : layout.options) values_.push_back(option.default_value);
  for (auto const& member : request) set(member, diagnostics);
  check_room(diagnostics);
}

void Resolved::set(syntax::Member const& member, Diagnostics& diagnostics) {
  auto const index = layout_.find_option(member.key);
  if (index < 0) {
    auto report = diag::report<Kind::UnknownLayoutOption>(diagnostics, member.key_span, layout_.name, member.key);
    std::vector<std::string_view> names;
    for (auto const& option : layout_.options) names.push_back(option.name);
    if (auto const near = base::meant_name(member.key, names))
      report.hint(diag::did_you_mean(*near)).fix(member.key_span, std::string{*near});
    else if (std::string const hint = not_an_option(member.key); !hint.empty())
      report.hint(hint);
    else
      report.hint(fmt::format("it takes `{}`", fmt::join(names, "`, `")));
    return;
  }
  auto const slot = static_cast<std::size_t>(index);
  Option const& option = layout_.options[slot];
  auto const& node = member.value;
  if (node.kind == syntax::Node::Kind::Error) return;
  if (node.is_null()) {
    diag::report<Kind::EmptyLayoutValue>(diagnostics, member.key_span, option.name).hint("give it one, or remove the line");
  } else if (node.is_map() && option.type == ValueType::Margins) {
    constexpr std::string_view sides[] = {"top", "right", "bottom", "left"};
    Margins margins = parse_margins(values_[slot]).value_or(default_margins);
    bool good = true;
    for (auto const& side : node.members) {
      auto const found = std::find(std::begin(sides), std::end(sides), side.key);
      if (found == std::end(sides)) {
        auto report =
            diag::report<Kind::UnknownChoice>(diagnostics, side.key_span, side.key, option.name, "`top`, `right`, `bottom` or `left`");
        if (auto const near = base::nearest(side.key, sides)) report.hint(diag::did_you_mean(*near));
        good = false;
        continue;
      }
      ValueRule rule = option.rule();
      rule.type = ValueType::Length;
      if (!side.value.is_scalar()) {
        diag::report<Kind::OptionShape>(diagnostics, side.value.span, side.key, side.value.is_list() ? "list" : "map");
        good = false;
      } else if (check_value(rule, side.key, side.value.text(), side.value.span, diagnostics)) {
        margins[static_cast<std::size_t>(found - std::begin(sides))] = *parse_length(side.value.text());
      } else {
        good = false;
      }
    }
    if (!good) return;
    values_[slot].clear();
    for (auto const length : margins) {
      auto const micro_points = Length::divide(length.raw() * million, Length::point);
      values_[slot] += fmt::format("{}{}pt", values_[slot].empty() ? "" : " ", format_number(micro_points));
    }
    spans_[slot] = node.span;
  } else if (!node.is_scalar()) {
    std::string_view const quote = option.default_value.starts_with('#') ? "\"" : "";
    diag::report<Kind::OptionShape>(diagnostics, node.span, option.name, node.is_list() ? "list" : "map")
        .hint(fmt::format("for example `{}: {}{}{}`", option.name, quote, option.default_value, quote));
  } else if (auto text = spelt_as_choice(option.rule(), node.text());
             check_value(option.rule(), option.name, text, node.span, diagnostics)) {
    values_[slot] = std::move(text);
    spans_[slot] = node.span;
  }
}

void Resolved::check_room(Diagnostics& diagnostics) const {
  auto const m = metrics();
  constexpr Length least = Length::pt(120);
  auto const room = [&](Length whole, Length before, Length after, std::string_view what) {
    Length const left = whole - before - after;
    if (left >= least) return;
    auto const in_points = [](Length length) { return fmt::format("{} pt", Length::divide(length.raw(), Length::point)); };
    diag::report<Kind::NoRoomForText>(diagnostics, option_span("margins"), in_points(left), what, in_points(least));
  };
  room(m.page_width, m.margin_left, m.margin_right, "width");
  room(m.page_height, m.margin_top, m.margin_bottom, "height");
}

std::string_view Resolved::option(std::string_view name) const {
  auto const index = layout_.find_option(name);
  return index < 0 ? std::string_view{} : std::string_view{values_[static_cast<std::size_t>(index)]};
}

Span Resolved::option_span(std::string_view name) const {
  auto const index = layout_.find_option(name);
  return index < 0 ? Span{} : spans_[static_cast<std::size_t>(index)];
}

bool Resolved::holds(std::int32_t option_index, std::string_view is) const {
  return option_index < 0 || values_[static_cast<std::size_t>(option_index)] == is;
}

std::string_view Resolved::text(Value const& value) const {
  return value.option < 0 ? std::string_view{value.text} : std::string_view{values_[static_cast<std::size_t>(value.option)]};
}

std::string_view Resolved::text(Element const& element, std::string_view attribute, std::string_view otherwise) const {
  auto const* const value = element.find(attribute);
  return value == nullptr ? otherwise : text(*value);
}

int Resolved::integer(Element const& element, std::string_view attribute, int otherwise) const {
  auto const number = parse_number(text(element, attribute));
  return number ? static_cast<int>(*number / million) : otherwise;
}

bool Resolved::flag(Element const& element, std::string_view attribute) const { return text(element, attribute) == "true"; }

Em Resolved::ratio(Element const& element, std::string_view attribute, Em otherwise) const {
  auto const number = parse_number(text(element, attribute));
  return number ? to_em(*number) : otherwise;
}

Length Resolved::length(Element const& element, std::string_view attribute, Length otherwise) const {
  return parse_length(text(element, attribute)).value_or(otherwise);
}

ComputedStyle Resolved::apply(std::string_view style_name, ComputedStyle base) const {
  // Parents first, so that the style's own properties win. Cycles were refused when the layout was read.
  std::vector<std::int32_t> chain;
  for (auto index = layout_.find_style(style_name); index >= 0; index = layout_.styles[static_cast<std::size_t>(index)].parent)
    chain.push_back(index);
  for (auto index = chain.rbegin(); index != chain.rend(); ++index) {
    for (auto const& layer : layout_.styles[static_cast<std::size_t>(*index)].layers) {
      if (!holds(layer.option, layer.is)) continue;
      for (auto const& property : layer.properties) set_property(base, property.name, text(property.value));
    }
  }
  return base;
}

ComputedStyle Resolved::body(std::string_view lang) const {
  ComputedStyle style;
  style.family = option("font");
  style.lang = lang;
  return apply("body", std::move(style));
}

Metrics Resolved::metrics() const {
  Metrics metrics;
  metrics.body_size = parse_length(option("font-size")).value_or(Length::pt(10));
  auto const leading = parse_number(option("leading")).value_or(million);
  // A multiple of sixteen units, so that the grid is exact.
  auto const raw = Length::divide(metrics.body_size.raw() * leading, million);
  metrics.line_height = Length::raw(Length::divide(raw, 16) * 16);
  auto paper = option("paper");
  if (paper == "auto") paper = lang_.starts_with("en-US") || lang_.starts_with("en-CA") ? "letter" : "a4";
  bool const letter = paper == "letter";
  metrics.page_width = letter ? Length::pt(612) : Length::micrometres(210'000);
  metrics.page_height = letter ? Length::pt(792) : Length::micrometres(297'000);
  auto const margins = parse_margins(option("margins")).value_or(default_margins);
  metrics.margin_top = margins[0];
  metrics.margin_right = margins[1];
  metrics.margin_bottom = margins[2];
  metrics.margin_left = margins[3];
  metrics.column_gap = layout_.two_columns ? length(layout_.page, "gap", Length::micrometres(7'000)) : Length{};
  return metrics;
}

}  // namespace resumec::style

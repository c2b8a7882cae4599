#include "importers/yaml_resume_layout.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace resumec::importers {

namespace {

Node const* value_at(Node const* map, std::string_view key) {
  Member const* const member = map && map->is_map() ? map->find(key) : nullptr;
  return member && !is_absent(member->value) ? &member->value : nullptr;
}

Node const* deciding_layout(Node const& layouts) {
  if (layouts.is_map()) return &layouts;
  auto const is_latex = [](Node const& layout) {
    Node const* const engine = value_at(&layout, "engine");
    return engine && engine->text() == "latex";
  };
  auto const found = std::find_if(layouts.items.begin(), layouts.items.end(), is_latex);
  return found == layouts.items.end() ? nullptr : &*found;
}

/// A length of at least `least` and at most `most` millimetres: our layouts refuse others, which may be well in the other program.
bool is_within(std::string_view text, double least, double most) {
  constexpr std::pair<std::string_view, double> units[] = {{"mm", 1}, {"cm", 10}, {"in", 25.4}, {"pt", 25.4 / 72}};
  for (auto const& [unit, millimetres] : units) {
    if (!text.ends_with(unit)) continue;
    text = base::trimmed(text.substr(0, text.size() - unit.size()));
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value * millimetres >= least && value * millimetres <= most;
  }
  return false;
}

void read_page(Node const& layout, Node& options) {
  constexpr double point = 25.4 / 72;
  if (Node const* const size = value_at(value_at(&layout, "typography"), "fontSize");
      size && is_within(size->text(), 7 * point, 16 * point))
    put(options, "font-size", *size);
  Node const* const page = value_at(&layout, "page");
  if (Node const* const paper = value_at(page, "paperSize"); paper && (paper->text() == "a4" || paper->text() == "letter"))
    put(options, "paper", *paper);
  if (Node const* const margins = value_at(page, "margins"); margins && margins->is_map()) {
    Node sides = make_map(margins->span);
    for (std::string_view const side : {"top", "right", "bottom", "left"})
      if (Node const* const length = value_at(margins, side); length && is_within(length->text(), 5, 90)) put(sides, side, *length);
    put(options, "margins", std::move(sides));
  }
  if (Node const* const numbers = value_at(page, "showPageNumbers"); numbers && numbers->text() == "false")
    put(options, "page-numbers", *numbers);
}

}  // namespace

YamlResumeLayout read_yaml_resume_layout(Node const& layouts, Context& context) {
  YamlResumeLayout result;
  context.ignored.push_back(layouts.span);
  Node const* const layout = deciding_layout(layouts);
  if (!layout) return result;
  Node const* const sections = value_at(layout, "sections");
  if (Node const* const order = value_at(sections, "order"))
    for (Node const& id : order->items) result.order.push_back(id.text());
  if (Node const* const aliases = value_at(sections, "aliases"))
    for (Member const& alias : aliases->members)
      if (alias.value.is_scalar() && !is_absent(alias.value)) result.titles.push_back({alias.key, alias.value});
  result.options = make_map(layout->span);
  read_page(*layout, result.options);
  return result;
}

}  // namespace resumec::importers

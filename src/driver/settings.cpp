#include "driver/settings.hpp"

#include "model/names.hpp"
#include "model/yaml_words.hpp"
#include "syntax/yaml.hpp"
#include "variant/paths.hpp"

namespace resumec::driver {

namespace {

using syntax::Node;

/// A list, a map or a quoted text is YAML, and a source of its own. Anything else is the text itself, so that `#336699` and `a: b`
/// need no quoting twice. `place` is the text's, behind the path.
Node read_value(Setting const& setting, Span place, World& world, Diagnostics& diagnostics) {
  auto const& text = setting.value;
  if (!text.empty() && std::string_view{"[{\"'"}.find(text.front()) != std::string_view::npos) {
    auto const source = world.add("--set " + setting.path, text);
    return syntax::read_yaml(source, world.text(source), diagnostics, model::yaml_words());
  }
  Node value;
  value.span = place;
  if (text.empty()) return value;
  value.kind = Node::Kind::Scalar;
  value.scalar.text = text;
  value.scalar.span = value.span;
  return value;
}

}  // namespace

void apply_settings(Node& root, std::span<Setting const> settings, World& world, Diagnostics& diagnostics) {
  for (auto const& setting : settings) {
    auto const source = world.add("--set", setting.path + "=" + setting.value);
    auto const size = static_cast<std::uint32_t>(setting.path.size());
    Span const value{source, size + 1, size + 1 + static_cast<std::uint32_t>(setting.value.size())};
    variant::set_value(root, {setting.path, {source, 0, size}, "--set "}, read_value(setting, value, world, diagnostics), diagnostics);
  }
}

void apply_output_settings(Node& root, std::size_t index, Diagnostics& diagnostics) {
  auto const* const outputs = model::find_member(root, "outputs");
  if (!outputs) return;
  auto const& list = outputs->value;
  auto const* const entry = list.is_list() ? (index < list.items.size() ? &list.items[index] : nullptr) : &list;
  auto const* const found = entry ? model::find_member(*entry, "set") : nullptr;
  if (!found || !found->value.is_map()) return;
  auto const settings = found->value;  // a copy: what is set may be anything of the tree
  for (auto const& member : settings.members) variant::set_value(root, {member.key, member.key_span, {}}, member.value, diagnostics);
}

}  // namespace resumec::driver

#include "driver/settings.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "syntax/yaml.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace resumec::driver {

namespace {

using syntax::Member;
using syntax::Node;

/// A key as paths spell it: lower case (ASCII), so that `sections.experience` finds `Experience`.
std::string path_spelling(std::string_view key) {
  std::string result{key};
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

/// The longest key of `map` that the path starts with, up to a dot or the end: titles may hold dots themselves.
Member* member_at(Node& map, std::string_view path) {
  Member* best = nullptr;
  for (auto& member : map.members) {
    auto const key = path_spelling(member.key);
    if (!path_spelling(path.substr(0, key.size())).compare(key) && (path.size() == key.size() || path[key.size()] == '.') &&
        (!best || key.size() > best->key.size())) {
      best = &member;
    }
  }
  return best;
}

std::string_view first_step(std::string_view path) { return path.substr(0, path.find('.')); }

/// The item of a list whose `id` is the step, or that has this number from 1.
Node* item_at(Node& list, std::string_view step) {
  for (auto& item : list.items) {
    auto const* id = item.is_map() ? item.find("id") : nullptr;
    if (id && id->value.text() == step) return &item;
  }
  std::size_t number = 0;
  auto const [end, error] = std::from_chars(step.data(), step.data() + step.size(), number);
  if (error == std::errc{} && end == step.data() + step.size() && number >= 1 && number <= list.items.size())
    return &list.items[number - 1];
  return nullptr;
}

/// `layout: classic` is short for `layout: {name: classic}`; a setting below it needs the long form.
void widen_layout(Node& layout) {
  if (!layout.is_scalar()) return;
  Node map;
  map.kind = Node::Kind::Map;
  map.span = layout.span;
  map.members.push_back({"name", layout.span, std::move(layout)});
  layout = std::move(map);
}

class Applier {
 public:
  Applier(Setting const& setting, World& world, Diagnostics& diagnostics) : setting_{setting}, diagnostics_{diagnostics} {
    auto const size = static_cast<std::uint32_t>(setting.path.size());
    auto const step = static_cast<std::uint32_t>(setting.path.rfind('.') + 1);  // 0 where there is no dot
    source_ = world.add("--set", setting.path + "=" + setting.value);
    key_span_ = {source_, step, size};
    value_ = read_value(world, size + 1);
  }

  void apply(Node& root) {
    Node* at = &root;
    std::string_view rest = setting_.path;
    while (true) {
      if (at->is_list()) {
        auto const step = first_step(rest);
        Node* item = item_at(*at, step);
        if (!item) return report(*at, step);
        if (step.size() == rest.size()) return void(*item = std::move(value_));
        rest.remove_prefix(step.size() + 1);
        at = item;
        continue;
      }
      if (!at->is_map()) return report(*at, first_step(rest));
      if (auto* member = member_at(*at, rest)) {
        auto const size = member->key.size();
        if (size == rest.size()) return void(member->value = std::move(value_));
        rest.remove_prefix(size + 1);
        at = &member->value;
        if (member->key == "layout") widen_layout(*at);
        // `entries` may be left out: `sections.experience.maplechip` is the item of that id, however the section is written.
        if (auto* entries = at->is_map() ? member_at(*at, "entries") : nullptr;
            entries && entries->value.is_list() && !member_at(*at, rest) && item_at(entries->value, first_step(rest))) {
          at = &entries->value;
        }
        continue;
      }
      auto const step = first_step(rest);
      bool const is_last = step.size() == rest.size();
      bool const may_be_new = is_last || (at == &root && (step == "layout" || step == "settings"));
      if (!may_be_new) return report(*at, step);
      Member fresh{std::string{step}, key_span_, {}};
      if (is_last) {
        fresh.value = std::move(value_);
        at->members.push_back(std::move(fresh));
        return;
      }
      fresh.value.kind = Node::Kind::Map;
      fresh.value.span = value_.span;
      at->members.push_back(std::move(fresh));
      at = &at->members.back().value;
      rest.remove_prefix(step.size() + 1);
    }
  }

 private:
  /// A list, a map or a quoted text is YAML, and a source of its own. Anything else is the text itself, so that `#336699` and `a: b`
  /// need no quoting twice.
  Node read_value(World& world, std::uint32_t begin) {
    auto const& text = setting_.value;
    if (!text.empty() && std::string_view{"[{\"'"}.find(text.front()) != std::string_view::npos) {
      auto const source = world.add("--set " + setting_.path, text);
      return syntax::read_yaml(source, world.text(source), diagnostics_);
    }
    Node value;
    value.span = {source_, begin, begin + static_cast<std::uint32_t>(text.size())};
    if (text.empty()) return value;
    value.kind = Node::Kind::Scalar;
    value.scalar.text = text;
    value.scalar.span = value.span;
    return value;
  }

  void report(Node const& parent, std::string_view step) {
    std::vector<std::string_view> known;
    for (auto const& member : parent.members) known.push_back(member.key);
    for (auto const& item : parent.items) {
      if (auto const* id = item.is_map() ? item.find("id") : nullptr) known.push_back(id->value.text());
    }
    auto const begin = static_cast<std::uint32_t>(step.data() - setting_.path.data());
    Span const place{source_, begin, begin + static_cast<std::uint32_t>(step.size())};
    auto finding = diag::report<diag::Kind::UnknownPath>(diagnostics_, place, setting_.path, step);
    if (auto const near = base::nearest(step, known))
      finding.hint(diag::did_you_mean(*near));
    else if (parent.is_list())
      finding.hint("name an item by its `id`, or by its number from 1");
    else
      finding.hint("a path is the keys from the top of the source, joined by dots, such as `layout.accent`");
  }

  Setting const& setting_;
  Diagnostics& diagnostics_;
  SourceId source_;
  Span key_span_;  ///< of the last step of the path
  Node value_;
};

}  // namespace

void apply_settings(Node& root, std::span<Setting const> settings, World& world, Diagnostics& diagnostics) {
  for (auto const& setting : settings) Applier{setting, world, diagnostics}.apply(root);
}

}  // namespace resumec::driver

#include "variant/paths.hpp"

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "variant/overlay.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace resumec::variant {

namespace {

using syntax::Member;
using syntax::Node;

/// A key as paths spell it: lower case (ASCII), so that `sections.experience` finds `Experience`.
std::string path_spelling(std::string_view key) { return base::ascii_lower(key); }

std::string_view first_step(std::string_view path) { return path.substr(0, path.find('.')); }

/// The item of a list whose id is the step, or that has this number.
Node* item_at(Node& list, std::string_view step) {
  for (auto& item : list.items)
    if (id_of(item) == step) return &item;
  return item_numbered(list, step);
}

/// The part of the path's place that a part of its text has.
Span place_of(Path const& path, std::string_view part) {
  if (path.span.size() != path.text.size()) return path.span;
  auto const begin = path.span.begin + static_cast<std::uint32_t>(part.data() - path.text.data());
  return {path.span.source, begin, begin + static_cast<std::uint32_t>(part.size())};
}

/// Maps that a source may lack, whose keys are known all the same.
bool is_map_of_options(std::string_view path) { return path == "layout" || path == "settings" || path == "settings.budget"; }

void report(Path const& path, Node const& parent, std::string_view step, Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for (auto const& item : parent.items)
    if (auto id = id_of(item); !id.empty()) ids.push_back(std::move(id));
  std::vector<std::string_view> known{ids.begin(), ids.end()};
  for (auto const& member : parent.members) known.push_back(member.key);
  auto finding = diag::report<diag::Kind::UnknownPath>(diagnostics, place_of(path, step), path.option, path.text, step);
  if (auto const near = base::nearest(step, known))
    finding.hint(diag::did_you_mean(*near));
  else if (parent.is_list())
    finding.hint("name an item by its `id`, or by its number from 1");
  else
    finding.hint("a path is the keys from the top of the source, joined by dots, such as `layout.accent`");
}

}  // namespace

Member* member_at(Node& map, std::string_view path) {
  Member* best = nullptr;
  for (auto& member : map.members) {
    auto const key = path_spelling(member.key);
    if (path_spelling(path.substr(0, key.size())) == key && (path.size() == key.size() || path[key.size()] == '.') &&
        (!best || key.size() > best->key.size())) {
      best = &member;
    }
  }
  return best;
}

Node* item_numbered(Node& list, std::string_view number) {
  std::size_t value = 0;
  auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  bool const fits = error == std::errc{} && end == number.data() + number.size() && value >= 1 && value <= list.items.size();
  return fits ? &list.items[value - 1] : nullptr;
}

void widen_layout(Node& layout) {
  if (!layout.is_scalar()) return;
  Node map;
  map.kind = Node::Kind::Map;
  map.span = layout.span;
  map.members.push_back({"name", layout.span, std::move(layout)});
  layout = std::move(map);
}

void set_value(Node& root, Path const& path, Node value, Diagnostics& diagnostics) {
  Node* at = &root;
  std::string_view rest = path.text;
  while (true) {
    if (first_step(rest).empty()) return report(path, *at, first_step(rest), diagnostics);
    if (at->is_null()) at->kind = Node::Kind::Map;  // a key left empty may hold anything
    if (at->is_list()) {
      auto const step = first_step(rest);
      Node* item = item_at(*at, step);
      if (!item) return report(path, *at, step, diagnostics);
      if (step.size() == rest.size()) return void(*item = std::move(value));
      rest.remove_prefix(step.size() + 1);
      at = item;
      continue;
    }
    if (!at->is_map()) return report(path, *at, first_step(rest), diagnostics);
    if (auto* member = member_at(*at, rest)) {
      auto const size = member->key.size();
      if (size == rest.size()) return void(member->value = std::move(value));
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
    bool const may_be_new = is_last || is_map_of_options(path.text.substr(0, path.text.size() - rest.size() + step.size()));
    if (!may_be_new) return report(path, *at, step, diagnostics);
    Member fresh{std::string{step}, place_of(path, step), {}};
    if (is_last) {
      fresh.value = std::move(value);
      at->members.push_back(std::move(fresh));
      return;
    }
    fresh.value.kind = Node::Kind::Map;
    fresh.value.span = value.span;
    at->members.push_back(std::move(fresh));
    at = &at->members.back().value;
    rest.remove_prefix(step.size() + 1);
  }
}

}  // namespace resumec::variant

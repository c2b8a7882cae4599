#include "variant/tree.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "model/names.hpp"
#include "model/schema.hpp"
#include "model/yaml_words.hpp"
#include "source/decode.hpp"
#include "source/file_error.hpp"
#include "syntax/yaml.hpp"
#include "unicode/unicode.hpp"
#include "variant/overlay.hpp"
#include "variant/paths.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace resumec::variant {

namespace {

using diag::Kind;
using model::FieldId;
using source::WrongEncoding;
using syntax::Member;
using syntax::Node;

/// Of a key given twice, which was reported, the first counts.
template <class Map>
auto find_value(Map& map, std::string_view key) -> decltype(&map.members.front().value) {
  auto* const member = model::find_member(map, key);
  return member ? &member->value : nullptr;
}

template <class Map>
auto find_variant_body(Map& root, std::string_view name) -> decltype(&root.members.front().value) {
  auto* const variants = find_value(root, "variants");
  if (variants && variants->is_map())
    for (auto& member : variants->members)
      if (member.key == name) return &member.value;
  return nullptr;
}

std::string_view extended_by(Node const& body) {
  Node const* extends = body.is_map() ? find_value(body, "extends") : nullptr;
  if (extends && extends->is_list() && extends->items.size() == 1) extends = &extends->items.front();  // as lowering reads it
  return extends && extends->is_scalar() ? extends->text() : std::string_view{};
}

void report_unknown(Span span, std::string_view name, std::vector<std::string> const& names, Diagnostics& diagnostics) {
  auto report = diag::report<Kind::UnknownVariant>(diagnostics, span, name);
  std::vector<std::string_view> const known{names.begin(), names.end()};
  if (auto const near = base::nearest(name, known))
    report.hint(diag::did_you_mean(*near));
  else if (names.empty())
    report.hint("the source has no `variants:`");
  else
    report.hint(fmt::format("the source has `{}`", fmt::join(names, "`, `")));
}

/// Every variant extends at most one, so that a walk from each either ends or comes to where a walk has been: a circle if it was this one.
void check_extends(Node const& root, std::vector<std::string> const& names, Diagnostics& diagnostics) {
  Node const* const variants = names.empty() ? nullptr : find_value(root, "variants");
  std::map<std::string_view, Node const*> bodies;
  if (variants)
    for (Member const& member : variants->members) bodies.emplace(member.key, &member.value);
  std::map<std::string_view, std::size_t> walks;
  for (std::size_t walk = 0; walk < names.size(); ++walk) {
    std::string_view name = names[walk];
    while (walks.emplace(name, walk).second) {
      Node const& body = *bodies.at(name);
      name = extended_by(body);
      if (name.empty()) break;
      Span const place = find_value(body, "extends")->span;
      auto const been = walks.find(name);
      if (!bodies.contains(name)) {
        report_unknown(place, name, names, diagnostics);
        break;
      }
      if (been != walks.end() && been->second == walk)
        diag::report<Kind::ExtendsItself>(diagnostics, place, name)
            .hint("a variant can only extend one that does not extend it, however far away");
    }
  }
}

/// What `own` does not say, `inherited` says; maps are put together key by key. Nothing behind a key takes what is inherited away.
void inherit(Node& own, Node const& inherited) {
  for (Member const& member : inherited.members) {
    Node* const value = find_value(own, unicode::to_nfkc(member.key));
    if (!value)
      own.members.push_back(member);
    else if (value->is_map() && member.value.is_map())
      inherit(*value, member.value);
  }
}

// ---- changes to the source

std::string_view layout_name(Node const& layout) {
  if (layout.is_scalar()) return layout.text();
  Member const* const name = model::find_member(layout, "name");
  return name ? name->value.text() : std::string_view{};
}

/// The options of a layout are its own: another layout begins without those of the source.
void change_layout(Node& root, Member const& change, Diagnostics& diagnostics) {
  Node const* const layout = find_value(root, "layout");
  std::string_view const wanted = layout_name(change.value), present = layout ? layout_name(*layout) : std::string_view{};
  bool const another = !wanted.empty() && wanted != (present.empty() ? "classic" : present);
  Node overlay;
  overlay.kind = Node::Kind::Map;
  overlay.members.push_back(change);
  if (another && layout) std::erase_if(root.members, [&](Member const& member) { return &member.value == layout; });
  if (!another) widen_layout(overlay.members.front().value);
  apply_overlay(root, overlay, diagnostics);
}

/// An overlay in a file is a source of its own: what is wrong in it is shown there.
Node read_overlay(Node const& value, World& world, Diagnostics& diagnostics, WrongEncoding wrong_encoding) {
  if (!value.is_scalar() || value.text().empty()) return value;
  auto const opened = world.open(value.text());
  if (auto const* error = std::get_if<FileError>(&opened)) {
    source::report_file_error(diagnostics, value.span, value.text(), *error);
    return {};
  }
  auto const source = source::decode(world, std::get<SourceId>(opened), wrong_encoding, diagnostics);
  if (!source) return {};
  Node overlay = syntax::read_yaml(*source, world.text(*source), diagnostics, model::yaml_words());
  if (overlay.is_null())
    diag::report<Kind::EmptySource>(diagnostics, Span{*source, 0, 0}, world.name(*source))
        .hint("an overlay says what to change, in the shape of the source");
  else if (!overlay.is_map() && overlay.kind != Node::Kind::Error)
    diag::report<Kind::WrongType>(diagnostics, overlay.span.start(), "overlay", "a map of changes", overlay.is_list() ? "a list" : "a text")
        .hint("an overlay has the shape of the source: `sections: {experience: …}`");
  return overlay;
}

void change_by_overlay(Node& root, Node const& value, World& world, Diagnostics& diagnostics, WrongEncoding wrong_encoding) {
  Node overlay = read_overlay(value, world, diagnostics, wrong_encoding);
  if (!overlay.is_map()) return;  // reported by its reader or by lowering
  for (Member const& member : overlay.members)
    if (unicode::to_nfkc(member.key).starts_with("variants"))
      diag::report<Kind::MisplacedField>(diagnostics, member.key_span, member.key, "an overlay")
          .hint("variants build on each other with `extends`");
  std::erase_if(overlay.members, [](Member const& member) { return unicode::to_nfkc(member.key).starts_with("variants"); });
  apply_overlay(root, overlay, diagnostics);
}

void apply_changes(Node& root, Node const& body, World& world, Diagnostics& diagnostics, WrongEncoding wrong_encoding) {
  std::map<FieldId, Member const*> changes;
  for (Member const& member : body.members)
    if (model::Field const* field = model::find_field(model::Where::Variant, unicode::to_nfkc(member.key));
        field && !member.value.is_null())
      changes.emplace(field->id, &member);
  auto const change = [&](FieldId id) {
    auto const found = changes.find(id);
    return found == changes.end() ? nullptr : found->second;
  };
  if (auto const* overlay = change(FieldId::VariantOverlay)) change_by_overlay(root, overlay->value, world, diagnostics, wrong_encoding);
  if (auto const* layout = change(FieldId::Layout)) change_layout(root, *layout, diagnostics);
  if (auto const* headline = change(FieldId::Headline)) {
    Node overlay;
    overlay.kind = Node::Kind::Map;
    overlay.members.push_back(*headline);
    overlay.members.front().key = "headline";
    apply_overlay(root, overlay, diagnostics);
  }
  auto const* const settings = change(FieldId::VariantSet);
  if (settings && settings->value.is_map())
    for (Member const& setting : settings->value.members) set_value(root, {setting.key, setting.key_span, ""}, setting.value, diagnostics);
}

}  // namespace

std::vector<std::string> names_of_variants(Node const& root) {
  std::vector<std::string> names;
  std::set<std::string_view> seen;
  Node const* const variants = root.is_map() ? find_value(root, "variants") : nullptr;
  if (variants && variants->is_map())
    for (Member const& member : variants->members)
      if (seen.insert(member.key).second) names.push_back(member.key);
  return names;
}

void apply_variant(Node& root, std::string_view name, World& world, Diagnostics& diagnostics, WrongEncoding wrong_encoding) {
  auto const names = names_of_variants(root);
  check_extends(root, names, diagnostics);
  if (name.empty()) return;
  if (std::find(names.begin(), names.end(), name) == names.end()) return report_unknown(Span{}, name, names, diagnostics);

  // The variant and those that it extends, the farthest first. Copies: an overlay changes the tree in which they stand.
  std::vector<Node> bodies;
  std::set<std::string_view> seen;
  for (auto const* body = find_variant_body(root, name); body && body->is_map();) {
    bodies.insert(bodies.begin(), *body);
    std::string_view const next = extended_by(*body);
    body = seen.insert(next).second ? find_variant_body(root, next) : nullptr;
  }
  if (bodies.empty()) return;
  Node merged = bodies.back();
  for (auto ancestor = bodies.rbegin() + 1; ancestor != bodies.rend(); ++ancestor) inherit(merged, *ancestor);
  *find_variant_body(root, name) = std::move(merged);
  for (Node const& body : bodies) apply_changes(root, body, world, diagnostics, wrong_encoding);
}

}  // namespace resumec::variant

#include "variant/overlay.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "model/names.hpp"
#include "model/schema.hpp"
#include "syntax/inline.hpp"
#include "unicode/unicode.hpp"
#include "variant/paths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace resumec::variant {

namespace {

using diag::Kind;
using syntax::Member;
using syntax::Node;

std::string id_in_text(syntax::MappedText const& text) {
  if (!text.text.ends_with('}')) return {};
  Diagnostics ignored;  // lowering reports them
  return syntax::parse_inlines(text, ignored).attributes.id;
}

/// What is called by both names is one field: `highlights` and `points`.
bool same_field(std::string_view a, std::string_view b) {
  auto const fields = model::fields();
  return std::any_of(fields.begin(), fields.end(), [&](model::Field const& field) { return field.is_named(a) && field.is_named(b); });
}

/// Known somewhere as a field, which then is meant, and no item of that id.
bool is_field(std::string_view key) { return same_field(key, key); }

/// The keys of `sections:` are titles, in any letter case; those of other maps are fields.
enum class Keys : std::uint8_t { Fields, Titles };

Member* find_key(Node& map, std::string_view key, Keys keys) {
  for (Member& member : map.members)
    if (unicode::to_nfkc(member.key) == key) return &member;
  for (Member& member : map.members)
    if (keys == Keys::Titles ? unicode::to_lower(member.key, "en") == unicode::to_lower(key, "en") : same_field(member.key, key))
      return &member;
  return nullptr;
}

/// An item somewhere in a list, and the list that holds it. Ids are unique in a source, so the first one is the only one.
struct Place {
  Node* list = nullptr;
  std::size_t index = 0;
  explicit operator bool() const { return list != nullptr; }
  Node& item() const { return list->items[index]; }
};

Place find_id(Node& node, std::string_view id) {
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (id_of(node.items[i]) == id) return {&node, i};
  for (Node& item : node.items)
    if (Place const place = find_id(item, id)) return place;
  for (Member& member : node.members)
    if (Place const place = find_id(member.value, id)) return place;
  return {};
}

/// In an item or a section, anywhere in it; at the top, in the sections: nothing else of a source has items that are changed.
Place find_id_below(Node& map, std::string_view id, std::string_view name) {
  if (!name.empty()) return find_id(map, id);
  Member* const sections = member_at(map, "sections");
  return sections ? find_id(sections->value, id) : Place{};
}

void collect_ids(Node const& node, std::vector<std::string>& ids) {
  for (Node const& item : node.items) {
    if (auto id = id_of(item); !id.empty()) ids.push_back(std::move(id));
    collect_ids(item, ids);
  }
  for (Member const& member : node.members) collect_ids(member.value, ids);
}

Node list_of(Node item) {
  if (item.is_list()) return item;
  Node list;
  list.kind = Node::Kind::List;
  list.span = item.span;
  if (!item.is_null()) list.items.push_back(std::move(item));
  return list;
}

/// Where the items of a section stand, however it is written: the list itself, or its `entries`.
Node& items_of(Node& node) {
  if (Member* entries = node.is_map() ? member_at(node, "entries") : nullptr; entries && entries->value.is_list()) return entries->value;
  return node;
}

class Overlay {
 public:
  explicit Overlay(Diagnostics& diagnostics) : diagnostics_{diagnostics} {}

  /// `name` is the key above both, for messages; empty at the top. The recursion follows the overlay, whose depth its reader bounds.
  void apply(Node& base, Node const& overlay, std::string_view name, Keys keys) {
    if (overlay.is_map() && base.is_map())
      merge(base, overlay, name, keys);
    else if (overlay.is_map() && base.is_list())
      change_items(base, overlay, name);
    else if (overlay.is_list() && items_of(base).is_list() && names_items(overlay))
      change_items_by_list(items_of(base), overlay, name);
    else if (overlay.is_list() && base.is_map() && items_of(base).is_list())
      items_of(base) = overlay;
    else
      base = overlay;
  }

 private:
  void merge(Node& base, Node const& overlay, std::string_view name, Keys keys) {
    for (Member const& change : overlay.members) {
      std::string key = unicode::to_nfkc(change.key);
      bool const appends = key.size() > 1 && key.ends_with('+') && !key.ends_with("++");  // `C++` is a skill
      if (appends) key.pop_back();
      Member* const member = find_key(base, key, keys);
      if (member && appends)
        append(member->value, change.value);
      else if (member && change.value.is_null())
        base.members.erase(base.members.begin() + (member - base.members.data()));
      else if (member)
        change_member(*member, change.value, key);
      else if (Place const place = appends || is_field(key) ? Place{} : find_id_below(base, key, name))
        change_item(place, change);
      else if (change.value.is_null() || (keys == Keys::Titles && !appends && is_nearly_known(base, key)))
        report_member(base, change, key, name);
      else
        base.members.push_back({key, change.key_span, change.value});
    }
  }

  void change_member(Member& member, Node const& change, std::string_view key) {
    bool const is_layout = key == "layout" && change.is_map();
    if (is_layout) widen_layout(member.value);
    apply(member.value, change, key, key == "sections" ? Keys::Titles : Keys::Fields);
  }

  void append(Node& base, Node const& more) {
    Node& items = items_of(base);
    if (base.is_map() && more.is_map() && &items == &base) {
      base.members.insert(base.members.end(), more.members.begin(), more.members.end());
      return;
    }
    if (!items.is_list()) items = list_of(std::move(items));
    Node added = list_of(more);
    items.items.insert(items.items.end(), std::make_move_iterator(added.items.begin()), std::make_move_iterator(added.items.end()));
  }

  // ---- items of lists

  /// `{heron: {title: …}, spray: null}` on a list: items by their ids, or by their numbers.
  void change_items(Node& list, Node const& overlay, std::string_view name) {
    for (Member const& change : overlay.members) {
      Place place = find_id(list, change.key);
      if (!place)
        if (Node const* numbered = item_numbered(list, change.key)) place = {&list, static_cast<std::size_t>(numbered - list.items.data())};
      if (place)
        change_item(place, change);
      else
        report_item(list, change.key, change.key_span, name);
    }
  }

  void change_item(Place const& place, Member const& change) {
    if (change.value.is_null()) {
      place.list->items.erase(place.list->items.begin() + static_cast<std::ptrdiff_t>(place.index));
      return;
    }
    Node& item = place.item();
    if (change.value.is_map() && item.is_scalar()) {  // a point written as a text
      Node map;
      map.kind = Node::Kind::Map;
      map.span = item.span;
      map.members.push_back({"text", item.span, std::move(item)});
      item = std::move(map);
    }
    apply(item, change.value, change.key, Keys::Fields);
  }

  static bool names_items(Node const& list) {
    return std::any_of(list.items.begin(), list.items.end(), [](Node const& item) { return item.is_map() && !id_of(item).empty(); });
  }

  /// `[{id: heron, title: …}]` on a list: every item changes the one of its id.
  void change_items_by_list(Node& list, Node const& overlay, std::string_view name) {
    for (Node const& change : overlay.items) {
      std::string const id = id_of(change);
      if (id.empty() || !change.is_map()) {
        diag::report<Kind::OverlayItem>(diagnostics_, change.span)
            .hint("a list with ids changes the items of these ids; append new ones with `" + std::string{name} + "+:`");
        continue;
      }
      if (Place const place = find_id(list, id))
        change_item(place, {id, change.span, change});
      else
        report_item(list, id, place_of_id(change), name);
    }
  }

  // ---- what is not there

  static Span place_of_id(Node const& item) {
    Member const* id = model::find_member(item, "id");
    return id ? id->value.span : item.span;
  }

  static bool is_nearly_known(Node const& base, std::string_view key) {
    std::vector<std::string_view> known;
    for (Member const& member : base.members) known.push_back(member.key);
    return base::nearest(key, known).has_value();
  }

  void report_member(Node const& base, Member const& change, std::string_view key, std::string_view name) {
    std::vector<std::string_view> known;
    for (Member const& member : base.members) known.push_back(member.key);
    std::vector<std::string> ids;
    collect_ids(base, ids);
    known.insert(known.end(), ids.begin(), ids.end());
    report(change.key_span, name, key, known, "an overlay deletes only what the source has");
  }

  void report_item(Node const& list, std::string_view id, Span span, std::string_view name) {
    std::vector<std::string> ids;
    collect_ids(list, ids);
    std::vector<std::string_view> const known{ids.begin(), ids.end()};
    report(span, name, id, known, "the items of a list are named by their ids; `" + std::string{name} + "+:` appends new ones");
  }

  void report(Span span, std::string_view name, std::string_view wanted, std::vector<std::string_view> const& known, std::string hint) {
    auto report = diag::report<Kind::OverlayTarget>(diagnostics_, span, name.empty() ? "the source" : fmt::format("`{}`", name), wanted);
    if (auto const near = base::nearest(wanted, known)) report.hint(diag::did_you_mean(*near));
    report.hint(std::move(hint));
  }

  Diagnostics& diagnostics_;
};

}  // namespace

std::string id_of(Node const& item) {
  if (item.is_scalar()) return id_in_text(item.scalar);
  if (!item.is_map()) return {};
  if (Member const* id = model::find_member(item, "id"); id && id->value.is_scalar()) return std::string{id->value.text()};
  if (Member const* text = model::find_member(item, "text"); text && text->value.is_scalar()) return id_in_text(text->value.scalar);
  if (item.members.size() != 1) return {};
  Member const& only = item.members.front();  // `Parent {#x}: [children]`
  return id_in_text({only.key, only.key_span, {}});
}

void apply_overlay(Node& root, Node const& overlay, Diagnostics& diagnostics) {
  Overlay{diagnostics}.apply(root, overlay, "", Keys::Fields);
}

}  // namespace resumec::variant

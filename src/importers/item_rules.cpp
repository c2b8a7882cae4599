// Values of other programs as native ones, and the entries that they make up.
#include "importers/item_rules.hpp"

#include "diag/report.hpp"
#include "importers/html_text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::importers::items {

namespace {

/// The end of a text that is rather a sentence about a job than words for what an employer does.
bool is_sentence(std::string_view text) {
  constexpr std::size_t longest = 120;
  return text.size() > longest || text.find('\n') != std::string_view::npos || has_html(text);
}

bool is_text_list(Node const& node) {
  return node.is_list() &&
         std::all_of(node.items.begin(), node.items.end(), [](Node const& item) { return item.is_scalar() || is_absent(item); });
}

/// A text, or the texts of a list as one; nothing of what is neither.
std::optional<Node> one_text(Node const& node) {
  if (node.is_scalar()) return native_text(node);
  if (is_text_list(node)) return native_text(joined(node));
  return std::nullopt;
}

/// `{name: …, text: …}` where a point or a key word is wanted.
Node text_map(Node const& item, File& file) {
  Fields fields{item, "an item of a list", file.context};
  Node map = make_map(item.span);
  if (Member const* const text = fields.take({"text", "name", "title", "summary", "description", "value", "label", "course"}))
    put(map, "text", text->value.is_scalar() ? native_text(text->value) : text->value, text->key_span);
  fields.move(map, "points", {"highlights", "points"});
  fields.keep_rest(map);
  return map;
}

Node point(Node const& item, File& file) {
  if (item.is_scalar()) return native_text(item);
  return item.is_map() ? text_map(item, file) : item;
}

/// Words: a list of texts. What is said beside a word's name is kept with the entry.
Node words_of(Node const& node, Node& entry, File& file) {
  if (!node.is_list()) return node.is_scalar() ? native_text(node) : node;
  Node list = make_list(node.span);
  for (Node const& item : node.items) {
    if (is_absent(item)) continue;
    if (!item.is_map()) {
      list.items.push_back(item.is_scalar() ? native_text(item) : joined(item));
      continue;
    }
    Fields fields{item, "a key word", file.context};
    if (Member const* const name = fields.take({"name", "keyword", "title", "value"})) list.items.push_back(name->value);
    fields.keep_rest(entry);
  }
  return list;
}

void put_rich(Node& to, FieldRule const& rule, Member const& member, File& file) {
  Node const& value = member.value;
  if (value.is_scalar()) {
    Node text = native_text(value);
    if (to.find(rule.name))
      append(to, rule.name, std::move(text));
    else
      put(to, rule.name, std::move(text), member.key_span);
  } else if (value.is_list() && rule.name == "text") {
    append(to, "points", points(value, file), member.key_span);
  } else {
    keep_odd(to, member, "a text", file);
  }
}

void put_url(Node& to, FieldRule const& rule, Member const& member, File& file) {
  bool const is_first = to.find(rule.name) == nullptr;
  if (member.value.is_scalar() && is_first) {
    put(to, rule.name, member.value, member.key_span);
  } else if (member.value.is_scalar() || is_text_list(member.value)) {
    append(to, "links", member.value, member.key_span);
  } else {
    keep_odd(to, member, "an address", file);
  }
}

void put_value(Node& to, FieldRule const& rule, Member const& member, File& file) {
  Node const& value = member.value;
  switch (rule.shape) {
    case Shape::Text:
      if (auto text = one_text(value))
        put(to, rule.name, std::move(*text), member.key_span);
      else
        keep_odd(to, member, "a text", file);
      break;
    case Shape::Rich:
      put_rich(to, rule, member, file);
      break;
    case Shape::Points:
      append(to, rule.name, points(value, file), member.key_span);
      break;
    case Shape::Words:
      append(to, rule.name, words_of(value, to, file), member.key_span);
      break;
    case Shape::Tags:
    case Shape::Date:
    case Shape::Literal:
      if (value.is_scalar() || is_text_list(value))
        put(to, rule.name, value, member.key_span);
      else
        keep_odd(to, member, rule.shape == Shape::Date ? "a date" : "a text", file);
      break;
    case Shape::Url:
      put_url(to, rule, member, file);
      break;
    case Shape::Place:
      put(to, rule.name, place(value, file), member.key_span);
      break;
  }
}

/// Of these shapes, what several keys say is put together.
bool takes_several(Shape shape) { return shape == Shape::Rich || shape == Shape::Points || shape == Shape::Words || shape == Shape::Url; }

/// `type: talk` among projects; other words are tags, unless nothing else is said.
void settle_type(Node& entry) {
  auto const tags = std::find_if(entry.members.begin(), entry.members.end(), [](Member const& member) { return member.key == "tags"; });
  if (tags == entry.members.end()) return;
  if (entry.members.size() == 1) tags->key = "title";
  auto const word = tags->value.text();
  if (entry.members.size() == 1 || (word != "talk" && word != "presentation")) return;
  tags->key = "kind";
  if (word != "talk") tags->value = make_scalar("talk", tags->value.span);
  bool const is_span = entry.find("end") != nullptr || entry.find("when") != nullptr;
  for (Member& member : entry.members) {
    if (member.key == "at") member.key = "event";
    if (member.key == "start" && !is_span) member.key = "when";  // a talk does not go on
  }
}

/// Several roles at one employer, which is in no version of the schema and in many files.
void put_roles(Node& to, Fields& fields, SectionRule const& rule, File& file) {
  Member const* const roles = fields.take({"roles", "positions"});
  if (!roles) return;
  if (!roles->value.is_list() || is_text_list(roles->value)) {
    if (auto text = one_text(roles->value); text && !to.find("role"))
      put(to, "role", std::move(*text), roles->key_span);
    else
      keep_odd(to, *roles, "a list of positions", file);
    return;
  }
  Node list = make_list(roles->value.span);
  for (Node const& item : roles->value.items)
    if (Node one = entry(item, rule, file); !is_absent(one)) list.items.push_back(std::move(one));
  put(to, "roles", std::move(list), roles->key_span);
}

}  // namespace

Node points(Node const& node, File& file) {
  if (!node.is_list()) return point(node, file);
  Node list = make_list(node.span);
  for (Node const& item : node.items)
    if (!is_absent(item)) list.items.push_back(point(item, file));
  return list;
}

Node joined(Node const& list) {
  if (!list.is_list()) return list;
  Node all;
  for (Node const& item : list.items)
    if (item.is_scalar() && !is_absent(item)) all = all.is_scalar() ? importers::joined(all, ", ", item) : item;
  return all;
}

void keep_odd(Node& to, Member const& member, std::string_view expected, File& file) {
  if (!file.reported.contains(member.value.span))
    diag::report<diag::Kind::ForeignValue>(file.context.diagnostics, member.value.span, member.key, expected,
                                           info(file.context.format).name, member.value.is_map() ? "a map" : "this")
        .hint("it is kept and not printed");
  put(to, "x-" + member.key, member.value, member.key_span);
}

Node place(Node const& node, File& file) {
  if (node.is_scalar()) return native_text(node);
  if (is_text_list(node)) return joined(node);
  if (!node.is_map()) return node;
  constexpr FieldRule rules[] = {
      {"street", Shape::Literal, {"address", "street"}},
      {"city", Shape::Literal, {"city", "town"}},
      {"region", Shape::Literal, {"region", "state"}},
      {"postcode", Shape::Literal, {"postalCode", "postalcode", "zip", "postcode"}},
      {"country", Shape::Literal, {"countryCode", "country"}},
  };
  Node map = make_map(node.span);
  Fields fields{node, "a location", file.context};
  move_fields(fields, map, rules, file);
  fields.keep_rest(map);
  for (Member& member : map.members) {
    auto const text = member.value.text();
    if (member.key != "street" || text.find('\n') == std::string_view::npos) continue;
    // The lines of an address stand behind each other.
    TextBuilder out{member.value};
    std::size_t kept = 0;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', kept)) {
      out.keep(kept, at);
      kept = std::min(text.find_first_not_of(" \n", at), text.size());
      if (kept < text.size()) out.insert(", ", at);
    }
    out.keep(kept, text.size());
    member.value = std::move(out).build();
  }
  return map;
}

void move_fields(Fields& fields, Node& to, std::span<FieldRule const> rules, File& file) {
  for (FieldRule const& rule : rules)
    for (std::string_view const key : rule.keys) {
      if (key.empty()) break;
      Member const* const member = fields.take({key});
      if (!member) continue;
      put_value(to, rule, *member, file);
      if (!takes_several(rule.shape)) break;
    }
}

Node entry(Node const& item, SectionRule const& rule, File& file) {
  if (item.is_scalar()) return native_text(item);
  if (!item.is_map()) return item;
  Node to = make_map(item.span);
  Fields fields{item, std::string{rule.item}, file.context};
  move_fields(fields, to, rule.fields, file);
  if (rule.name == "experience") {
    put_roles(to, fields, rule, file);
    auto const about = std::find_if(to.members.begin(), to.members.end(), [](Member const& member) { return member.key == "about"; });
    // Many describe the job there, not the employer.
    if (about != to.members.end() && !to.find("text") && is_sentence(about->value.text())) about->key = "text";
  }
  auto const publisher = std::find_if(to.members.begin(), to.members.end(), [](Member const& member) { return member.key == "publisher"; });
  if (rule.name == "publications" && publisher != to.members.end() && !to.find("venue")) publisher->key = "venue";
  if (rule.name == "projects") {
    if (Member const* const github = fields.take({"github", "repository", "repo"}); github && github->value.is_scalar()) {
      Node link = make_map(github->value.span);
      put(link, "network", make_scalar("GitHub", github->key_span), github->key_span);
      put(link, "url", github->value, github->key_span);
      append(to, "links", std::move(link), github->key_span);
    }
    settle_type(to);
  }
  fields.keep_rest(to);
  return to;
}

}  // namespace resumec::importers::items

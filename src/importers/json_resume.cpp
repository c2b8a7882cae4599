// JSON Resume (jsonresume.org), in JSON and in YAML: `basics`, and a list a section in the order of the source.
#include "importers/json_resume.hpp"

#include "diag/report.hpp"
#include "importers/html_text.hpp"
#include "model/kinds.hpp"
#include "model/networks.hpp"

#include <algorithm>
#include <string>

namespace resumec::importers {

namespace json_resume {

namespace {

/// `personal-statement`, `personalStatement` → `Personal Statement`.
std::string title_of(std::string_view key) {
  std::string title;
  for (std::size_t i = 0; i < key.size(); ++i) {
    bool const upper = key[i] >= 'A' && key[i] <= 'Z';
    bool const after_lower = i > 0 && key[i - 1] >= 'a' && key[i - 1] <= 'z';
    if (key[i] == '-' || key[i] == '_' || key[i] == ' ') {
      if (!title.empty() && title.back() != ' ') title += ' ';
      continue;
    }
    if (upper && after_lower) title += ' ';
    bool const lower = key[i] >= 'a' && key[i] <= 'z';
    title += lower && (title.empty() || title.back() == ' ') ? static_cast<char>(key[i] - 'a' + 'A') : key[i];
  }
  while (title.ends_with(' ')) title.pop_back();
  return title.empty() ? std::string{key} : title;
}

/// `https://www.example.org/`: nothing behind the host.
bool is_front_page(std::string_view url) {
  auto const scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return url.find('/') >= url.size() - (url.ends_with('/') ? 1U : 0U);
}

/// A profile becomes a link where it leads somewhere, else a contact that is printed.
void profile(Node const& item, Node& tree, File& file) {
  if (item.is_scalar()) return append(tree, "links", item);
  if (!item.is_map()) return;
  Fields fields{item, "a profile", file.context};
  Node map = make_map(item.span);
  Member const* const network = fields.take({"network", "name"});
  Member const* const username = fields.take({"username", "user", "handle"});
  Member const* const url = fields.take({"url", "website", "link"});
  bool const known = network && model::find_network(network->value.text());
  if (url || (username && known)) {
    if (network) put(map, "network", network->value, network->key_span);
    if (username) put(map, "username", username->value, username->key_span);
    // The front page of a network says nothing that its name does not say.
    bool const front_page = username && known && url && is_front_page(url->value.text());
    if (url) put(map, front_page ? "x-url" : "url", url->value, url->key_span);
    fields.keep_rest(map);
    return append(tree, "links", std::move(map));
  }
  if (username) {
    if (network) put(map, "label", network->value, network->key_span);
    put(map, "value", username->value, username->key_span);
    fields.keep_rest(map);
    Node list = make_list(item.span);
    list.items.push_back(std::move(map));
    return append(tree, "contact", std::move(list));
  }
  if (network) {
    diag::report<diag::Kind::MissingField>(file.context.diagnostics, item.span, "a profile", "username")
        .severity(Severity::Lint)
        .hint("it is kept and not printed; give it a `username` or a `url`");
    put(map, "network", network->value, network->key_span);
  }
  fields.keep_rest(map);
  append(tree, "x-profiles", std::move(map));
}

/// `name: {first, last}`, or `firstName` and `lastName` beside each other.
void name(Fields& fields, Node& tree, File& file) {
  Node parts = make_map(Span{});
  if (Member const* const whole = fields.take({"name"})) {
    parts.span = whole->value.span;
    if (whole->value.is_map())
      parts = whole->value;
    else if (whole->value.is_scalar())
      put(parts, "display", whole->value, whole->key_span);
    else
      keep_odd(tree, *whole, "a text", file);
  } else {
    fields.move(parts, "given", {"firstName", "first_name", "firstname"});
    fields.move(parts, "family", {"lastName", "last_name", "lastname", "surname"});
  }
  fields.move(parts, "pronouns", {"pronouns"});
  if (parts.members.empty()) return;
  if (parts.span.detached()) parts.span = parts.members.front().value.span;
  Member first = parts.members.front();
  if (parts.members.size() == 1 && first.key == "display")
    put(tree, "name", std::move(first.value), first.key_span);
  else
    put(tree, "name", std::move(parts), first.key_span);
}

/// What stands under the name is printed in the order of the keys.
void contacts(Member const& basics, Fields& fields, Node& tree, File& file) {
  constexpr FieldRule rules[] = {
      {"email", Shape::Literal, {"email", "e-mail", "mail"}},
      {"phone", Shape::Literal, {"phone", "telephone", "mobile"}},
      {"website", Shape::Literal, {"url", "website", "homepage"}},
      {"location", Shape::Place, {"location"}},
  };
  for (Member const& member : basics.value.members) {
    for (FieldRule const& rule : rules)
      if (std::find(rule.keys.begin(), rule.keys.end(), member.key) != rule.keys.end() && !tree.find(rule.name))
        move_fields(fields, tree, std::span{&rule, 1}, file);
    if (member.key != "profiles") continue;
    Member const* const profiles = fields.take({"profiles"});
    if (!profiles) continue;
    if (profiles->value.is_list())
      for (Node const& item : profiles->value.items) profile(item, tree, file);
    else
      profile(profiles->value, tree, file);
  }
}

/// Most pictures are on the web, where nothing is fetched from: such a file is in order, and has no picture here.
void picture(Member const& image, Node& tree, File& file) {
  if (!image.value.is_scalar()) return keep_odd(tree, image, "a text", file);
  auto const text = image.value.text();
  bool const is_data = text.starts_with("data:");
  if (text.find("://") == std::string_view::npos && !is_data) return put(tree, "photo", image.value, image.key_span);
  diag::report<diag::Kind::ForeignValue>(file.context.diagnostics, image.value.span, image.key, "the name of a file", "resumec",
                                         fmt::format("`{}`", is_data ? text.substr(0, text.find(',')) : text))
      .severity(Severity::Lint)
      .hint("nothing is fetched from the web: save the picture beside the source, and write its name");
  put(tree, "x-" + image.key, image.value, image.key_span);
}

void add_section(Node& sections, std::string_view name, Node value, Span key_span) {
  Member const* const known = sections.find(name);
  if (known && known->value.is_list())
    append(sections, name, std::move(value), key_span);
  else
    put(sections, name, std::move(value), key_span);
}

void basics(Member const& member, Node& tree, Node& sections, File& file) {
  if (!member.value.is_map()) return keep_odd(tree, member, "a map", file);
  Fields fields{member.value, "`basics`", file.context};
  name(fields, tree, file);
  constexpr FieldRule head[] = {
      {"headline", Shape::Text, {"label", "headline", "title", "tagline"}},
      {"birth", Shape::Date, {"birthdate", "birthDate", "birthday", "dateOfBirth", "dob"}},
      {"nationality", Shape::Text, {"nationality", "citizenship"}},
  };
  move_fields(fields, tree, head, file);
  if (Member const* const image = fields.take({"image", "picture", "photo"})) picture(*image, tree, file);
  contacts(member, fields, tree, file);
  if (Member const* const text = fields.take({"summary", "about", "bio"})) {
    if (text->value.is_map())
      keep_odd(tree, *text, "a text", file);
    else
      add_section(sections, "summary", points(text->value, file), text->key_span);
  }
  fields.keep_rest(tree);
}

/// A list at the top that the schema does not know is a section of one's own.
void section(Member const& member, SectionRule const& rule, Node& sections, File& file) {
  std::string const name = !rule.name.empty()                               ? std::string{rule.name}
                           : model::role_of_title(member.key) == member.key ? member.key
                                                                            : title_of(member.key);
  Node const& value = member.value;
  if (!value.is_list() && !value.is_map()) return add_section(sections, name, entry(value, rule, file), member.key_span);
  Node list = make_list(value.span);
  auto const add = [&](Node const& item) {
    if (is_absent(item)) return;
    if (Node one = entry(item, rule, file); !is_absent(one)) list.items.push_back(std::move(one));
  };
  if (value.is_map())
    add(value);
  else
    for (Node const& item : value.items) add(item);
  add_section(sections, name, std::move(list), member.key_span);
}

/// A map that is none of the schema's holds settings of some program rather than a section.
bool is_section(Member const& member) {
  if (find_section(member.key)) return true;
  return !member.key.starts_with("x-") && !member.key.starts_with("$") && !member.key.starts_with("_") && member.key != "meta" &&
         member.key != "basics" &&
         (member.value.is_list() || (member.value.is_scalar() && member.value.text().find(' ') != std::string_view::npos));
}

}  // namespace

}  // namespace json_resume

Imported import_json_resume(Node const& root, Diagnostics& diagnostics) {
  using namespace json_resume;
  Context context{SourceFormat::JsonResume, diagnostics};
  File file{context};
  check_schema(root, file);
  Imported imported;
  imported.tree = make_map(root.span);
  if (!root.is_map()) {
    imported.tree = root;
    return imported;
  }
  Node sections = make_map(root.span);
  Fields top{root, "a file of JSON Resume", context};
  top.ignore({"$schema", "meta"});
  if (Member const* const member = top.take({"basics"})) basics(*member, imported.tree, sections, file);
  for (Member const& member : root.members) {
    if (!is_section(member)) continue;
    if (is_absent(member.value) || !top.take(member)) continue;
    SectionRule const* const rule = find_section(member.key);
    section(member, rule ? *rule : custom_section(), sections, file);
  }
  top.keep_rest(imported.tree);
  put(imported.tree, "sections", std::move(sections));
  imported.ignored = std::move(context.ignored);
  return imported;
}

}  // namespace resumec::importers

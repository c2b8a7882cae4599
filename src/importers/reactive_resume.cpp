// Reactive Resume, version 4 (foreign-formats.md §6.15): `basics`, `sections` with `items`, and in `metadata` the order of sections.
#include "importers/html_text.hpp"
#include "importers/item_rules.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace resumec::importers {

namespace reactive_resume {

namespace {

using items::FieldRule;
using items::File;
using items::SectionRule;
using items::Shape;

constexpr FieldRule place{"where", Shape::Text, {"location"}};
constexpr FieldRule date{"when", Shape::Date, {"date"}};
constexpr FieldRule text{"text", Shape::Rich, {"summary"}};
constexpr FieldRule keywords{"keywords", Shape::Words, {"keywords"}};

constexpr FieldRule experience[] = {{"role", Shape::Text, {"position"}}, {"at", Shape::Text, {"company"}}, place, date, text};
constexpr FieldRule volunteering[] = {{"role", Shape::Text, {"position"}}, {"at", Shape::Text, {"organization"}}, place, date, text};
constexpr FieldRule education[] = {{"degree", Shape::Text, {"studyType"}},
                                   {"field", Shape::Text, {"area"}},
                                   {"at", Shape::Text, {"institution"}},
                                   {"score", Shape::Text, {"score"}},
                                   date,
                                   text};
constexpr FieldRule awards[] = {{"title", Shape::Text, {"title"}}, {"by", Shape::Text, {"awarder"}}, date, text};
constexpr FieldRule certificates[] = {{"title", Shape::Text, {"name"}}, {"by", Shape::Text, {"issuer"}}, date, text};
constexpr FieldRule publications[] = {{"title", Shape::Text, {"name"}}, {"venue", Shape::Text, {"publisher"}}, date, text};
constexpr FieldRule skills[] = {
    {"title", Shape::Text, {"name"}}, {"level", Shape::Text, {"description"}}, {"items", Shape::Words, {"keywords"}}};
constexpr FieldRule languages[] = {{"language", Shape::Text, {"name"}}, {"level", Shape::Text, {"description"}}};
constexpr FieldRule interests[] = {{"title", Shape::Text, {"name"}}, keywords};
constexpr FieldRule references[] = {
    {"title", Shape::Text, {"name"}}, {"relation", Shape::Text, {"description"}}, {"quote", Shape::Rich, {"summary"}}};
constexpr FieldRule projects[] = {{"title", Shape::Text, {"name"}}, {"role", Shape::Text, {"description"}}, date, text, keywords};
constexpr FieldRule others[] = {{"title", Shape::Text, {"name"}}, {"role", Shape::Text, {"description"}}, place, date, text, keywords};

struct Part {
  std::string_view key, name;
  SectionRule rule;
};
constexpr Part parts[] = {
    {"experience", "experience", {{}, "", "a position", experience}},
    {"volunteer", "volunteering", {{}, "", "an item of `volunteer`", volunteering}},
    {"education", "education", {{}, "", "an item of `education`", education}},
    {"awards", "awards", {{}, "", "an award", awards}},
    {"certifications", "certificates", {{}, "", "a certification", certificates}},
    {"publications", "publications", {{}, "", "a publication", publications}},
    {"skills", "skills", {{}, "", "a skill", skills}},
    {"languages", "languages", {{}, "", "a language", languages}},
    {"interests", "interests", {{}, "", "an interest", interests}},
    {"references", "references", {{}, "", "a reference", references}},
    {"projects", "projects", {{}, "", "a project", projects}},
};
constexpr SectionRule own{{}, "", "an item", others};

bool is_word(Member const* member, std::string_view word) { return member && member->value.is_scalar() && member->value.text() == word; }

/// `url: {label, href}`.
void address(Node& to, Member const* url) {
  if (!url || !url->value.is_map()) return;
  Member const* const href = url->value.find("href");
  Member const* const label = url->value.find("label");
  if (!href || is_absent(href->value)) return;
  if (!label || is_absent(label->value)) return put(to, "url", href->value, href->key_span);
  Node link = make_map(url->value.span);
  put(link, "label", label->value, label->key_span);
  put(link, "url", href->value, href->key_span);
  append(to, "links", std::move(link));
}

Node item(Node const& from, SectionRule const& rule, File& file) {
  if (!from.is_map()) return from;
  Node simple = from;
  auto const is_known = [](Member const& member) {
    return member.key == "url" || member.key == "id" || member.key == "visible" || member.key == "level";
  };
  std::erase_if(simple.members, is_known);
  Node to = items::entry(simple, rule, file);
  address(to, from.find("url"));
  // Of a skill without words for it, a level of 1 to 5; 0 is none.
  Member const* const level = from.find("level");
  if (level && level->value.is_scalar() && !is_word(level, "0") && !to.find("level")) {
    TextBuilder out{level->value};
    out.keep(0, level->value.text().size());
    out.insert("/5", level->value.text().size());
    put(to, "level", std::move(out).build(), level->key_span);
  } else if (level && level->value.is_scalar()) {
    file.context.ignored.push_back(level->value.span);
  }
  if (Member const* const visible = from.find("visible")) {
    if (is_word(visible, "false"))
      put(to, "hide", make_scalar("true", visible->value.span), visible->key_span);
    else
      file.context.ignored.push_back(visible->value.span);
  }
  if (Member const* const id = from.find("id")) file.context.ignored.push_back(id->value.span);
  return to;
}

/// A section's own title stands where it is another than the format gives it.
bool has_own_title(Member const* name, std::string_view key) {
  if (!name || !name->value.is_scalar() || is_absent(name->value)) return false;
  std::string usual{key};
  if (!usual.empty()) usual[0] = static_cast<char>(usual[0] - 'a' + 'A');
  if (key == "volunteer") usual = "Volunteering";
  return name->value.text() != usual;
}

void section(Node& sections, Member const& member, File& file) {
  if (!member.value.is_map()) return put(sections, "x-" + member.key, member.value, member.key_span);
  auto const* const part = std::find_if(std::begin(parts), std::end(parts), [&](Part const& row) { return row.key == member.key; });
  Fields fields{member.value, "`sections." + member.key + "`", file.context};
  fields.ignore({"id", "columns", "separateLinks"});
  Member const* const name = fields.take({"name"});
  Member const* const visible = fields.take({"visible"});
  Node map = make_map(member.value.span);
  bool const titled = has_own_title(name, member.key);
  std::string title{part != std::end(parts) ? part->name : std::string_view{member.key}};
  if (part == std::end(parts) && name && name->value.is_scalar() && member.key != "summary") title = name->value.text();
  if (titled && (part != std::end(parts) || member.key == "summary"))
    put(map, "title", name->value, name->key_span);
  else if (name)
    file.context.ignored.push_back(name->value.span);
  if (is_word(visible, "false"))
    put(map, "hide", make_scalar("true", visible->value.span), visible->key_span);
  else if (visible)
    file.context.ignored.push_back(visible->value.span);
  if (Member const* const content = fields.take({"content"})) put(map, "intro", native_text(content->value), content->key_span);
  if (Member const* const items = fields.take({"items"}); items && items->value.is_list()) {
    Node list = make_list(items->value.span);
    for (Node const& one : items->value.items)
      if (Node made = item(one, part == std::end(parts) ? own : part->rule, file); !is_absent(made)) list.items.push_back(std::move(made));
    put(map, "entries", std::move(list), items->key_span);
  }
  fields.keep_rest(map);
  bool const empty = !map.find("entries") && !map.find("intro");
  if (empty) return;
  Member const* const intro = map.find("intro");
  if (map.members.size() == 1) return put(sections, title, intro ? intro->value : map.members.front().value, member.key_span);
  put(sections, title, std::move(map), member.key_span);
}

/// `profiles` are no section here: they stand below the name.
void profiles(Node& tree, Member const& member, File& file) {
  Member const* const items = member.value.is_map() ? member.value.find("items") : nullptr;
  for (Member const& rest : member.value.members)
    if (&rest != items) file.context.ignored.push_back(rest.value.span);
  if (!items) return;
  for (Node const& one : items->value.items) {
    if (!one.is_map()) continue;
    Fields fields{one, "a profile", file.context};
    fields.ignore({"id", "icon", "visible"});
    Node link = make_map(one.span);
    fields.move(link, "network", {"network"});
    fields.move(link, "username", {"username"});
    address(link, fields.take({"url"}));
    fields.keep_rest(link);
    append(tree, "links", std::move(link));
  }
}

void basics(Node& tree, Member const& member, File& file) {
  if (!member.value.is_map()) return put(tree, "x-basics", member.value, member.key_span);
  Fields fields{member.value, "`basics`", file.context};
  for (auto const key : {"name", "headline", "email", "phone", "location"}) fields.move(tree, key, {key});
  if (Member const* const url = fields.take({"url"}); url && url->value.is_map()) {
    Member const* const href = url->value.find("href");
    if (href) put(tree, "website", href->value, href->key_span);
    if (Member const* const label = url->value.find("label")) put(tree, "x-website-label", label->value, label->key_span);
  }
  if (Member const* const picture = fields.take({"picture"}); picture && picture->value.is_map()) {
    for (Member const& part : picture->value.members) {
      if (part.key == "url")
        put(tree, "photo", part.value, part.key_span);
      else
        file.context.ignored.push_back(part.value.span);
    }
  }
  if (Member const* const custom = fields.take({"customFields"}); custom && custom->value.is_list())
    for (Node const& one : custom->value.items) {
      if (!one.is_map()) continue;
      Fields own_fields{one, "a custom field", file.context};
      own_fields.ignore({"id"});
      Node contact = make_map(one.span);
      own_fields.move(contact, "label", {"name"});
      own_fields.move(contact, "value", {"value"});
      own_fields.move(contact, "icon", {"icon"});
      own_fields.keep_rest(contact);
      append(tree, "contact", std::move(contact));
    }
  fields.keep_rest(tree);
}

/// The ids of sections in the order of `metadata.layout`: pages of columns of ids.
void collect_ids(Node const& node, std::vector<std::string_view>& ids) {
  if (node.is_scalar()) ids.push_back(node.text());
  for (Node const& part : node.items) collect_ids(part, ids);
}

}  // namespace

}  // namespace reactive_resume

Imported import_reactive_resume(Node const& root, Diagnostics& diagnostics) {
  using namespace reactive_resume;
  Context context{SourceFormat::ReactiveResume, diagnostics};
  File file{context};
  Imported imported;
  imported.tree = make_map(root.span);
  Fields top{root, "a file of Reactive Resume", context};
  if (Member const* const member = top.take({"basics"})) basics(imported.tree, *member, file);
  std::vector<std::string_view> order;
  if (Member const* const metadata = top.take({"metadata"})) {
    if (Member const* const layout = metadata->value.is_map() ? metadata->value.find("layout") : nullptr) collect_ids(layout->value, order);
    context.ignored.push_back(metadata->value.span);
  }
  Node sections = make_map(root.span);
  if (Member const* const member = top.take({"sections"}); member && member->value.is_map()) {
    sections.span = member->value.span;
    std::vector<Member const*> all;
    for (Member const& one : member->value.members) {
      if (one.key == "profiles")
        profiles(imported.tree, one, file);
      else if (one.key == "custom")
        for (Member const& custom : one.value.members) all.push_back(&custom);
      else
        all.push_back(&one);
    }
    auto const rank = [&](Member const* one) {
      auto const id = "custom." + one->key;
      return std::find_if(order.begin(), order.end(), [&](std::string_view known) { return known == one->key || known == id; }) -
             order.begin();
    };
    std::stable_sort(all.begin(), all.end(), [&](Member const* a, Member const* b) { return rank(a) < rank(b); });
    for (Member const* const one : all) section(sections, *one, file);
  }
  top.keep_rest(imported.tree);
  put(imported.tree, "sections", std::move(sections));
  imported.ignored = std::move(context.ignored);
  return imported;
}

}  // namespace resumec::importers

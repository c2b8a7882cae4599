// FRESH 0.6 to 1.0 (fresh-resume-schema; foreign-formats.md §6.4). Its sections are lists, or maps of a summary and a `history`; what an
// item says is told by the same tables as items of JSON Resume.
#include "importers/html_text.hpp"
#include "importers/item_rules.hpp"

#include <algorithm>
#include <array>

namespace resumec::importers {

namespace fresh {

namespace {

using items::FieldRule;
using items::File;
using items::SectionRule;
using items::Shape;

constexpr FieldRule url{"url", Shape::Url, {"url"}};
constexpr FieldRule where{"where", Shape::Text, {"location"}};
constexpr FieldRule start{"start", Shape::Date, {"start"}};
constexpr FieldRule end{"end", Shape::Date, {"end"}};
constexpr FieldRule text{"text", Shape::Rich, {"summary"}};
constexpr FieldRule points{"points", Shape::Points, {"highlights"}};
constexpr FieldRule keywords{"keywords", Shape::Words, {"keywords"}};
constexpr FieldRule tags{"tags", Shape::Tags, {"category", "flavor"}};

/// Of what one did for an employer, a club or the public.
constexpr FieldRule roles[] = {{"role", Shape::Text, {"position", "role"}},
                               {"at", Shape::Text, {"employer", "organization"}},
                               url,
                               where,
                               start,
                               end,
                               text,
                               points,
                               keywords,
                               tags};
constexpr FieldRule education[] = {{"degree", Shape::Text, {"title", "studyType"}},
                                   {"field", Shape::Text, {"area"}},
                                   {"at", Shape::Text, {"institution"}},
                                   url,
                                   where,
                                   start,
                                   end,
                                   {"score", Shape::Text, {"grade"}},
                                   {"courses", Shape::Points, {"curriculum"}},
                                   text,
                                   points,
                                   keywords};
constexpr FieldRule projects[] = {{"title", Shape::Text, {"title"}},
                                  {"role", Shape::Text, {"role"}},
                                  {"url", Shape::Url, {"url", "repo"}},
                                  where,
                                  start,
                                  end,
                                  {"text", Shape::Rich, {"description", "summary"}},
                                  points,
                                  keywords,
                                  tags};
constexpr FieldRule skill_sets[] = {
    {"title", Shape::Text, {"name"}}, {"level", Shape::Text, {"level"}}, {"items", Shape::Words, {"skills"}}};
constexpr FieldRule recognition[] = {{"title", Shape::Text, {"title"}},
                                     {"by", Shape::Text, {"from"}},
                                     {"department", Shape::Text, {"event"}},
                                     {"when", Shape::Date, {"date"}},
                                     url,
                                     text,
                                     tags};
constexpr FieldRule writing[] = {{"title", Shape::Text, {"title"}},
                                 {"authors", Shape::Literal, {"author"}},
                                 {"when", Shape::Date, {"date"}},
                                 url,
                                 text,
                                 {"type", Shape::Literal, {"category", "flavor"}}};
constexpr FieldRule reading[] = {
    {"title", Shape::Text, {"title"}}, {"note", Shape::Text, {"author"}}, {"when", Shape::Date, {"date"}}, url, text, tags};
constexpr FieldRule speaking[] = {{"title", Shape::Text, {"title"}},
                                  {"event", Shape::Text, {"event"}},
                                  where,
                                  {"when", Shape::Date, {"date"}},
                                  {"type", Shape::Literal, {"role"}},
                                  url,
                                  text,
                                  points,
                                  keywords};
constexpr FieldRule samples[] = {{"title", Shape::Text, {"title"}}, {"when", Shape::Date, {"date"}}, url, text};
constexpr FieldRule languages[] = {
    {"language", Shape::Text, {"language"}}, {"level", Shape::Text, {"level"}}, {"note", Shape::Text, {"years"}}};
constexpr FieldRule references[] = {{"title", Shape::Text, {"name"}},
                                    {"role", Shape::Text, {"role"}},
                                    {"private", Shape::Literal, {"private"}},
                                    {"text", Shape::Rich, {"summary"}},
                                    tags};
constexpr FieldRule testimonials[] = {
    {"title", Shape::Text, {"name"}}, {"quote", Shape::Rich, {"quote"}}, {"private", Shape::Literal, {"private"}}, tags};
constexpr FieldRule interests[] = {{"title", Shape::Text, {"name"}}, text, keywords};
constexpr FieldRule activities[] = {{"title", Shape::Text, {"title"}}, {"at", Shape::Text, {"activity"}}, where, start, end, text, points};

struct Part {
  std::string_view key, title;  ///< ours: an id that is translated, or words
  SectionRule rule;
};
constexpr Part parts[] = {
    {"employment", "experience", {{}, "experience", "a position", roles}},
    {"projects", "projects", {{}, "projects", "a project", projects}},
    {"education", "education", {{}, "education", "an item of `education`", education}},
    {"service", "volunteering", {{}, "volunteering", "an item of `service`", roles}},
    {"skills", "skills", {{}, "skills", "a skill", skill_sets}},
    {"samples", "Samples", {{}, "", "a sample", samples}},
    {"writing", "publications", {{}, "publications", "an item of `writing`", writing}},
    {"reading", "Reading", {{}, "", "an item of `reading`", reading}},
    {"speaking", "talks", {{}, "talks", "a talk", speaking}},
    {"recognition", "awards", {{}, "awards", "an item of `recognition`", recognition}},
    {"governance", "Governance", {{}, "", "an item of `governance`", roles}},
    {"affiliation", "memberships", {{}, "memberships", "an affiliation", roles}},
    {"extracurricular", "Extracurricular", {{}, "", "an activity", activities}},
    {"languages", "languages", {{}, "languages", "a language", languages}},
    {"interests", "interests", {{}, "interests", "an interest", interests}},
    {"references", "references", {{}, "references", "a reference", references}},
    {"testimonials", "Testimonials", {{}, "references", "a testimonial", testimonials}},
};

/// `publisher: {name, url}` of something written.
void publisher(Node& entry, Node const& item) {
  Member const* const member = item.is_map() ? item.find("publisher") : nullptr;
  if (!member || is_absent(member->value)) return;
  Member const* const name = member->value.is_map() ? member->value.find("name") : nullptr;
  Member const* const address = member->value.is_map() ? member->value.find("url") : nullptr;
  if (!member->value.is_map()) put(entry, "venue", member->value, member->key_span);
  if (name) put(entry, "venue", name->value, name->key_span);
  if (address && !is_absent(address->value)) {
    Node link = make_map(address->value.span);
    put(link, "label", make_scalar("publisher", address->key_span));
    put(link, "url", address->value, address->key_span);
    append(entry, "links", std::move(link));
  }
}

/// `contact: [{flavor: email, value: …}]` of a referee.
void contacts(Node& entry, Node const& item) {
  Member const* const member = item.is_map() ? item.find("contact") : nullptr;
  if (!member || !member->value.is_list()) return;
  for (Node const& contact : member->value.items) {
    Member const* const value = contact.is_map() ? contact.find("value") : nullptr;
    Member const* kind = contact.is_map() ? contact.find("flavor") : nullptr;
    if (!kind && contact.is_map()) kind = contact.find("category");
    bool const known = value && kind && (kind->value.text() == "email" || kind->value.text() == "phone") && !entry.find(kind->value.text());
    if (!known) {
      put(entry, "x-contact", contact, member->key_span);
      continue;
    }
    put(entry, kind->value.text(), value->value, kind->value.span);
    if (Member const* const label = contact.find("label")) put(entry, "x-label", label->value, label->key_span);
  }
}

Node section_items(Node const& list, SectionRule const& rule, File& file) {
  Node result = make_list(list.span);
  for (Node const& item : list.items) {
    if (is_absent(item)) continue;
    Node simple = item;  // without the maps that the tables do not look into
    std::erase_if(simple.members, [](Member const& member) { return member.key == "publisher" || member.key == "contact"; });
    for (Member& member : simple.members)
      if (member.key == "current") member.key = "x-current";  // what has no end goes on anyway
    Node made = items::entry(simple, rule, file);
    if (item.is_map()) {
      publisher(made, item);
      contacts(made, item);
    }
    if (!is_absent(made)) result.items.push_back(std::move(made));
  }
  return result;
}

/// A list, or `{summary, history}`; of skills `{sets, list}`.
Node section(Member const& member, Part const& part, File& file) {
  Node const& value = member.value;
  if (value.is_list()) return section_items(value, part.rule, file);
  if (!value.is_map()) return native_text(value);
  Fields fields{value, "`" + std::string{part.key} + "`", file.context};
  Node map = make_map(value.span);
  if (Member const* const summary = fields.take({"summary"})) put(map, "intro", native_text(summary->value), summary->key_span);
  Node list = make_list(value.span);
  for (auto const key : {"history", "sets", "list"})
    if (Member const* const inner = fields.take({key})) {
      Node found = section_items(inner->value, part.rule, file);
      std::move(found.items.begin(), found.items.end(), std::back_inserter(list.items));
    }
  for (auto const key : {"level", "degree"})
    if (Member const* const rest = fields.take({key})) put(map, std::string{"x-"} + key, rest->value, rest->key_span);
  fields.keep_rest(map);
  if (map.members.empty()) return list;
  put(map, "entries", std::move(list));
  return map;
}

void header(Fields& top, Node& tree, Node& sections, File& file) {
  top.move(tree, "name", {"name"});
  if (Member const* const info = top.take({"info"}); info && info->value.is_map()) {
    constexpr FieldRule rules[] = {{"headline", Shape::Text, {"label"}}, {"photo", Shape::Literal, {"image"}}};
    Fields fields{info->value, "`info`", file.context};
    items::move_fields(fields, tree, rules, file);
    if (Member const* const brief = fields.take({"brief"})) put(sections, "summary", native_text(brief->value), brief->key_span);
    for (auto const key : {"class", "characterClass", "quote"})
      if (Member const* const rest = fields.take({key})) put(tree, std::string{"x-"} + key, rest->value, rest->key_span);
    fields.keep_rest(tree);
  }
  if (Member const* const contact = top.take({"contact"}); contact && contact->value.is_map()) {
    Fields fields{contact->value, "`contact`", file.context};
    for (Member const& member : contact->value.members)
      if (member.key == "email" || member.key == "phone" || member.key == "website") fields.move(tree, member.key, {member.key});
    if (Member const* const other = fields.take({"other"}); other && other->value.is_list())
      for (Node const& item : other->value.items) {
        if (!item.is_map()) continue;
        Fields own{item, "a contact", file.context};
        Node one = make_map(item.span);
        own.move(one, "label", {"label"});
        own.move(one, "value", {"value"});
        if (Member const* const kind = own.take({"flavor", "category"})) put(one, "x-kind", kind->value, kind->key_span);
        own.keep_rest(one);
        append(tree, "contact", std::move(one));
      }
    fields.keep_rest(tree);
  }
  if (Member const* const location = top.take({"location"})) {
    Node address = location->value;
    if (address.is_map())
      for (Member& member : address.members)
        if (member.key == "code") member.key = "postalCode";
    put(tree, "location", items::place(address, file), location->key_span);
  }
  if (Member const* const social = top.take({"social"}); social && social->value.is_list())
    for (Node const& item : social->value.items) {
      if (!item.is_map()) continue;
      Fields fields{item, "a social account", file.context};
      Node link = make_map(item.span);
      fields.move(link, "network", {"network"});
      fields.move(link, "username", {"user"});
      fields.move(link, "url", {"url"});
      if (Member const* const label = fields.take({"label"})) put(link, "x-label", label->value, label->key_span);
      fields.keep_rest(link);
      append(tree, "links", std::move(link));
    }
}

}  // namespace

}  // namespace fresh

Imported import_fresh(Node const& root, Diagnostics& diagnostics) {
  using namespace fresh;
  Context context{SourceFormat::Fresh, diagnostics};
  File file{context};
  Imported imported;
  imported.tree = make_map(root.span);
  Node sections = make_map(root.span);
  Fields top{root, "a file of FRESH", context};
  top.ignore({"meta", "$schema"});
  header(top, imported.tree, sections, file);
  for (Member const& member : root.members) {
    auto const* const part = std::find_if(std::begin(parts), std::end(parts), [&](Part const& row) { return row.key == member.key; });
    if (part == std::end(parts)) continue;
    if (Member const* const taken = top.take({member.key})) put(sections, part->title, section(*taken, *part, file), taken->key_span);
  }
  top.keep_rest(imported.tree);
  put(imported.tree, "sections", std::move(sections));
  imported.ignored = std::move(context.ignored);
  return imported;
}

}  // namespace resumec::importers

// YAMLResume 0.14 to 0.16. What its compiler is strict about (lengths of texts, which fields must be there) is no matter here.
//
// The sections stand in the order of the source, unless the first layout for LaTeX, which is what makes its PDF, has another.
#include "importers/rewrite.hpp"
#include "importers/split_summary.hpp"
#include "importers/yaml_resume_layout.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::importers {

namespace {

/// An end alone is a date: of a graduation, of an exhibition. A start alone goes on at present, there as here.
void take_dates(Fields& from, Node& entry) {
  Member const* const start = from.take({"startDate"});
  Member const* const end = from.take({"endDate"});
  if (start) put(entry, "start", start->value, start->key_span);
  if (end) put(entry, start ? "end" : "when", end->value, end->key_span);
}

void take_summary(Fields& from, Node& entry) {
  if (Member const* const summary = from.take({"summary"})) put_summary(entry, *summary);
}

void read_position(Fields& from, Node& entry) {
  from.move(entry, "role", {"position"});
  from.move(entry, "at", {"name"});
  take_dates(from, entry);
  from.move(entry, "url", {"url"});
  take_summary(from, entry);
  from.move(entry, "keywords", {"keywords"});
}

void read_volunteering(Fields& from, Node& entry) {
  from.move(entry, "role", {"position"});
  from.move(entry, "at", {"organization"});
  take_dates(from, entry);
  from.move(entry, "url", {"url"});
  take_summary(from, entry);
}

void read_education(Fields& from, Node& entry) {
  from.move(entry, "degree", {"degree"});
  from.move(entry, "field", {"area"});
  from.move(entry, "at", {"institution"});
  take_dates(from, entry);
  from.move(entry, "score", {"score"});
  from.move(entry, "url", {"url"});
  take_summary(from, entry);
  from.move(entry, "courses", {"courses"});
}

void read_project(Fields& from, Node& entry) {
  from.move(entry, "title", {"name"});
  from.move(entry, "about", {"description"});
  take_dates(from, entry);
  from.move(entry, "url", {"url"});
  take_summary(from, entry);
  from.move(entry, "keywords", {"keywords"});
}

void read_publication(Fields& from, Node& entry) {
  from.move(entry, "title", {"name"});
  from.move(entry, "venue", {"publisher"});
  from.move(entry, "when", {"releaseDate"});
  from.move(entry, "url", {"url"});
  take_summary(from, entry);
}

void read_award(Fields& from, Node& entry) {
  from.move(entry, "award", {"title"});
  from.move(entry, "by", {"awarder"});
  from.move(entry, "when", {"date"});
  take_summary(from, entry);
}

void read_certificate(Fields& from, Node& entry) {
  from.move(entry, "certificate", {"name"});
  from.move(entry, "by", {"issuer"});
  from.move(entry, "when", {"date"});
  from.move(entry, "url", {"url"});
}

void read_skill(Fields& from, Node& entry) {
  from.move(entry, "title", {"name"});
  from.move(entry, "level", {"level"});
  from.move(entry, "items", {"keywords"});
}

void read_language(Fields& from, Node& entry) {
  from.move(entry, "language", {"language"});
  from.move(entry, "level", {"fluency"});
  from.move(entry, "keywords", {"keywords"});
}

void read_interest(Fields& from, Node& entry) {
  from.move(entry, "title", {"name"});
  from.move(entry, "keywords", {"keywords"});
}

void read_reference(Fields& from, Node& entry) {
  from.move(entry, "title", {"name"});
  from.move(entry, "relation", {"relationship"});
  from.move(entry, "email", {"email"});
  from.move(entry, "phone", {"phone"});
  from.move(entry, "quote", {"summary"});
}

struct Section {
  std::string_view id;     ///< under `content`
  std::string_view key;    ///< under `sections`
  std::string_view place;  ///< an entry, for messages
  void (*read)(Fields&, Node&);
};

constexpr Section sections[] = {
    {"work", "experience", "a position", read_position},
    {"education", "education", "an education", read_education},
    {"projects", "projects", "a project", read_project},
    {"publications", "publications", "a publication", read_publication},
    {"awards", "awards", "an award", read_award},
    {"certificates", "certificates", "a certificate", read_certificate},
    {"skills", "skills", "a skill", read_skill},
    {"languages", "languages", "a language", read_language},
    {"volunteer", "volunteering", "a voluntary post", read_volunteering},
    {"interests", "interests", "an interest", read_interest},
    {"references", "references", "a reference", read_reference},
};

/// What is no map has no fields to rename, and stays as it is.
Node read_entry(Node const& source, Section const& section, Context& context) {
  if (!source.is_map()) return source;
  Node entry = make_map(source.span);
  Fields fields{source, std::string{section.place}, context};
  section.read(fields, entry);
  fields.keep_rest(entry);
  return entry;
}

Node read_entries(Node const& source, Section const& section, Context& context) {
  Node entries = make_list(source.span);
  if (source.is_map()) entries.items.push_back(read_entry(source, section, context));
  if (source.is_scalar()) return source;
  for (Node const& item : source.items)
    if (Node entry = read_entry(item, section, context); !is_absent(entry)) entries.items.push_back(std::move(entry));
  return entries;
}

/// A section of the native file, beside what other program's name for it decides: where it stands, and its title.
struct NamedSection {
  std::string_view id;
  Member native;
};

/// The summary at the top is a section of its own. Items with lists of their own are points only inside an entry.
Member read_summary(Member const& summary) {
  Node parts = make_map(summary.value.span);
  put_summary(parts, summary, "intro");
  Member section{"summary", summary.key_span, summary.value};
  Member const* const points = parts.find("points");
  if (!points || std::any_of(points->value.items.begin(), points->value.items.end(), [](Node const& point) { return point.is_map(); }))
    return section;
  section.value = points->value;
  Member const* const intro = parts.find("intro");
  if (!intro) return section;
  section.value = make_map(summary.value.span);
  put(section.value, "intro", intro->value, intro->key_span);
  put(section.value, "entries", points->value, points->key_span);
  return section;
}

/// The title of a section that has none yet.
void put_title(Member& section, Node const& title) {
  Node titled = make_map(section.value.span);
  put(titled, "title", title);
  if (section.value.is_map())
    std::move(section.value.members.begin(), section.value.members.end(), std::back_inserter(titled.members));
  else
    put(titled, section.value.is_scalar() ? "intro" : "entries", std::move(section.value));
  section.value = std::move(titled);
}

void read_basics(Member const& basics, Node& top, std::vector<NamedSection>& found, Context& context) {
  Fields fields{basics.value, "`basics`", context};
  fields.move(top, "name", {"name"});
  fields.move(top, "headline", {"headline"});
  fields.move(top, "email", {"email"});
  fields.move(top, "phone", {"phone"});
  fields.move(top, "website", {"url"});
  if (Member const* const summary = fields.take({"summary"})) found.push_back({"basics", read_summary(*summary)});
  fields.keep_rest(top);
}

void read_location(Member const& location, Node& top, Context& context) {
  if (!location.value.is_map()) return put(top, "location", location.value, location.key_span);
  Node place = make_map(location.value.span);
  Fields fields{location.value, "`location`", context};
  fields.move(place, "street", {"address"});
  fields.move(place, "city", {"city"});
  fields.move(place, "region", {"region"});
  fields.move(place, "postcode", {"postalCode"});
  fields.move(place, "country", {"country"});
  fields.keep_rest(place);
  put(top, "location", std::move(place), location.key_span);
}

/// A profile without a name there still has its address.
void read_profiles(Member const& profiles, Node& top, Context& context) {
  Section const profile{"profiles", "links", "a profile", [](Fields& from, Node& link) {
                          from.move(link, "network", {"network"});
                          from.move(link, "username", {"username"});
                          from.move(link, "url", {"url"});
                        }};
  put(top, "links", read_entries(profiles.value, profile, context), profiles.key_span);
}

void read_content(Node const& content, Node& top, std::vector<NamedSection>& found, Context& context) {
  Fields fields{content, "`content`", context};
  if (Member const* const basics = fields.take({"basics"})) {
    if (basics->value.is_map())
      read_basics(*basics, top, found, context);
    else
      put(top, "x-basics", basics->value, basics->key_span);
  }
  if (Member const* const location = fields.take({"location"})) read_location(*location, top, context);
  if (Member const* const profiles = fields.take({"profiles"})) read_profiles(*profiles, top, context);
  for (Section const& section : sections) {
    Member const* const member = fields.take({section.id});
    if (!member) continue;
    Node entries = read_entries(member->value, section, context);
    if (!is_absent(entries)) found.push_back({section.id, {std::string{section.key}, member->key_span, std::move(entries)}});
  }
  fields.keep_rest(top);
}

}  // namespace

Imported import_yaml_resume(Node const& root, Diagnostics& diagnostics) {
  Context context{SourceFormat::YamlResume, diagnostics};
  Imported imported;
  Node& top = imported.tree = make_map(root.span);
  Fields fields{root, "a YAMLResume file", context};
  fields.ignore({"$schema"});
  std::vector<NamedSection> found;
  if (Member const* const content = fields.take({"content"}); content && content->value.is_map())
    read_content(content->value, top, found, context);
  if (Member const* const locale = fields.take({"locale"}); locale && locale->value.is_map()) {
    Fields words{locale->value, "`locale`", context};
    words.move(top, "lang", {"language"});
    words.keep_rest(top);
  } else if (locale) {
    put(top, "x-locale", locale->value, locale->key_span);
  }
  // Up to 0.8 there was one layout alone.
  Member const* const layouts = fields.take({"layouts", "layout"});
  YamlResumeLayout const layout = layouts ? read_yaml_resume_layout(layouts->value, context) : YamlResumeLayout{};

  // Those that the layout names come first, in its order; the others follow as they stand in the source.
  auto const place_of = [&](NamedSection const& section) {
    auto const named = std::find(layout.order.begin(), layout.order.end(), section.id);
    auto const place = section.native.key_span.begin;
    return std::pair{named - layout.order.begin(), named == layout.order.end() && section.id != "basics" ? place : 0U};
  };
  std::stable_sort(found.begin(), found.end(), [&](NamedSection const& a, NamedSection const& b) { return place_of(a) < place_of(b); });
  Node native = make_map(root.span);
  for (NamedSection& section : found) {
    auto const alias = std::find_if(layout.titles.begin(), layout.titles.end(), [&](auto const& title) { return title.id == section.id; });
    if (alias != layout.titles.end()) put_title(section.native, alias->title);
    put(native, section.native.key, std::move(section.native.value), section.native.key_span);
  }
  put(top, "sections", std::move(native));
  put(top, "layout", layout.options);
  fields.keep_rest(top);
  imported.ignored = std::move(context.ignored);
  return imported;
}

}  // namespace resumec::importers

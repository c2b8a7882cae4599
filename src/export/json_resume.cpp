#include "export/json_resume.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace resumec::exporting {

namespace {

using Json = nlohmann::ordered_json;
using model::Entry;
using model::Kind;

std::string plain(model::Text const& text) { return syntax::plain_text(text.base); }
std::string plain(model::RichText const& text) { return syntax::plain_text(text.base); }

void put(Json& object, std::string_view key, std::string value) {
  if (!value.empty()) object[std::string{key}] = std::move(value);
}
void put(Json& object, std::string_view key, Json list) {
  if (!list.empty()) object[std::string{key}] = std::move(list);
}

Json texts(std::vector<model::Text> const& list) {
  Json result = Json::array();
  for (auto const& text : list) result.push_back(plain(text));
  return result;
}

/// `2021`, `2021-09`, `2021-09-30`: the dates that the schema allows. Of a season or a quarter the year.
std::string schema_date(model::Date const& date) {
  using enum model::Precision;
  auto text = fmt::format("{:04}", date.year);
  if (date.precision == Month || date.precision == Day) text += fmt::format("-{:02}", date.part);
  if (date.precision == Day) text += fmt::format("-{:02}", date.day);
  return text;
}

/// What a date says beyond the first span and the schema's forms stands as it was written beside it.
bool is_whole(model::When const& when) {
  return !when.free_text && when.spans.size() == 1 && !when.spans[0].open &&
         (!when.spans[0].start || when.spans[0].start->precision != model::Precision::Season);
}

void put_span(Json& object, model::When const& when) {
  if (when.empty()) return;
  if (!when.spans.empty()) {
    auto const& span = when.spans.front();
    if (span.start) put(object, "startDate", schema_date(*span.start));
    if (span.end) put(object, "endDate", schema_date(*span.end));
    if (span.start && !span.range && !span.present && !span.open) put(object, "endDate", schema_date(*span.start));
  }
  if (!is_whole(when)) put(object, "when", when.literal);
}

void put_date(Json& object, std::string_view key, model::When const& when) {
  if (when.empty()) return;
  auto const latest = when.latest();
  if (latest) put(object, key, schema_date(*latest));
  if (!latest || !is_whole(when) || when.spans[0].range) put(object, "when", when.literal);
}

std::string one_line(model::Place const& place) {
  auto text = plain(place.text);
  for (auto const* part : {&place.street, &place.postcode, &place.city, &place.region, &place.country}) {
    if (part->empty()) continue;
    if (!text.empty()) text += ", ";
    text += part->value;
  }
  return text;
}

Json place(model::Place const& place) {
  Json object = Json::object();
  put(object, "address", place.text.empty() ? place.street.value : plain(place.text));
  put(object, "postalCode", place.postcode.value);
  put(object, "city", place.city.value);
  put(object, "region", place.region.value);
  put(object, place.country.value.size() == 2 ? "countryCode" : "country", place.country.value);
  return object;
}

void add_points(Json& list, std::vector<model::Point> const& points) {
  for (auto const& point : points) {
    list.push_back(plain(point.text));
    add_points(list, point.points);
  }
}

Json links(std::vector<model::Link> const& list) {
  Json result = Json::array();
  for (auto const& link : list) {
    Json object = Json::object();
    put(object, "label", plain(link.label));
    put(object, "url", link.url.value);
    result.push_back(std::move(object));
  }
  return result;
}

/// What entries of every kind have in common, under the names that most lists of the schema use.
void put_common(Json& object, Entry const& entry) {
  put(object, "url", entry.url.value);
  put(object, "location", one_line(entry.place));
  put(object, "department", plain(entry.department));
  put(object, "description", plain(entry.about));
  auto summary = plain(entry.text);
  if (auto const note = plain(entry.note); !note.empty()) summary += (summary.empty() ? "" : "\n\n") + note;
  put(object, "summary", std::move(summary));
  put(object, "abstract", plain(entry.abstract));
  Json highlights = Json::array();
  add_points(highlights, entry.points);
  put(object, "highlights", std::move(highlights));
  put(object, "keywords", texts(entry.keywords));
  put(object, "links", links(entry.links));
}

void put_publication(Json& object, Entry const& entry, model::PublicationDetail const& detail) {
  put(object, "name", plain(entry.title));
  auto const names = [](std::vector<model::Author> const& authors) {
    Json list = Json::array();
    for (auto const& author : authors) list.push_back(author.others ? "et al." : author.name);
    return list;
  };
  put(object, "authors", names(detail.authors));
  put(object, "editors", names(detail.editors));
  put(object, "publisher", plain(detail.venue.empty() ? detail.publisher : detail.venue));
  if (!detail.venue.empty() && !detail.publisher.empty()) put(object, "imprint", plain(detail.publisher));
  put_date(object, "releaseDate", entry.when);
  put(object, "type", detail.type.value);
  put(object, "volume", detail.volume.value);
  put(object, "issue", detail.issue.value);
  put(object, "pages", detail.pages.value);
  put(object, "doi", detail.doi.value);
  put(object, "arxiv", detail.arxiv.value);
  put(object, "isbn", detail.isbn.value);
  put(object, "status", plain(detail.status));
  put(object, "award", plain(detail.award));
}

void put_education(Json& object, Entry const& entry, model::EducationDetail const& detail) {
  put(object, "institution", plain(entry.org));
  put(object, "studyType", detail.degree.empty() ? plain(entry.title) : plain(detail.degree));
  put(object, "area", plain(detail.field));
  put_span(object, entry.when);
  put(object, "score", plain(detail.score));
  Json courses = Json::array();
  add_points(courses, detail.courses);
  put(object, "courses", std::move(courses));
  put(object, "minor", plain(detail.minor));
  put(object, "thesis", plain(detail.thesis));
  put(object, "advisors", texts(detail.advisors));
  put(object, "honours", texts(detail.honours));
}

Json skill_list(model::SkillsDetail const& detail) {
  Json list = Json::array();
  for (auto const& item : detail.items) {
    auto word = plain(item.name);
    if (!item.level.empty()) word += (word.empty() ? "" : ": ") + plain(item.level.text);
    for (auto const& keyword : item.keywords) word += (&keyword == item.keywords.data() ? ": " : ", ") + plain(keyword);
    list.push_back(std::move(word));
  }
  return list;
}

/// The list of the schema that a kind belongs into; empty for one under the section's own name.
std::string_view list_of(Kind kind) {
  switch (kind) {
    case Kind::Position:
      return "work";
    case Kind::Volunteering:
      return "volunteer";
    case Kind::Education:
      return "education";
    case Kind::Award:
    case Kind::Grant:
      return "awards";
    case Kind::Certificate:
      return "certificates";
    case Kind::Publication:
      return "publications";
    case Kind::Skills:
      return "skills";
    case Kind::Language:
      return "languages";
    case Kind::Interest:
    case Kind::Hobby:
      return "interests";
    case Kind::Reference:
      return "references";
    case Kind::Project:
    case Kind::Talk:
      return "projects";
    default:
      return {};
  }
}

Json object_of(Entry const& entry, Kind kind) {
  Json object = Json::object();
  switch (kind) {
    case Kind::Position:
    case Kind::Volunteering:
      put(object, kind == Kind::Position ? "name" : "organization", plain(entry.org));
      put(object, "position", plain(entry.role.empty() ? entry.title : entry.role));
      if (!entry.role.empty()) put(object, "title", plain(entry.title));
      put_span(object, entry.when);
      break;
    case Kind::Education:
      if (auto const* detail = std::get_if<model::EducationDetail>(&entry.detail)) put_education(object, entry, *detail);
      break;
    case Kind::Publication:
      if (auto const* detail = std::get_if<model::PublicationDetail>(&entry.detail)) put_publication(object, entry, *detail);
      break;
    case Kind::Skills:
      put(object, "name", plain(entry.title));
      if (auto const* detail = std::get_if<model::SkillsDetail>(&entry.detail)) {
        put(object, "level", plain(detail->level.text));
        put(object, "keywords", skill_list(*detail));
      }
      break;
    case Kind::Language:
      put(object, "language", plain(entry.title));
      if (auto const* detail = std::get_if<model::LanguageDetail>(&entry.detail)) put(object, "fluency", plain(detail->level.text));
      break;
    case Kind::Reference:
      put(object, "name", plain(entry.title));
      put(object, "position", plain(entry.role));
      put(object, "organization", plain(entry.org));
      if (auto const* detail = std::get_if<model::ReferenceDetail>(&entry.detail)) {
        put(object, "reference", plain(detail->quote));
        put(object, "relation", plain(detail->relation));
        put(object, "email", detail->email.value);
        put(object, "phone", detail->phone.value);
      }
      break;
    case Kind::Award:
    case Kind::Grant:
      put(object, "title", plain(entry.title));
      put(object, "awarder", plain(entry.org));
      put_date(object, "date", entry.when);
      if (auto const* detail = std::get_if<model::AwardDetail>(&entry.detail)) put(object, "amount", plain(detail->amount));
      break;
    case Kind::Certificate:
      put(object, "name", plain(entry.title));
      put(object, "issuer", plain(entry.org));
      put_date(object, "date", entry.when);
      break;
    default:
      put(object, "name", plain(entry.title));
      put(object, "entity", plain(entry.org));
      if (!entry.role.empty()) put(object, "roles", Json::array({plain(entry.role)}));
      put_span(object, entry.when);
      if (auto const* talk = std::get_if<model::TalkDetail>(&entry.detail)) {
        put(object, "type", talk->type.empty() ? std::string{"talk"} : talk->type.value);
        put(object, "event", plain(talk->event));
      }
      break;
  }
  if (auto const* detail = std::get_if<model::CertificateDetail>(&entry.detail)) {
    put(object, "number", detail->number.value);
    put(object, "expires", detail->expires.literal);
  }
  put_common(object, entry);
  return object;
}

/// A section that the schema does not know: its title in small letters, with hyphens.
std::string key_of(model::Section const& section) {
  auto const& name = section.title.empty() ? section.key : plain(section.title);
  std::string key;
  for (char const c : name) {
    if (c == ' ' || c == '_')
      key += '-';
    else
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return key;
}

class Exporter {
 public:
  explicit Exporter(model::Resume const& resume) : resume_{resume} {}

  std::string run() {
    root_["$schema"] = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";
    add_basics();
    for (auto const& section : resume_.sections) add(section);
    return root_.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
  }

 private:
  void add_basics() {
    auto& basics = root_["basics"] = Json::object();
    put(basics, "name", model::full_name(resume_.header.name));
    std::string label;
    for (auto const& line : resume_.header.headline) label += (label.empty() ? "" : " · ") + plain(line);
    put(basics, "label", std::move(label));
    put(basics, "image", resume_.header.photo.value);
    Json profiles = Json::array();
    for (auto const& contact : resume_.header.contacts) add(contact, basics, profiles);
    put(basics, "pronouns", resume_.header.name.pronouns.value);
    put(basics, "birthdate", resume_.header.birth.literal);
    put(basics, "nationality", texts(resume_.header.nationality));
    put(basics, "profiles", std::move(profiles));
  }

  /// The schema has room for one of each; further ones are profiles.
  static void add(model::Contact const& contact, Json& basics, Json& profiles) {
    using enum model::ContactKind;
    auto const first = [&](std::string_view key, std::string value) {
      if (basics.contains(key)) return false;
      put(basics, key, std::move(value));
      return true;
    };
    if (contact.kind == Email && first("email", contact.value.value)) return;
    if (contact.kind == Phone && first("phone", contact.value.value)) return;
    if (contact.kind == Website && first("url", contact.url)) return;
    if (contact.kind == Location && !basics.contains("location")) return put(basics, "location", place(contact.place));
    Json profile = Json::object();
    constexpr std::string_view names[] = {"Email", "Phone", "Website", "Location", "", ""};
    auto const name = names[static_cast<std::size_t>(contact.kind)];
    put(profile, "network", !contact.network_name.empty() ? contact.network_name : name.empty() ? plain(contact.label) : std::string{name});
    put(profile, "username",
        contact.kind == Location  ? one_line(contact.place)
        : !contact.handle.empty() ? contact.handle
                                  : contact.value.value);
    put(profile, "url", contact.url);
    profiles.push_back(std::move(profile));
  }

  void add(model::Section const& section) {
    if (section.role == "summary") {
      std::string summary = plain(section.intro);
      for (auto const& entry : section.entries) summary += (summary.empty() ? "" : "\n\n") + plain(entry.text);
      put(root_["basics"], "summary", std::move(summary));
      for (auto const& entry : section.entries)
        if (!entry.points.empty()) add(entry, section, "");
      return;
    }
    if (auto intro = plain(section.intro); !intro.empty()) root_[key_of(section)].push_back(Json{{"summary", std::move(intro)}});
    for (auto const& entry : section.entries) add(entry, section, "");
  }

  /// Entries within entries come after it, with its name where they have none.
  void add(Entry const& entry, model::Section const& section, std::string const& org) {
    auto const list = list_of(entry.kind);
    auto object = object_of(entry, entry.kind);
    if (entry.kind == Kind::Position && !object.contains("name")) put(object, "name", org);
    // An employer that is only named, above the roles there, is named by each of them.
    bool const repeated = !entry.entries.empty() && object.size() == 1 && !plain(entry.org).empty();
    if (!object.empty() && !repeated) root_[list.empty() ? key_of(section) : std::string{list}].push_back(std::move(object));
    for (auto const& part : entry.entries) add(part, section, plain(entry.org));
  }

  model::Resume const& resume_;
  Json root_;
};

}  // namespace

std::string json_resume(model::Resume const& resume) { return Exporter{resume}.run(); }

}  // namespace resumec::exporting

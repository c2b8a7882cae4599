#include "model/schema.hpp"

#include "model/names.hpp"
#include "resumec/outputs.hpp"

#include <algorithm>
#include <array>

namespace resumec::model {
namespace {

constexpr std::uint32_t bit(Kind kind) { return std::uint32_t{1} << static_cast<unsigned>(kind); }
template <class... Kinds>
constexpr std::uint32_t only(Kinds... kinds) {
  return (bit(kinds) | ...);
}
constexpr std::uint32_t any = (std::uint32_t{1} << kind_count) - 1;
template <class... Kinds>
constexpr std::uint32_t but(Kinds... kinds) {
  return any & ~only(kinds...);
}

constexpr Field table[] = {
#define RESUMEC_FIELD(enumerator, places, kinds, key, type, aliases, tell, help, example) \
  {FieldId::enumerator,                                                                   \
   [] {                                                                                   \
     using enum Where;                                                                    \
     return places;                                                                       \
   }(),                                                                                   \
   kinds,                                                                                 \
   key,                                                                                   \
   FieldType::type,                                                                       \
   aliases,                                                                               \
   Kind::tell,                                                                            \
   help,                                                                                  \
   example},
#include "model/schema.def"
#undef RESUMEC_FIELD
};

constexpr std::string_view numberings[] = {"none", "up", "down", "label"};
constexpr std::string_view date_styles[] = {"short", "long", "numeric"};
constexpr std::string_view typographies[] = {"locale", "raw"};
constexpr std::string_view abstracts[] = {"hide", "fold", "show"};
constexpr std::string_view section_styles[] = {"ieee", "apa", "acm", "plain", "short", "bullets", "numbered", "inline", "columns"};
constexpr std::string_view page_breaks[] = {"avoid", "prefer", "force"};
constexpr std::string_view stranded[] = {"allow", "error"};
constexpr std::string_view sorts[] = {"when", "-when", "title", "-title"};
constexpr std::string_view record_sorts[] = {"year", "-year", "title", "-title", "author", "-author"};
constexpr std::string_view record_groups[] = {"type", "year"};
constexpr std::string_view kinds[] = {"text",         "list",      "group",       "position", "education", "project",
                                      "publication",  "award",     "skills",      "language", "talk",      "service",
                                      "certificate",  "reference", "course",      "patent",   "grant",     "membership",
                                      "volunteering", "interest",  "achievement", "hobby",    "other"};
static_assert(std::size(kinds) == kind_count);

constexpr auto format_names = [] {
  std::array<std::string_view, std::size(output_formats)> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = output_formats[i].name;
  return names;
}();

}  // namespace

bool Field::is_called(std::string_view name) const {
  return key == name || any_word(aliases, [&](std::string_view alias) { return alias == name; });
}

bool Field::is_named(std::string_view name) const {
  return is_same_name(key, name) || any_word(aliases, [&](std::string_view alias) { return is_same_name(alias, name); });
}

std::span<Field const> fields() { return table; }

Field const* find_exact_field(Where place, std::string_view key, Kind kind) {
  for (Field const& field : table)
    if (has(field.places, place) && field.takes(kind) && field.is_called(key)) return &field;
  return nullptr;
}

Field const* find_field(Where place, std::string_view key, Kind kind) {
  if (Field const* const exact = find_exact_field(place, key, kind)) return exact;
  for (Field const& field : table)
    if (has(field.places, place) && field.takes(kind) && field.is_named(key)) return &field;
  return nullptr;
}

std::vector<std::string_view> known_keys(Where place, Kind kind) {
  std::vector<std::string_view> keys;
  for (Field const& field : table)
    if (has(field.places, place) && field.takes(kind) && field.type != FieldType::Reserved) keys.push_back(field.key);
  return keys;
}

std::string_view describe(FieldType type) {
  switch (type) {
    case FieldType::Text:
      return "a text";
    case FieldType::Texts:
      return "a text or a list of texts";
    case FieldType::RichText:
      return "a text";
    case FieldType::Literal:
      return "a word or a number";
    case FieldType::Literals:
      return "a word or a list of words";
    case FieldType::Bool:
      return "`true` or `false`";
    case FieldType::Priority:
      return "a number from 1 (keep first) to 5 (cut first)";
    case FieldType::Integer:
      return "a whole number";
    case FieldType::Columns:
      return "a number from 1 to 4";
    case FieldType::Lang:
      return "a language such as `en` or `en-GB`";
    case FieldType::Version:
      return "a version number";
    case FieldType::Date:
      return "a date";
    case FieldType::When:
      return "a date, a range of dates or a list of them";
    case FieldType::Place:
      return "a place, as a text or as a map of its parts";
    case FieldType::PersonName:
      return "a name, as a text or as a map of its parts";
    case FieldType::Links:
      return "a map of addresses or a list of links";
    case FieldType::Contacts:
      return "a list of contact items";
    case FieldType::Points:
      return "a list of points";
    case FieldType::Entries:
      return "a list of entries";
    case FieldType::Authors:
      return "a list of names";
    case FieldType::Items:
      return "a list of skills";
    case FieldType::Level:
      return "a level, as a word or a number";
    case FieldType::Sections:
      return "a map of sections";
    case FieldType::Layout:
      return "a layout's name, or a map of `name` and its options";
    case FieldType::Settings:
      return "a map of settings";
    case FieldType::Labels:
      return "a map of labels";
    case FieldType::Variants:
      return "a map of variants";
    case FieldType::Rule:
      return "a map of criteria";
    case FieldType::Titles:
      return "a map of sections and their titles";
    case FieldType::Wordings:
      return "a map of variants and their wordings";
    case FieldType::Overlay:
      return "a map of changes, or a file that holds one";
    case FieldType::Outputs:
      return "a list of outputs";
    case FieldType::Formats:
      return "a format or a list of formats";
    case FieldType::Budget:
      return "a map of limits";
    case FieldType::Percent:
      return "a percentage such as `60%`";
    case FieldType::Stranded:
      return "`allow` or `error`";
    case FieldType::PageBreak:
      return "`avoid`, `prefer` or `force`";
    case FieldType::Map:
      return "a map";
    case FieldType::Reserved:
      return "nothing yet";
    case FieldType::Kind:
      return "a kind of entry";
    case FieldType::Numbering:
      return "a way of numbering";
    case FieldType::SectionStyle:
      return "a style";
    case FieldType::Sort:
      return "an order";
    case FieldType::DateStyle:
      return "a style of dates";
    case FieldType::Typography:
      return "`locale` or `raw`";
    case FieldType::Abstracts:
      return "`hide`, `fold` or `show`";
    case FieldType::Query:
      return "a bibliography's file, or a map of what to take from one";
    case FieldType::RecordCriteria:
      return "a map of criteria";
    case FieldType::RecordSort:
      return "an order";
    case FieldType::RecordGroup:
      return "`type` or `year`";
  }
  return "";
}

std::span<std::string_view const> choices(FieldType type) {
  switch (type) {
    case FieldType::Kind:
      return kinds;
    case FieldType::Numbering:
      return numberings;
    case FieldType::SectionStyle:
      return section_styles;
    case FieldType::Sort:
      return sorts;
    case FieldType::DateStyle:
      return date_styles;
    case FieldType::Typography:
      return typographies;
    case FieldType::Abstracts:
      return abstracts;
    case FieldType::Stranded:
      return stranded;
    case FieldType::PageBreak:
      return page_breaks;
    case FieldType::Formats:
      return format_names;
    case FieldType::RecordSort:
      return record_sorts;
    case FieldType::RecordGroup:
      return record_groups;
    default:
      return {};
  }
}

std::string_view name_of(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

}  // namespace resumec::model

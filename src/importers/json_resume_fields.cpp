// Which key of JSON Resume is which field here: version 1.0.0 to 1.3.1, the keys before 1.0, and those that people add (counted over real
// files: foreign-formats.md §6.2).
#include "importers/json_resume.hpp"

#include <algorithm>

namespace resumec::importers::json_resume {

namespace {

constexpr FieldRule url{"url", Shape::Url, {"url", "website", "link", "homepage"}};
constexpr FieldRule start{"start", Shape::Date, {"startDate", "startdate", "start_date", "start"}};
constexpr FieldRule end{"end", Shape::Date, {"endDate", "enddate", "end_date", "end"}};
constexpr FieldRule place_rule{"where", Shape::Place, {"location", "place"}};
constexpr FieldRule points{"points", Shape::Points, {"highlights", "achievements", "responsibilities"}};

constexpr FieldRule work[] = {
    {"role", Shape::Text, {"position", "title", "jobTitle"}},
    {"at", Shape::Text, {"name", "company", "organization", "employer"}},
    url,
    place_rule,
    start,
    end,
    {"about", Shape::Text, {"description"}},
    {"department", Shape::Text, {"department"}},
    {"text", Shape::Rich, {"summary", "details"}},
    points,
    {"keywords", Shape::Words, {"technologies", "keywords", "skills", "stack"}},
    {"tags", Shape::Tags, {"tags"}},
};
constexpr FieldRule volunteer[] = {
    {"role", Shape::Text, {"position", "title"}},
    {"at", Shape::Text, {"organization", "name", "company"}},
    url,
    place_rule,
    start,
    end,
    {"text", Shape::Rich, {"summary", "description"}},
    points,
    {"keywords", Shape::Words, {"technologies", "keywords"}},
};
constexpr FieldRule education[] = {
    {"degree", Shape::Text, {"studyType", "degree"}},
    {"field", Shape::Text, {"area", "major", "field"}},
    {"minor", Shape::Text, {"minor"}},
    {"at", Shape::Text, {"institution", "school", "university", "name"}},
    url,
    place_rule,
    start,
    end,
    {"when", Shape::Date, {"date"}},
    {"score", Shape::Text, {"score", "gpa", "grade", "percentage", "majorGpa"}},
    {"courses", Shape::Points, {"courses"}},
    {"honours", Shape::Words, {"honors", "honours"}},
    {"thesis", Shape::Text, {"thesis"}},
    {"note", Shape::Text, {"qualification", "notes", "note"}},
    {"text", Shape::Rich, {"summary", "description"}},
    points,
};
constexpr FieldRule awards[] = {
    {"title", Shape::Text, {"title", "name"}},
    {"by", Shape::Text, {"awarder", "issuer", "source", "organization"}},
    {"when", Shape::Date, {"date", "year"}},
    start,
    end,
    url,
    place_rule,
    {"text", Shape::Rich, {"summary", "description"}},
    points,
};
constexpr FieldRule certificates[] = {
    {"title", Shape::Text, {"name", "title"}},
    {"by", Shape::Text, {"issuer", "organization", "authority"}},
    {"when", Shape::Date, {"date", "issueDate", "releaseDate", "startDate"}},
    {"expires", Shape::Date, {"expirationDate", "expires", "endDate"}},
    {"number", Shape::Literal, {"number", "credentialId", "licenseNumber"}},
    url,
    {"text", Shape::Rich, {"summary", "description"}},
    points,
};
constexpr FieldRule publications[] = {
    {"title", Shape::Text, {"name", "title"}},
    {"authors", Shape::Literal, {"authors", "author"}},
    {"venue", Shape::Text, {"journal", "venue", "conference"}},
    {"publisher", Shape::Text, {"publisher"}},
    {"when", Shape::Date, {"releaseDate", "date", "year"}},
    {"doi", Shape::Literal, {"doi"}},
    url,
    {"text", Shape::Rich, {"summary", "details", "description"}},
    points,
    {"keywords", Shape::Words, {"keywords"}},
};
constexpr FieldRule skills[] = {
    {"title", Shape::Text, {"name", "category", "title"}},
    {"level", Shape::Text, {"level", "proficiency"}},
    {"items", Shape::Words, {"keywords", "skills", "items"}},
    {"text", Shape::Rich, {"summary", "description"}},
};
constexpr FieldRule languages[] = {
    {"language", Shape::Text, {"language", "name"}},
    {"level", Shape::Text, {"fluency", "level", "value", "proficiency"}},
    {"text", Shape::Rich, {"summary", "description"}},
};
constexpr FieldRule interests[] = {
    {"title", Shape::Text, {"name", "title"}},
    {"keywords", Shape::Words, {"keywords"}},
    {"text", Shape::Rich, {"summary", "description"}},
    url,
};
constexpr FieldRule references[] = {
    {"title", Shape::Text, {"name"}},
    {"role", Shape::Text, {"position", "title", "role"}},
    {"at", Shape::Text, {"company", "organization"}},
    {"relation", Shape::Text, {"relationship", "relation"}},
    {"email", Shape::Literal, {"email"}},
    {"phone", Shape::Literal, {"phone"}},
    url,
    {"quote", Shape::Rich, {"reference", "summary", "quote"}},
};
constexpr FieldRule projects[] = {
    {"title", Shape::Text, {"name", "title"}},
    {"role", Shape::Text, {"roles", "role"}},
    {"at", Shape::Text, {"entity", "organization", "company"}},
    {"when", Shape::Date, {"date", "year", "releaseDate"}},
    start,
    end,
    url,
    place_rule,
    {"text", Shape::Rich, {"description", "summary"}},
    points,
    {"keywords", Shape::Words, {"keywords", "technologies", "stack", "language", "languages"}},
    {"tags", Shape::Tags, {"type", "tags"}},
};
/// Of sections that are the author's own.
constexpr FieldRule others[] = {
    {"title", Shape::Text, {"name", "title", "label"}},
    {"role", Shape::Text, {"position", "role"}},
    {"at", Shape::Text, {"organization", "company", "institution", "issuer", "entity", "publisher", "organizer"}},
    {"when", Shape::Date, {"date", "releaseDate", "year"}},
    start,
    end,
    url,
    place_rule,
    {"text", Shape::Rich, {"summary", "description", "details", "content", "text"}},
    points,
    {"keywords", Shape::Words, {"keywords", "technologies"}},
    {"tags", Shape::Tags, {"type", "tags"}},
};

constexpr SectionRule sections[] = {
    {{"work", "experience", "employment"}, "experience", "a position", work},
    {{"volunteer", "volunteering"}, "volunteering", "an item of `volunteer`", volunteer},
    {{"education"}, "education", "an item of `education`", education},
    {{"awards"}, "awards", "an award", awards},
    {{"certificates", "certifications"}, "certificates", "a certificate", certificates},
    {{"publications"}, "publications", "a publication", publications},
    {{"skills"}, "skills", "a skill", skills},
    {{"languages"}, "languages", "a language", languages},
    {{"interests"}, "interests", "an interest", interests},
    {{"references"}, "references", "a reference", references},
    {{"projects"}, "projects", "a project", projects},
};
constexpr SectionRule own{{}, "", "an item", others};

}  // namespace

SectionRule const* find_section(std::string_view key) {
  auto const* const found = std::find_if(std::begin(sections), std::end(sections), [&](SectionRule const& rule) {
    return std::find(rule.keys.begin(), rule.keys.end(), key) != rule.keys.end();
  });
  return found == std::end(sections) ? nullptr : found;
}

SectionRule const& custom_section() { return own; }

}  // namespace resumec::importers::json_resume

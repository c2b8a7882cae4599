// The table of fields as a JSON Schema (2020-12), for completion and checks in editors. Aliases are accepted; what is kept free is not.

#include "model/lower.hpp"
#include "model/names.hpp"
#include "model/schema.hpp"

#include <nlohmann/json.hpp>

namespace resumec::model {
namespace {

using Json = nlohmann::ordered_json;

Json reference(std::string_view name) { return {{"$ref", "#/$defs/" + std::string{name}}}; }
Json one_or_many(Json one) { return {{"anyOf", {one, {{"type", "array"}, {"items", one}}}}}; }

Json choice(FieldType type) {
  Json words = Json::array();
  for (std::string_view word : choices(type)) words.push_back(word);
  return {{"enum", words}};
}

Json type_of(FieldType type) {
  switch (type) {
    case FieldType::Text:
    case FieldType::RichText:
      return reference("text");
    case FieldType::Texts:
      return one_or_many(reference("text"));
    case FieldType::Literal:
      return reference("literal");
    case FieldType::Literals:
      return one_or_many(reference("literal"));
    case FieldType::Bool:
      return {{"type", "boolean"}};
    case FieldType::Priority:
      return {{"type", "integer"}, {"minimum", 1}, {"maximum", 5}};
    case FieldType::Columns:
      return {{"type", "integer"}, {"minimum", 1}, {"maximum", 4}};
    case FieldType::Integer:
      return {{"type", "integer"}, {"minimum", 1}};
    case FieldType::Lang:
      return {{"type", "string"}, {"pattern", "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"}};
    case FieldType::Version:
      return {{"const", 1}};
    case FieldType::Date:
      return reference("literal");
    case FieldType::When:
      return one_or_many({{"anyOf", {reference("literal"), reference("when")}}});
    case FieldType::Place:
      return {{"anyOf", {reference("text"), reference("where")}}};
    case FieldType::PersonName:
      return {{"anyOf", {reference("literal"), reference("name")}}};
    case FieldType::Links:
      return {{"anyOf",
               {reference("literal"),
                {{"type", "array"},
                 {"items", {{"anyOf", {reference("literal"), reference("link"), {{"type", "object"}, {"maxProperties", 1}}}}}}},
                {{"type", "object"}, {"additionalProperties", one_or_many({{"anyOf", {reference("literal"), reference("link")}}})}}}}};
    case FieldType::Contacts:
      return {{"type", "array"}, {"items", reference("contact")}};
    case FieldType::Points:
      return {{"anyOf", {reference("text"), {{"type", "array"}, {"items", reference("point")}}}}};
    case FieldType::Entries:
      return reference("entries");
    case FieldType::Authors:
      return one_or_many({{"anyOf", {reference("literal"), reference("name")}}});
    case FieldType::Items:
      return reference("items");
    case FieldType::Level:
      return reference("text");
    case FieldType::Sections:
      return {{"type", "object"}, {"additionalProperties", reference("sectionValue")}};
    case FieldType::Layout:
      return {{"anyOf", {reference("literal"), {{"type", "object"}, {"properties", {{"name", reference("literal")}}}}}}};
    case FieldType::Settings:
      return reference("settings");
    case FieldType::Labels:
      return {{"type", "object"}, {"additionalProperties", reference("literal")}};
    case FieldType::Variants:
      return {{"type", "object"}, {"additionalProperties", reference("variant")}};
    case FieldType::Rule:
      return reference("rule");
    case FieldType::Titles:
    case FieldType::Wordings:
      return {{"type", "object"}, {"additionalProperties", reference("text")}};
    case FieldType::Overlay:
      return {{"anyOf", {reference("literal"), {{"type", "object"}}}}};
    case FieldType::Outputs:
      return {{"type", "array"}, {"items", reference("output")}};
    case FieldType::Formats:
      return one_or_many(choice(type));
    case FieldType::Budget:
      return reference("budget");
    case FieldType::Percent:
      return {{"type", {"string", "integer"}}, {"pattern", "^[0-9]{1,3} ?%?$"}};
    case FieldType::Map:
      return {{"type", "object"}};
    case FieldType::Reserved:
      return false;
    case FieldType::Kind: {
      // Plurals and titles of sections are kinds, too.
      return {{"anyOf", {choice(type), {{"type", "string"}}}}};
    }
    case FieldType::Numbering:
    case FieldType::SectionStyle:
    case FieldType::Sort:
    case FieldType::DateStyle:
    case FieldType::Typography:
    case FieldType::Abstracts:
    case FieldType::Stranded:
    case FieldType::PageBreak:
    case FieldType::RecordSort:
    case FieldType::RecordGroup:
      return choice(type);
    case FieldType::Query:
      return {{"anyOf", {one_or_many(reference("literal")), reference("query")}}};
    case FieldType::RecordCriteria:
      return reference("record");
  }
  return true;
}

template <class F>
void for_each_name(Field const& field, F body) {
  body(field.key);
  for (std::string_view alias : words_of(field.aliases)) body(alias);
}

/// The properties that fields of a place have. A key with several rows (by kind of entry) may be any of them.
Json properties(Where where) {
  Json result = Json::object();
  for (Field const& field : fields()) {
    if (!has(field.places, where)) continue;
    for_each_name(field, [&](std::string_view name) {
      std::string const key{name};
      if (field.type == FieldType::Reserved) {
        result[key] = {{"description", "reserved: " + std::string{field.help}}, {"not", Json::object()}};
        return;
      }
      Json schema = type_of(field.type);
      bool const canonical = name == field.key;
      std::string help = canonical ? std::string{field.help} : "the same as `" + std::string{field.key} + "`";
      if (!result.contains(key)) {
        schema["description"] = help;
        result[key] = schema;
        return;
      }
      Json& known = result[key];
      if (canonical) known["description"] = known["description"].get<std::string>() + "; " + help;
      Json bare = known;
      bare.erase("description");
      if (bare == schema) return;
      known = {{"anyOf", {bare, schema}}, {"description", known["description"]}};
    });
  }
  return result;
}

Json object(Where where) {
  return {{"type", "object"}, {"properties", properties(where)}, {"patternProperties", {{"^x-", true}}}, {"additionalProperties", false}};
}

}  // namespace

std::string json_schema() {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "resumec résumé, format 1"}};
  schema.update(object(Where::Top));
  schema["required"] = {"name"};
  Json& definitions = schema["$defs"];
  definitions["literal"] = {{"type", {"string", "number", "boolean", "null"}}};
  definitions["text"] = {{"anyOf",
                          {reference("literal"),
                           {{"type", "object"},
                            {"minProperties", 1},
                            {"propertyNames", type_of(FieldType::Lang)},
                            {"additionalProperties", reference("literal")}}}}};
  definitions["labelled"] = {
      {"type", "object"}, {"minProperties", 1}, {"maxProperties", 1}, {"additionalProperties", one_or_many(reference("literal"))}};
  definitions["items"] = {{"anyOf",
                           {one_or_many({{"anyOf", {reference("literal"), reference("item"), reference("labelled")}}}),
                            {{"type", "object"}, {"minProperties", 1}, {"additionalProperties", one_or_many(reference("literal"))}}}}};
  definitions["name"] = object(Where::Name);
  definitions["where"] = object(Where::Where);
  definitions["when"] = object(Where::When);
  definitions["link"] = object(Where::Link);
  definitions["contact"] = object(Where::Contact);
  definitions["contact"]["additionalProperties"] = one_or_many(reference("literal"));  // networks
  definitions["item"] = object(Where::Item);
  definitions["point"] = {
      {"anyOf",
       {reference("literal"),
        object(Where::Point),
        {{"type", "object"},
         {"minProperties", 1},
         {"maxProperties", 1},
         {"additionalProperties", {{"anyOf", {reference("literal"), {{"type", "array"}, {"items", reference("point")}}}}}}}}}};
  definitions["entry"] = object(Where::Entry);
  definitions["entries"] = {
      {"anyOf",
       {reference("literal"), reference("entry"), {{"type", "array"}, {"items", {{"anyOf", {reference("entry"), reference("point")}}}}}}}};
  definitions["section"] = object(Where::Section);
  definitions["sectionValue"] = {
      {"anyOf",
       {reference("section"),
        reference("entries"),
        reference("text"),
        {{"type", "object"}, {"additionalProperties", {{"anyOf", {reference("literal"), reference("entries"), reference("entry")}}}}}}}};
  definitions["settings"] = object(Where::Settings);
  definitions["budget"] = object(Where::Budget);
  definitions["output"] = object(Where::Output);
  definitions["query"] = object(Where::Query);
  definitions["record"] = object(Where::Record);
  definitions["variant"] = object(Where::Variant);
  definitions["rule"] = object(Where::Rule);
  return schema.dump(2) + "\n";
}

}  // namespace resumec::model

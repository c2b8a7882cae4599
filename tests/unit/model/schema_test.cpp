#include "model/schema.hpp"

#include "model/lower.hpp"
#include "model/yaml_words.hpp"
#include "support/places.hpp"
#include "syntax/yaml.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <sstream>

namespace resumec::model {
namespace {

constexpr Where wheres[] = {Where::Top,   Where::Name,  Where::Where, Where::When,     Where::Contact, Where::Link, Where::Section,
                            Where::Entry, Where::Point, Where::Item,  Where::Settings, Where::Variant, Where::Rule};

std::vector<std::string> names_of(Field const& field) {
  std::vector<std::string> names{std::string{field.key}};
  std::istringstream aliases{std::string{field.aliases}};
  for (std::string alias; aliases >> alias;) names.push_back(alias);
  return names;
}

TEST(Schema, NoNameMeansTwoFieldsOfOnePlaceAndKind) {
  for (Where place : wheres)
    for (std::size_t i = 0; i < kind_count; ++i) {
      std::set<std::string> seen;
      for (Field const& field : fields()) {
        if (!has(field.places, place) || !field.takes(static_cast<Kind>(i))) continue;
        for (std::string const& name : names_of(field))
          EXPECT_TRUE(seen.insert(name).second) << name << " of " << name_of(static_cast<Kind>(i));
      }
      if (place != Where::Entry) break;
    }
}

TEST(Schema, EveryFieldHasHelpAndAnExample) {
  for (Field const& field : fields()) {
    EXPECT_FALSE(field.help.empty()) << field.key;
    EXPECT_EQ(field.example.empty(), field.type == FieldType::Reserved) << field.key;
    EXPECT_FALSE(describe(field.type).empty()) << field.key;
  }
}

TEST(Schema, TheTellingKeyIsTakenByItsKind) {
  for (Field const& field : fields()) EXPECT_TRUE(field.tell == Kind::Other || field.takes(field.tell)) << field.key;
}

TEST(Schema, IsJsonWithEveryKey) {
  auto const schema = nlohmann::json::parse(json_schema());
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(schema["required"], nlohmann::json::array({"name"}));
  for (Field const& field : fields()) {
    EXPECT_TRUE(!has(field.places, Where::Top) || schema["properties"].contains(std::string{field.key})) << field.key;
    if (!has(field.places, Where::Entry)) continue;
    for (std::string const& name : names_of(field)) EXPECT_TRUE(schema["$defs"]["entry"]["properties"].contains(name)) << name;
  }
}

TEST(Schema, EveryReferenceHasADefinition) {
  auto const schema = nlohmann::json::parse(json_schema());
  std::string const text = json_schema();
  for (std::size_t at = text.find("#/$defs/"); at != std::string::npos; at = text.find("#/$defs/", at + 1)) {
    std::size_t const begin = at + 8;
    std::string const name = text.substr(begin, text.find('"', begin) - begin);
    EXPECT_TRUE(schema["$defs"].contains(name)) << name;
  }
}

TEST(Reference, HasAPartForEveryKind) {
  std::string const page = reference_page();
  for (std::size_t i = 0; i < kind_count; ++i)
    EXPECT_NE(page.find("## Kind `" + std::string{name_of(static_cast<Kind>(i))} + "`\n"), std::string::npos);
}

void collect_keys(syntax::Node const& node, std::set<std::string>& keys) {
  for (syntax::Node const& item : node.items) collect_keys(item, keys);
  for (syntax::Member const& member : node.members) {
    keys.insert(member.key);
    collect_keys(member.value, keys);
  }
}

TEST(Schema, TheExampleOfEveryKindHasEveryKey) {
  std::ifstream file{places::source("examples/every-kind.yaml")};
  std::string const text{std::istreambuf_iterator<char>{file}, {}};
  Diagnostics diagnostics;
  std::set<std::string> keys;
  collect_keys(syntax::read_yaml(SourceId{1}, text, diagnostics, yaml_words()), keys);
  // A name is either in parts or as it is displayed; and there is no photograph of somebody who does not exist.
  // Nor is there a file of publications beside it: docs/guide/publications.md has what takes from one.
  keys.insert({"display", "photo", "bib", "from", "author", "tag", "until"});
  for (Field const& field : fields()) EXPECT_TRUE(field.type == FieldType::Reserved || keys.contains(std::string{field.key})) << field.key;
}

TEST(Schema, AFieldOfTheSameNameIsFound) {
  EXPECT_EQ(find_field(Where::Entry, "Start Date", Kind::Position), find_field(Where::Entry, "start", Kind::Position));
  EXPECT_EQ(find_exact_field(Where::Entry, "Start Date", Kind::Position), nullptr);
  EXPECT_EQ(find_field(Where::Top, "Naam"), nullptr);
}

}  // namespace
}  // namespace resumec::model

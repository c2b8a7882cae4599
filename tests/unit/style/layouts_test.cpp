// The layouts that ship, the test's own, and the language's table.
#include "style/grammar.hpp"
#include "style/layout_file.hpp"
#include "support/places.hpp"
#include "unit/style/layout_fixture.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace resumec::style {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::string file(std::filesystem::path const& path) {
  std::ifstream stream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

TEST(Layouts, that_ship_are_those_that_are_named) {
  std::vector<std::string> found;
  for (auto const& entry : std::filesystem::directory_iterator{places::source("layouts")}) {
    if (entry.path().extension() == ".xml") found.push_back(entry.path().stem().string());
  }
  std::sort(found.begin(), found.end());
  auto const named = builtin_layouts();
  EXPECT_EQ(found, std::vector<std::string>(named.begin(), named.end()));
}

TEST(Layouts, that_ship_have_no_mistakes_and_describe_every_option) {
  for (auto const name : builtin_layouts()) {
    auto const loaded = load(file(places::source("layouts/") + std::string{name} + ".xml"));
    EXPECT_THAT(loaded.findings(), IsEmpty()) << name;
    ASSERT_NE(loaded.layout, nullptr);
    EXPECT_EQ(loaded.layout->name, name);
    auto const text = describe(*loaded.layout);
    for (auto const option : standard_options) EXPECT_THAT(text, HasSubstr("\n  " + std::string{option} + ": "));
    for (auto const& option : loaded.layout->options) EXPECT_FALSE(option.help.empty()) << option.name;
  }
}

TEST(Layouts, of_the_tests_have_two_columns) {
  auto const loaded = load(file(places::source("tests/support/two-column.xml")));
  EXPECT_THAT(loaded.findings(), IsEmpty());
  ASSERT_NE(loaded.layout, nullptr);
  EXPECT_TRUE(loaded.layout->two_columns);
}

TEST(Layouts, that_do_not_exist_are_named_with_the_nearest) {
  auto const world = memory_world({});
  Diagnostics diagnostics;
  EXPECT_EQ(load_layout("clasic", Span{}, *world, diagnostics), nullptr);
  EXPECT_EQ(load_layout("mine.xml", Span{}, *world, diagnostics), nullptr);
  ASSERT_EQ(diagnostics.size(), 2U);
  EXPECT_EQ(diagnostics.begin()->kind, "unknown-layout");
  EXPECT_THAT(diagnostics.begin()->hints, testing::ElementsAre("did you mean `classic`?"));
  EXPECT_EQ(std::next(diagnostics.begin())->kind, "file-not-found");
}

TEST(Grammar, every_element_has_a_rule_and_its_children_exist) {
  for (auto const& rule : element_rules()) {
    EXPECT_EQ(&rule_of(rule.kind), &rule);
    for (auto const child : split_words(rule.children)) EXPECT_NE(find_element(child), nullptr) << child;
    for (auto const& attribute : rule.attributes) EXPECT_EQ(attribute.minimum.empty(), attribute.maximum.empty()) << attribute.name;
  }
}

TEST(Grammar, composed_slots_are_made_of_slots) {
  for (auto const& slot : slot_rules()) {
    for (auto const part : split_words(slot.parts)) EXPECT_NE(find_slot(slot.scope, part), nullptr) << part;
  }
}

TEST(Grammar, the_schema_defines_all_that_it_refers_to) {
  auto const schema = relax_ng();
  for (std::size_t at = schema.find("<ref name=\""); at != std::string::npos; at = schema.find("<ref name=\"", at + 1)) {
    auto const begin = at + 11;
    auto const name = schema.substr(begin, schema.find('"', begin) - begin);
    EXPECT_THAT(schema, HasSubstr("<define name=\"" + name + "\">"));
  }
}

}  // namespace
}  // namespace resumec::style

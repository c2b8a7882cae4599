// What valid YAML becomes.
#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::syntax {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(YamlTree, ScalarsAreNeverResolved) {
  Reading const reading{"v: [2020-09, yes, 1.10, 0x1F, 'null', \"~\", 2402.18508]\n"};
  EXPECT_THAT(items(reading), ElementsAre("2020-09", "yes", "1.10", "0x1F", "null", "~", "2402.18508"));
  EXPECT_TRUE(reading.diagnostics.empty());
}

TEST(YamlTree, NothingAndPlainNullAreNull) {
  Reading const reading{"v:\n  -\n  - ~\n  - null\n  - Null\n  - text\n"};
  EXPECT_THAT(items(reading), ElementsAre("null", "null", "null", "null", "text"));
}

TEST(YamlTree, EmptySourceIsNull) {
  EXPECT_TRUE(Reading{""}.root.is_null());
  EXPECT_TRUE(Reading{"# only a remark\n"}.root.is_null());
}

TEST(YamlTree, ByteOrderMarkAndCrLfAreFine) {
  Reading const reading{"\xEF\xBB\xBFname: Zo\xC3\xAB\r\ntext: |\r\n  a\r\n  b\r\n"};
  EXPECT_EQ(reading.root.find("name")->value.text(), "Zo\xC3\xAB");
  EXPECT_EQ(reading.at(reading.root.find("name")->key_span), "name");
  EXPECT_EQ(reading.root.find("text")->value.text(), "a\nb\n");
  EXPECT_TRUE(reading.diagnostics.empty());
}

TEST(YamlTree, JsonIsYaml) {
  Reading const reading{"{\"a\": [1, {\"b\": null}],\n \"c\": \"\\\"x\\\"\"}\n"};
  EXPECT_EQ(dump(reading.root),
            "map 0-38\n"
            "\"a\" 1-4: list 6-22\n"
            "  - plain 7-8 \"1\"\n"
            "  - map 10-21\n"
            "    \"b\" 11-14: null 16-20\n"
            "\"c\" 25-28: double-quoted 30-37 \"\\\"x\\\"\"\n");
}

TEST(YamlTree, AnchorsAndAliasesRepeatNodes) {
  Reading const reading{"a: &x [1, 2]\nb: *x\n"};
  EXPECT_EQ(dump(reading.root.find("b")->value), dump(reading.root.find("a")->value));
  EXPECT_TRUE(reading.diagnostics.empty());
}

TEST(YamlTree, MergeKeysGiveWhatIsNotSetThere) {
  Reading const reading{"base: &b {x: 1, y: 2}\nmore: &m {y: 8, z: 9}\nd:\n  y: 3\n  <<: [*b, *m]\n"};
  Node const& merged = reading.root.find("d")->value;
  ASSERT_EQ(merged.members.size(), 3U);
  EXPECT_EQ(merged.find("x")->value.text(), "1");
  EXPECT_EQ(merged.find("y")->value.text(), "3");
  EXPECT_EQ(merged.find("z")->value.text(), "9");
  EXPECT_TRUE(reading.diagnostics.empty());
}

TEST(YamlTree, AQuotedMergeKeyIsAnOrdinaryKey) {
  Reading const reading{"'<<': text\n"};
  EXPECT_NE(reading.root.find("<<"), nullptr);
  EXPECT_TRUE(reading.diagnostics.empty());
}

TEST(YamlTree, AOneKeyItemStaysAMapThatSpansItsText) {
  Reading const reading{"p:\n  - Thesis: Efficient search\n"};
  Node const& item = reading.root.members[0].value.items[0];
  ASSERT_TRUE(item.is_map());
  EXPECT_EQ(reading.at(item.span), "Thesis: Efficient search");
}

TEST(YamlTree, TheLastLineNeedsNoLineEnd) { EXPECT_EQ(Reading{"a: b"}.root.find("a")->value.text(), "b"); }

TEST(YamlTree, EqualTitlesAreLegalDirectlyUnderSectionsOnly) {
  Reading const legal{"sections:\n  Talks: a\n  Talks: b\n"};
  EXPECT_THAT(legal.findings(), IsEmpty());
  EXPECT_EQ(legal.root.find("sections")->value.members.size(), 2U);
  Reading const nested{"x:\n  sections:\n    Talks: a\n    Talks: b\n"};
  EXPECT_THAT(nested.findings(), ElementsAre("duplicate-key \"Talks\""));
}

TEST(YamlTree, DuplicateKeysAreKeptAndReportedWithBothPlaces) {
  Reading const reading{"a: 1\nb: 2\na: 3\n"};
  ASSERT_THAT(reading.findings(), ElementsAre("duplicate-key \"a\""));
  Diagnostic const& found = *reading.diagnostics.begin();
  EXPECT_EQ(found.span.begin, 10U);
  ASSERT_EQ(found.labels.size(), 1U);
  EXPECT_EQ(found.labels[0].span.begin, 0U);
  EXPECT_EQ(reading.root.members.size(), 3U);
}

TEST(YamlTree, DuplicatesAreFoundInLargeMapsToo) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "key" + std::to_string(i % 99) + ": x\n";
  EXPECT_THAT(Reading{text}.findings(), ElementsAre("duplicate-key \"key0\""));
}

}  // namespace
}  // namespace resumec::syntax

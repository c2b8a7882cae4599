// Text that YAML would refuse or silently mangle: every line of the table in the format study (yaml-cpp 0.7 alone fails
// or loses text on each), and its relatives.
#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::syntax {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct TrapCase {
  char const* name;
  char const* written;  ///< behind `- `
};

class YamlTrap : public testing::TestWithParam<TrapCase> {};

TEST_P(YamlTrap, IsTextWithANoteAndAFix) {
  std::string const written = GetParam().written;
  Reading const reading{"list:\n  - before\n  - " + written + "\n  - after\n"};
  EXPECT_THAT(items(reading), ElementsAre("before", written, "after"));
  EXPECT_THAT(reading.findings(), ElementsAre("text-needs-quotes \"" + written + '"'));
  EXPECT_EQ(reading.diagnostics.begin()->severity, Severity::Note);
  EXPECT_EQ(reading.at(reading.root.members[0].value.items[1].span), written);
  EXPECT_EQ(reading.root.members[0].value.items[1].style, ScalarStyle::Plain);
  Reading const fixed{reading.fixed()};
  EXPECT_THAT(fixed.findings(), IsEmpty());
  EXPECT_THAT(items(fixed), ElementsAre("before", written, "after"));
}

INSTANTIATE_TEST_SUITE_P(All, YamlTrap,
                         testing::Values(TrapCase{"bold", "**bold** text"}, TrapCase{"emphasis", "*John*"},
                                         TrapCase{"apostrophe", "*John*'s list"}, TrapCase{"at", "@joe"}, TrapCase{"code", "`code`"},
                                         TrapCase{"percent", "%50"}, TrapCase{"link_and_text", "[link](u) text"},
                                         TrapCase{"link", "[link](u)"}, TrapCase{"more_than", "> 100 users"}, TrapCase{"bar", "| a table"},
                                         TrapCase{"block_digit", ">5"}, TrapCase{"quoted_start", "\"Quoted\" start"},
                                         TrapCase{"single_start", "'Quoted' start"}, TrapCase{"braces", "{x} y"},
                                         TrapCase{"tag", "!important"}, TrapCase{"tag_and_text", "!important note"},
                                         TrapCase{"anchor", "&co founders"}, TrapCase{"lone_anchor", "&co"}, TrapCase{"colon", ": colon"},
                                         TrapCase{"question", "? why"}, TrapCase{"citation", "[@smith; @jones]"},
                                         TrapCase{"silent_citation", "[-@smith]"}, TrapCase{"citation_and_text", "[@smith] and more"},
                                         TrapCase{"span", "[SQL]{.smallcaps}"}),
                         [](testing::TestParamInfo<TrapCase> const& entry) { return std::string{entry.param.name}; });

TEST(YamlTraps, SecondColonOnALine) {
  Reading const reading{"a: b: c\n"};
  EXPECT_EQ(reading.root.find("a")->value.text(), "b: c");
  EXPECT_THAT(reading.findings(), ElementsAre("text-needs-quotes \"b: c\""));
}

TEST(YamlTraps, KeysOfTextAreQuotedAlone) {
  Reading const reading{"list:\n  - **Lead**: co-lead\n  - [link](u): text\n**Bold**:\n  - x\n\"Quoted\" key: v\n"};
  EXPECT_EQ(reading.root.members[0].value.items[0].members[0].key, "**Lead**");
  EXPECT_EQ(reading.root.members[0].value.items[1].members[0].key, "[link](u)");
  EXPECT_EQ(reading.root.find("**Bold**")->value.items.size(), 1U);
  EXPECT_EQ(reading.root.find("\"Quoted\" key")->value.text(), "v");
}

TEST(YamlTraps, InsideBrackets) {
  Reading const reading{"list: [*bold* thing, @joe, [a](b) c, \"Q\" r, plain, [nested, *x*]]\n"};
  EXPECT_THAT(items(reading), ElementsAre("*bold* thing", "@joe", "[a](b) c", "\"Q\" r", "plain", "list"));
  EXPECT_EQ(reading.root.members[0].value.items[5].items[1].text(), "*x*");
}

TEST(YamlTraps, OverSeveralLines) {
  Reading const reading{"list:\n  - *long* text\n    goes on\n\n    and on\n  - next\n"};
  EXPECT_THAT(items(reading), ElementsAre("*long* text goes on\nand on", "next"));
}

TEST(YamlTraps, OneNoteForAllOfAKind) {
  std::string text = "list:\n";
  for (int i = 0; i < 30; ++i) text += "  - **bold**\n";
  Reading const reading{text};
  ASSERT_EQ(reading.diagnostics.size(), 1U);
  EXPECT_EQ(reading.diagnostics.begin()->fixes.size(), 30U);
  EXPECT_EQ(reading.diagnostics.begin()->hints[0], "29 more texts need the same; quotes make it clear to every reader of YAML");
}

TEST(YamlTraps, RealSyntaxIsLeftAlone) {
  for (char const* source : {"a: &x 1\nb: *x\n", "a: !!str 1\n", "a: |\n  *x* : y # z\n  - @b\n", "a: >-\n  [x](y) z\n",
                             "a: [x, y]\nb: {c: d}\n", "a: \"x: y\"\n", "- - a\n  - b\n", "? k\n: v\n", "a:  # remark\n  b: c\n",
                             "a: b  # remark\n", "- x: y  ## remark\n", "a: http://x.y/#z\n", "a: C#\n", "&top\na: b\n",
                             "a: '*x*'\nb: \"@y\"\n", "a: -1\nb: ?x\nc: :x\n", "[a, b]\n", "a: [\n  b,\n]\nc: d\n"}) {
    EXPECT_THAT(Reading{source}.findings(), IsEmpty()) << source;
  }
}

TEST(YamlTraps, TextCutByABlankAndHashIsAWarningThatShowsIt) {
  Reading const reading{"list:\n  - Text with # hash\n  - Solved issue #12\n"};
  EXPECT_THAT(items(reading), ElementsAre("Text with", "Solved issue"));
  EXPECT_THAT(reading.findings(), ElementsAre("comment-cut \"# hash\"", "comment-cut \"#12\""));
  EXPECT_EQ(reading.diagnostics.begin()->severity, Severity::Warning);
  EXPECT_THAT(items(Reading{reading.fixed()}), ElementsAre("Text with # hash", "Solved issue #12"));
}

TEST(YamlTraps, AnItemThatIsAllCommentIsAWarning) {
  Reading const reading{"list:\n  - # of users grew\n  - x\n"};
  EXPECT_THAT(items(reading), ElementsAre("error", "x"));
  EXPECT_THAT(reading.findings(), ElementsAre("comment-cut \"# of users grew\""));
  EXPECT_THAT(items(Reading{reading.fixed()}), ElementsAre("# of users grew", "x"));
}

TEST(YamlTraps, AListFoldedIntoTextIsAWarning) {
  Reading const reading{"list:\n  - Parent\n    - child\n"};
  EXPECT_THAT(items(reading), ElementsAre("Parent - child"));
  EXPECT_THAT(reading.findings(), ElementsAre("folded-list \"- child\""));
}

}  // namespace
}  // namespace resumec::syntax

// Text that is wrong: each error at its place, none hides the next, and what can be read is read.
#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace resumec::syntax {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

TEST(YamlErrors, UnclosedQuoteIsReportedAtItsOpening) {
  Reading const reading{"- role: \"Engineer\n  at: Tidewater\n- role: 'Tis\n  at: Lakeside\n"};
  EXPECT_THAT(reading.findings(), ElementsAre("unclosed-quote \"\"\"", "unclosed-quote \"'\""));
  EXPECT_EQ(reading.root.items[0].find("role")->value.kind, Node::Kind::Error);
  EXPECT_EQ(reading.root.items[0].find("at")->value.text(), "Tidewater");
  EXPECT_EQ(reading.root.items[1].find("at")->value.text(), "Lakeside");
}

TEST(YamlErrors, AQuoteOverSeveralDeeperLinesIsFine) {
  Reading const reading{"a: \"one\n  two: three\n\n  four\"\nb: c\n"};
  EXPECT_THAT(reading.findings(), IsEmpty());
  EXPECT_EQ(reading.root.find("a")->value.text(), "one two: three\nfour");
}

TEST(YamlErrors, UnclosedBrackets) {
  Reading const reading{"a: [1, 2\nb: {x: y\nc: [\"open, z]\nd: e\n"};
  EXPECT_THAT(reading.findings(), ElementsAre("unclosed-bracket \"[\"", "unclosed-bracket \"{\"", "unclosed-quote \"\"\""));
  EXPECT_EQ(reading.root.find("d")->value.text(), "e");
}

TEST(YamlErrors, TabsAreOneErrorWithAFixForEveryLine) {
  Reading const reading{"a:\n\t- b\n\t- c: d\n\t  e: f\n"};
  EXPECT_THAT(reading.findings(), ElementsAre("tab-indentation \"\t\""));
  EXPECT_EQ(reading.root.find("a")->value.items[1].find("e")->value.text(), "f");
  Reading const fixed{reading.fixed()};
  EXPECT_THAT(fixed.findings(), IsEmpty());
  EXPECT_EQ(fixed.root.find("a")->value.items[1].find("e")->value.text(), "f");
}

TEST(YamlErrors, ATabTakesTheWidthThatFitsAnOpenColumn) {
  Reading const reading{"a:\n  - role: x\n\tat: y\n"};
  EXPECT_EQ(reading.root.find("a")->value.items[0].find("at")->value.text(), "y");
}

TEST(YamlErrors, NoBreakSpacesAreMended) {
  Reading const reading{
      "a:\n\xC2\xA0\xC2\xA0"
      "b: c\nd:\xC2\xA0"
      "e\nf:\n  -\xC2\xA0g\n"};
  EXPECT_EQ(reading.root.find("a")->value.find("b")->value.text(), "c");
  EXPECT_EQ(reading.root.find("d")->value.text(), "e");
  EXPECT_EQ(reading.root.find("f")->value.items[0].text(), "g");
  ASSERT_EQ(reading.diagnostics.size(), 1U);
  EXPECT_EQ(reading.diagnostics.begin()->kind, "unicode-blank");
  EXPECT_THAT(Reading{reading.fixed()}.findings(), IsEmpty());
}

TEST(YamlErrors, MergeConflictKeepsOurSide) {
  Reading const reading{"a: 1\n<<<<<<< HEAD\nb: 2\n||||||| base\nb: 0\n=======\nb: 3\n>>>>>>> other\nc: 4\n"};
  EXPECT_THAT(reading.findings(), ElementsAre("merge-conflict \"<<<<<<<\""));
  EXPECT_EQ(reading.root.find("b")->value.text(), "2");
  EXPECT_EQ(reading.root.find("c")->value.text(), "4");
}

TEST(YamlErrors, OnlyTheFirstDocumentIsRead) {
  Reading const reading{"---\na: b\n---\nc: d\n"};
  EXPECT_THAT(reading.findings(), ElementsAre("several-documents \"---\""));
  EXPECT_EQ(reading.root.members.size(), 1U);
  EXPECT_THAT(Reading{"---\na: b\n...\n"}.findings(), IsEmpty());
}

TEST(YamlErrors, AMisplacedKeyIsReadWhereItBelongs) {
  Reading const reading{"name: x\n  email: y\nz: 1\n"};
  EXPECT_THAT(reading.findings(), ElementsAre("misplaced-key \"email\""));
  EXPECT_EQ(reading.root.find("name")->value.text(), "x");
  EXPECT_EQ(reading.root.find("email")->value.text(), "y");
  EXPECT_THAT(Reading{reading.fixed()}.findings(), IsEmpty());
}

TEST(YamlErrors, StrayText) {
  Reading const reading{"name: x\nhello world\nemail:b\nz: 1\n"};
  EXPECT_THAT(reading.findings(), ElementsAre("stray-text \"hello world\"", "stray-text \"email:b\""));
  EXPECT_EQ(reading.root.find("z")->value.text(), "1");
}

TEST(YamlErrors, ADashWithoutItsBlank) {
  Reading const entries{"work:\n  -role: Cook\n   at: Inn\n  -role: Baker\n    at: Shop\n  - role: Smith\n"};
  EXPECT_THAT(entries.findings(), ElementsAre("joined-dash \"-\"", "joined-dash \"-\""));
  auto const& items = entries.root.find("work")->value.items;
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0].find("at")->value.text(), "Inn");
  EXPECT_EQ(items[1].find("at")->value.text(), "Shop");
  EXPECT_EQ(items[2].find("role")->value.text(), "Smith");

  Reading const points{"points:\n  -one\n  -two\n"};
  EXPECT_THAT(points.findings(), ElementsAre("joined-dash \"-\"", "joined-dash \"-\""));
  EXPECT_EQ(points.root.find("points")->value.items.size(), 2U);
  EXPECT_THAT(Reading{points.fixed()}.findings(), IsEmpty());

  for (char const* const text :
       {"text:\n  -20 degrees\n  and more\n", "text: -Wall\n", "text:\n  -Wall is an option\n", "text:\n  --- a\n"})
    EXPECT_THAT(Reading{text}.findings(), IsEmpty()) << text;
}

TEST(YamlErrors, ACarriageReturnEndsTheText) {
  for (char const* const text : {"\r", "\r\r", "name:\r", "name: x\n\r", "- \r"}) EXPECT_THAT(Reading{text}.findings(), IsEmpty());
  Reading{"\r\t#x\n"};  // is read without looking before the text
  EXPECT_EQ(Reading{"name: x\r"}.root.find("name")->value.text(), "x");
}

TEST(YamlErrors, TheSecondDocumentIsShownWhereItBegins) {
  Reading const reading{"name: x\n...\n---\nname: y\n"};
  EXPECT_THAT(reading.findings(), ElementsAre("several-documents \"---\""));
}

TEST(YamlErrors, StrayTextInTheLastLine) {
  Reading const reading{"name: x\nemail:b\n"};
  EXPECT_THAT(reading.findings(), ElementsAre("stray-text \"email:b\""));
  ASSERT_EQ(reading.root.members.size(), 2U);
  EXPECT_EQ(reading.root.members[1].key, "email");
  EXPECT_EQ(reading.root.members[1].value.kind, Node::Kind::Error);
  EXPECT_THAT(Reading{reading.fixed()}.findings(), IsEmpty());
  EXPECT_THAT(Reading{"? a\n? b\n"}.findings(), IsEmpty());
  EXPECT_THAT(Reading{"{a, b: c}\n"}.findings(), IsEmpty());
}

TEST(YamlErrors, EveryErrorOfASourceInOneRun) {
  Reading const reading{"a: \"x\\qy\"\nb:\n  - c: \"\\uZZZZ\"\n  - d: [1}\n  - e\nf: {g: h\ni: j\n"};
  EXPECT_THAT(reading.findings(), Contains(StartsWith("yaml-syntax")).Times(2));
  EXPECT_THAT(reading.findings(), Contains(StartsWith("unclosed-bracket")).Times(2));
  EXPECT_EQ(reading.root.find("a")->value.text(), "x\\qy") << "what is no escape is read as it stands";
  EXPECT_EQ(reading.root.find("b")->value.items.size(), 3U);
  EXPECT_EQ(reading.root.find("b")->value.items[2].text(), "e");
  EXPECT_EQ(reading.root.find("i")->value.text(), "j");
}

TEST(YamlErrors, AKeyMustBeText) { EXPECT_THAT(Reading{"? [a, b]\n: c\n"}.findings(), ElementsAre("key-not-text \"[a, b]\"")); }

TEST(YamlErrors, MergingWhatIsNoMap) { EXPECT_THAT(Reading{"a: &a [1]\nb:\n  <<: *a\n"}.findings(), ElementsAre("merge-not-map \"<<\"")); }

TEST(YamlErrors, AnAliasInsideItsAnchor) {
  Reading const reading{"a: &a [*a]\nb: c\n"};
  EXPECT_THAT(reading.findings(), ElementsAre("recursive-alias \"*a\""));
  EXPECT_EQ(reading.root.find("b")->value.text(), "c");
}

TEST(YamlErrors, AnAliasBombIsCheapAndReportedOnce) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 40; ++i) {
    std::string const last = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int j = 0; j < 7; ++j) text += ", " + last;
    text += "]\n";
  }
  Reading const reading{text, {.expansion = 10'000}};
  std::vector<std::string> const findings = reading.findings();
  EXPECT_EQ(std::count_if(findings.begin(), findings.end(), [](std::string const& line) { return line.starts_with("alias-expansion"); }),
            1);
}

TEST(YamlErrors, AliasesCannotNestWithoutBound) {
  std::string text = "a0: &a0 [x]\n";
  for (int i = 1; i < 300; ++i) text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
  EXPECT_THAT(Reading{text}.findings(), Contains(StartsWith("nesting-too-deep")));
}

TEST(YamlErrors, NestingIsBounded) {
  EXPECT_THAT(Reading{std::string(100, '[') + std::string(100, ']')}.findings(), IsEmpty());
  EXPECT_THAT(Reading{std::string(129, '[') + std::string(129, ']')}.findings(), ElementsAre("nesting-too-deep \"[\""));
  std::string blocks;
  for (std::size_t i = 0; i < 200; ++i) blocks += std::string(i, ' ') + "k:\n";
  EXPECT_THAT(Reading{blocks + std::string(200, ' ') + "x\n"}.findings(), Contains(StartsWith("nesting-too-deep")));
  std::string dashes;
  for (int i = 0; i < 200; ++i) dashes += "- ";
  EXPECT_THAT(Reading{dashes + "x\n"}.findings(), Contains(StartsWith("nesting-too-deep")));
}

}  // namespace
}  // namespace resumec::syntax

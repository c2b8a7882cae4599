// JSON as it is written: trees, places, and what is said of slips.
#include "syntax/json.hpp"

#include "base/append.hpp"

#include "reading.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace resumec::syntax {
namespace {

struct Read : ReadText {
  explicit Read(std::string text, JsonLimits const& limits = {}) : ReadText{std::move(text), {}, {}} {
    root = read_json(SourceId{1}, source, diagnostics, limits);
    diagnostics.sort();
  }
};

using Findings = std::vector<std::string>;

/// The tree without places, as JSON writes it: for texts whose places are not in question.
std::string shape(Node const& node) {
  switch (node.kind) {
    case Node::Kind::Null:
      return "null";
    case Node::Kind::Error:
      return "error";
    case Node::Kind::Scalar:
      return node.style == ScalarStyle::Plain ? node.scalar.text : '"' + node.scalar.text + '"';
    case Node::Kind::List: {
      std::string text;
      for (Node const& item : node.items) text += (text.empty() ? "" : ",") + shape(item);
      return '[' + text + ']';
    }
    case Node::Kind::Map: {
      std::string text;
      for (Member const& member : node.members) text += (text.empty() ? "" : ",") + member.key + ':' + shape(member.value);
      return '{' + text + '}';
    }
  }
  return {};
}

TEST(Json, GivesATreeWithPlaces) {
  Read const read{R"({"name": "Bob", "tags": ["a", 1.50, true, null], "empty": {}})"};
  EXPECT_EQ(dump(read.root),
            "map 0-61\n"
            "\"name\" 1-7: double-quoted 9-14 \"Bob\"\n"
            "\"tags\" 16-22: list 24-47\n"
            "  - double-quoted 25-28 \"a\"\n"
            "  - plain 30-34 \"1.50\"\n"
            "  - plain 36-40 \"true\"\n"
            "  - null 42-46\n"
            "\"empty\" 49-56: map 58-60\n");
  EXPECT_EQ(read.findings(), Findings{});
}

TEST(Json, DecodesEscapesAndKnowsWhereTheyStood) {
  Read const read{R"(["a\u00e9\n\"\ud83d\ude00\/z"])"};
  Node const& text = read.root.items.at(0);
  EXPECT_EQ(text.scalar.text, "aé\n\"\xF0\x9F\x98\x80/z");
  EXPECT_EQ(read.at(text.scalar.at(0, 1)), "a");
  EXPECT_EQ(read.at(text.scalar.at(1, 3)), "\\u00e9");
  EXPECT_EQ(read.at(text.scalar.at(3, 4)), "\\n");
  EXPECT_EQ(read.at(text.scalar.at(5, 9)), "\\ud83d\\ude00");
  EXPECT_EQ(read.at(text.scalar.at(10, 11)), "z");
  EXPECT_EQ(read.at(text.scalar.at(0, text.scalar.text.size())), R"(a\u00e9\n\"\ud83d\ude00\/z)");
  EXPECT_EQ(read.findings(), Findings{});
}

TEST(Json, LineEndsAreLineFeeds) {
  Read const read{R"(["a\r\nb\rc"])"};
  EXPECT_EQ(read.root.items.at(0).scalar.text, "a\nb\nc");
  EXPECT_EQ(read.at(read.root.items.at(0).scalar.at(2, 3)), "b");
}

struct Case {
  std::string source, tree;
  Findings findings;
};

class JsonSlips : public testing::TestWithParam<Case> {};

TEST_P(JsonSlips, AreReadAndSaid) {
  Read const read{GetParam().source};
  EXPECT_EQ(shape(read.root), GetParam().tree);
  EXPECT_EQ(read.findings(), GetParam().findings);
}

INSTANTIATE_TEST_SUITE_P(Loose, JsonSlips,
                         testing::Values(Case{"// a\n{ /* b */ \"a\": 1 # c\n}", "{a:1}", {"loose-json \"// a\""}},
                                         Case{"[1, 2,]", "[1,2]", {"loose-json \",\""}},
                                         Case{"{'a': 'don\\'t'}", "{a:\"don't\"}", {"loose-json \"'\""}},
                                         Case{"{a: 1, $b-c: 2}", "{a:1,$b-c:2}", {"loose-json \"a\""}},
                                         Case{"[.5, +1, 0x1F]", "[.5,+1,0x1F]", {"loose-json \".5\""}},
                                         Case{"[\"a\tb\nc\"]", "[\"a\tb\nc\"]", {"loose-json \"\t\""}},
                                         Case{"[\"a\\\nb\"]", "[\"ab\"]", {"loose-json \"\\\""}}, Case{"\xEF\xBB\xBF[1]", "[1]", {}},
                                         Case{"[1,\xC2\xA0"
                                              "2]",
                                              "[1,2]",
                                              {"loose-json \"\xC2\xA0\""}}));

INSTANTIATE_TEST_SUITE_P(
    Repaired, JsonSlips,
    testing::Values(
        Case{"{\"a\": 1 \"b\": 2}", "{a:1,b:2}", {"repaired-json \"\""}}, Case{"[1 2]", "[1,2]", {"repaired-json \"\""}},
        Case{"[1,,2]", "[1,2]", {"repaired-json \",\""}}, Case{"{\"a\" = 1}", "{a:1}", {"repaired-json \"=\""}},
        Case{"{\"a\" => 1}", "{a:1}", {"repaired-json \"=>\""}},
        Case{"{\"a\" = [\"b\", \"c\"]}", "{a:[\"b\",\"c\"]}", {"repaired-json \"=\""}},
        Case{"{\"a\" 1}", "{a:1}", {"repaired-json \"\"a\"\""}},
        Case{"{\"a\": Bob Marrow, \"b\": None}", "{a:Bob Marrow,b:null}", {"repaired-json \"Bob Marrow\"", "repaired-json \"None\""}},
        Case{R"(["C:\data"])", "[\"C:\\data\"]", {"repaired-json \"\\d\""}},
        Case{R"(["a\u12 b"])", "[\"a\\u12 b\"]", {"repaired-json \"\\u\""}},
        Case{R"(["a "b" c", "d"])", "[\"a \"b\" c\",\"d\"]", {"repaired-json \"\"\"", "repaired-json \"\"\""}},
        Case{R"(["\ud83d x"])", "[\"\xEF\xBF\xBD x\"]", {"lone-surrogate \"\\ud83d\""}},
        Case{R"(["\ude00"])", "[\"\xEF\xBF\xBD\"]", {"lone-surrogate \"\\ude00\""}},
        Case{R"(["a\u0007b\b"])", "[\"ab\"]", {"control-character \"\\u0007\"", "control-character \"\\b\""}},
        Case{"{\"a\": 1, \"a\": 2}", "{a:1,a:2}", {"duplicate-key \"\"a\"\""}}));

INSTANTIATE_TEST_SUITE_P(
    Broken, JsonSlips,
    testing::Values(Case{"", "null", {}}, Case{"{\"a\": [1, {\"b\": 2", "{a:[1,{b:2}]}", {"unclosed-bracket \"{\""}},
                    Case{"{\"a\": \"b", "{a:\"b\"}", {"unclosed-bracket \"{\"", "unclosed-quote \"\"\""}},
                    Case{"{\"a\": \"b,\n\"c\": 1}", "{a:\"b\",c:1}", {"unclosed-quote \"\"\""}},
                    Case{"{\"a\": [\"b [1]],\n\"c\": 1}", "{a:[\"b [1]\"],c:1}", {"unclosed-quote \"\"\""}},
                    Case{"[\"a]\n", "[\"a\"]", {"unclosed-quote \"\"\""}}, Case{"{\"a\": 1}]}", "{a:1}", {"json-syntax \"]}\""}},
                    Case{"{\"a\": [1, 2, \"b\": 3}", "{a:[1,2],b:3}", {"unclosed-bracket \"[\""}},
                    Case{"{\"a\": [1, 2}", "{a:[1,2]}", {"unclosed-bracket \"[\""}}, Case{"[1}, 2]", "[1,2]", {"json-syntax \"}\""}},
                    Case{"{\"a\": 1}}", "{a:1}", {"json-syntax \"}\""}}, Case{"{\"a\": 1}, \"b\": 2}", "{a:1,b:2}", {"json-syntax \"}\""}},
                    Case{"[1] x", "[1]", {"json-syntax \"x\""}}, Case{"{\"a\": , \"b\": 2}", "{a:null,b:2}", {"json-syntax \"\"a\"\""}},
                    Case{"{\"a\"}", "{a:null}", {"json-syntax \"\"a\"\""}}, Case{"{1: 2, \"b\": 3}", "{b:3}", {"json-syntax \"1\""}},
                    Case{"{[1]: 2, \"b\": 3}", "{b:3}", {"json-syntax \"[\""}}, Case{"[\"a\": 1]", "[\"a\",1]", {"json-syntax \":\""}},
                    Case{"[/* a", "[]", {"unclosed-bracket \"[\"", "json-syntax \"/*\"", "loose-json \"/* a\""}}));

TEST(Json, RepairsWhatItSaysItRepairs) {
  for (auto const* const source : {"{\"a\": 1 \"b\": 2}", "[1,,2]", "{\"a\" = 1}", "{\"a\" 1}", "[Bob Marrow]", R"(["C:\data"])",
                                   R"(["a "b" c", "d"])", "{\"a\": \"b,\n\"c\": 1}", R"(["a\u0007"])"}) {
    Read const repaired{Read{source}.fixed()};
    EXPECT_EQ(repaired.findings(), Findings{}) << source;
  }
}

TEST(Json, SaysEachSortOfLoosenessOnce) {
  Read const read{"{a: 1, b: 2, c: 3}"};
  ASSERT_EQ(read.findings(), Findings{"loose-json \"a\""});
  EXPECT_EQ(read.diagnostics.begin()->hints.at(0), "this and 2 more are read all the same; other programs may refuse the file");
  EXPECT_EQ(read.diagnostics.begin()->severity, Severity::Note);
}

TEST(Json, ATruncatedFileIsOneFinding) {
  Read const read{R"({"work": [{"name": "A", "highlights": ["b", )"};
  ASSERT_EQ(read.diagnostics.size(), 1U);
  Diagnostic const& found = *read.diagnostics.begin();
  EXPECT_EQ(read.at(found.span), "[");
  EXPECT_EQ(found.labels.at(0).text, "the file ends here");
  EXPECT_EQ(found.hints.at(0), "4 brackets are open at the end of the file: a part of it may be missing");
}

TEST(Json, ManyBracketsAreBounded) {
  Read const open{std::string(100'000, '[')};
  EXPECT_EQ(open.diagnostics.size(), 2U);
  Read const both{std::string(100'000, '[') + std::string(100'000, ']') + "x"};
  EXPECT_EQ(both.diagnostics.size(), 2U);
  Read const maps{[] {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "{\"a\":";
    return text;
  }()};
  EXPECT_LE(maps.diagnostics.size(), 3U);
  Read const closed{std::string(100'000, ']')};
  EXPECT_LE(closed.diagnostics.size(), 100U);
}

TEST(Json, ManyKeysAreCompared) {
  std::string text = "{";
  for (int i = 0; i < 20'000; ++i) base::append(text, "\"{}\":1,", i % 19'999);
  text.back() = '}';
  EXPECT_EQ(Read{text}.findings(), Findings{"duplicate-key \"\"0\"\""});
}

}  // namespace
}  // namespace resumec::syntax

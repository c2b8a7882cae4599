// What is written comes back as the same tree, without a finding.
#include "syntax/yaml_write.hpp"

#include "reading.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace resumec::syntax {
namespace {

/// The tree without places and quotes.
std::string meaning(Node const& node) {
  switch (node.kind) {
    case Node::Kind::Scalar:
      return '<' + node.scalar.text + '>';
    case Node::Kind::List: {
      std::string text = "[";
      for (Node const& item : node.items) text += meaning(item) + ' ';
      return text + ']';
    }
    case Node::Kind::Map: {
      std::string text = "{";
      for (Member const& member : node.members) text += '<' + member.key + ">: " + meaning(member.value) + ' ';
      return text + '}';
    }
    default:
      return "null";
  }
}

Node text_node(std::string text) {
  Node node;
  node.kind = Node::Kind::Scalar;
  node.scalar.text = std::move(text);
  return node;
}

Node map_node(std::vector<Member> members) {
  Node node;
  node.kind = Node::Kind::Map;
  node.members = std::move(members);
  return node;
}

std::string written(std::string const& yaml, YamlStyle const& style = {}) { return write_yaml(Reading{yaml}.root, style); }
std::string text_of(std::string_view text) { return write_yaml_text(text, {}); }

TEST(YamlWrite, TextsArePlainWhereTheyCan) {
  for (std::string_view text : {"Bob Marrow",
                                "yes",
                                "2020-01",
                                "1.10",
                                "true",
                                "-5 °C",
                                "C#",
                                "R&D",
                                "it's",
                                "10:30",
                                "https://bob.example/a#b",
                                "~1998",
                                "O’Neill",
                                "50% more",
                                "a, b",
                                "(see below)",
                                "Ξιμένα",
                                "+44 20 7946 0123",
                                "5/5",
                                "=x",
                                "Nothing null here",
                                "A \"quoted\" word",
                                "{x"}) {
    bool const plain = text != "{x";
    EXPECT_EQ(text_of(text) == text, plain) << text_of(text);
  }
}

TEST(YamlWrite, TextsAreQuotedWhereTheyMust) {
  EXPECT_EQ(text_of(""), "\"\"");
  EXPECT_EQ(text_of("null"), "\"null\"");
  EXPECT_EQ(text_of("~"), "\"~\"");
  EXPECT_EQ(text_of("Welding: steel"), "\"Welding: steel\"");
  EXPECT_EQ(text_of("ends:"), "\"ends:\"");
  EXPECT_EQ(text_of("cut #here"), "\"cut #here\"");
  EXPECT_EQ(text_of("- dash"), "\"- dash\"");
  EXPECT_EQ(text_of("**bold** word"), "\"**bold** word\"");
  EXPECT_EQ(text_of("@bob"), "\"@bob\"");
  EXPECT_EQ(text_of(" blank"), "\" blank\"");
  EXPECT_EQ(text_of("\"Quoted\" start"), "'\"Quoted\" start'");
  EXPECT_EQ(text_of("it's: \\alpha"), "'it''s: \\alpha'");
  EXPECT_EQ(text_of("tab\there\n"), "\"tab\\there\\n\"");
  EXPECT_EQ(text_of("\xE2\x80\xA8"), "\"\\u2028\"");
}

TEST(YamlWrite, BlockStyleWithTwoBlanks) {
  EXPECT_EQ(written("a: {b: [{c: d, e: [x, y]}, z], f: {}, g: [], h: }\n"),
            "a:\n"
            "  b:\n"
            "    - c: d\n"
            "      e: [x, y]\n"
            "    - z\n"
            "  f: {}\n"
            "  g: []\n"
            "  h:\n");
}

TEST(YamlWrite, SeveralLinesStandAsTheyAre) {
  EXPECT_EQ(written("a: \"one\\n\\n- two\\n\"\nb: \"one\\n  two\"\nc: \"  one\\ntwo\"\nd: \"one\\n \\ntwo\"\n"),
            "a: |\n"
            "  one\n"
            "\n"
            "  - two\n"
            "b: |-\n"
            "  one\n"
            "    two\n"
            "c: \"  one\\ntwo\"\n"
            "d: \"one\\n \\ntwo\"\n");
}

TEST(YamlWrite, ListsGoIntoBracketsWhereTheyAreShort) {
  YamlStyle style;
  style.width = 20;
  style.words.is_list = [](std::string_view key) { return key == "points"; };
  EXPECT_EQ(written("a: [one, two, three]\nb: [one, two, three, four]\nc: [one, \"two, three\"]\npoints: [one]\n", style),
            "a: [one, two, three]\n"
            "b:\n  - one\n  - two\n  - three\n  - four\n"
            "c:\n  - one\n  - two, three\n"
            "points:\n  - one\n");
}

TEST(YamlWrite, BlankLinesPartSectionsAndLongItems) {
  YamlStyle style;
  style.parted = {"sections"};
  EXPECT_EQ(written("n: x\nsections: {A: [{a: 1, b: 2, c: 3, d: 4}, {a: 1}, {a: 2}], B: text}\nx: y\n", style),
            "n: x\n\nsections:\n"
            "  A:\n    - a: 1\n      b: 2\n      c: 3\n      d: 4\n\n    - a: 1\n    - a: 2\n\n"
            "  B: text\n\nx: y\n");
}

TEST(YamlWrite, RemarksStandAbove) {
  Reading const reading{"a: {b: c}\nd:\n  - e: f\n    g: h\n"};
  YamlStyle style;
  style.remarks[&reading.root.members[0].value.members[0].value] = "one";
  style.remarks[&reading.root.members[1].value.items[0].members[0].value] = "two\nlines";
  EXPECT_EQ(write_yaml(reading.root, style), "a:\n  # one\n  b: c\nd:\n  # two\n  # lines\n  - e: f\n    g: h\n");
}

TEST(YamlWrite, KeysAreQuotedAndAnnounced) {
  std::string const far(1100, 'k');
  auto const tree =
      map_node({{"a: b", {}, text_node("x")}, {"", {}, text_node("x")}, {"<<", {}, text_node("x")}, {far, {}, text_node("x")}});
  auto const yaml = write_yaml(tree);
  EXPECT_EQ(yaml, "\"a: b\": x\n\"\": x\n\"<<\": x\n? " + far + "\n: x\n");
  EXPECT_EQ(meaning(Reading{yaml}.root), meaning(tree));
}

rc::Gen<std::string> nasty_text() {
  auto const piece = rc::gen::element<std::string>(
      "a", "word", " ", "  ", "-", "- ", "#", " #", ":", ": ", "\"", "'", "\n", "\n\n", "\r", "\t", "\\", "[", "]", "{", "}", ",", "&", "*",
      "!", "|", ">", "%", "@", "`", "~", "null", "yes", "0", "é", "\xC2\xA0", "\xE2\x80\xA8", "\xE2\x80\x93", "😀", "---", "...", "<<", "?",
      "role", "role:", "C:\\new", "• ", "x-", std::string(200, 'z'), "\x01", "\x7F", "\xEF\xBB\xBF", "=", "(", ")", "1.", "**b**");
  return rc::gen::map(rc::gen::resize(7, rc::gen::container<std::vector<std::string>>(piece)), [](std::vector<std::string> const& pieces) {
    std::string text;
    for (std::string const& part : pieces) text += part;
    return text;
  });
}

Node random_node(int depth) {
  int const kind = *rc::gen::inRange(0, depth > 0 ? 6 : 3);
  if (kind < 3) return text_node(*nasty_text());
  Node node;
  node.kind = kind == 3 ? Node::Kind::List : Node::Kind::Map;
  int const count = *rc::gen::inRange(0, 4);
  for (int i = 0; i < count; ++i) {
    if (node.is_list()) {
      node.items.push_back(random_node(depth - 1));
    } else {
      // A key that comes twice is a finding of its own.
      node.members.push_back({*nasty_text() + std::to_string(i), {}, random_node(depth - 1)});
    }
  }
  return node;
}

TEST(YamlWrite, AnyTreeComesBackWithoutAFinding) {
  EXPECT_TRUE(rc::check([] {
    auto const tree = random_node(4);
    auto const yaml = write_yaml(tree);
    Reading const reading{yaml};
    RC_LOG() << yaml << '\n';
    RC_ASSERT(reading.findings() == std::vector<std::string>{});
    RC_ASSERT(meaning(reading.root) == meaning(tree));
    RC_ASSERT(write_yaml(reading.root) == yaml);
  }));
}

}  // namespace
}  // namespace resumec::syntax

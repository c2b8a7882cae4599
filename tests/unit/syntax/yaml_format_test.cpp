#include "syntax/yaml_format.hpp"

#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace resumec::syntax {
namespace {

std::string formatted(std::string const& yaml, KeyNames const& names = {}) {
  Reading reading{yaml};
  Diagnostics findings;
  auto const text = format_yaml(yaml, reading.root, names, findings);
  if (!text) return "refused at " + std::to_string(findings.begin()->span.begin);
  return *text;
}

TEST(YamlFormat, LaysOutBlocksByTwo) {
  EXPECT_EQ(formatted("a:\n- b:   c\n  d:\n     - e\n     -   f\n- g\nh :  i"),
            "a:\n  - b: c\n    d:\n      - e\n      - f\n  - g\nh: i\n");
}

TEST(YamlFormat, KeepsTextsAsTheyWereTyped) {
  std::string const text =
      "a: \"quoted\"\n"
      "b: 'it''s'\n"
      "c: |\n"
      "  one\n"
      "    two\n"
      "\n"
      "  three\n"
      "d: [x,  y, {z: 1}]\n"
      "e: folded\n"
      "  text\n"
      "f: ~\n"
      "g:\n";
  EXPECT_EQ(formatted(text), text);
}

TEST(YamlFormat, MovesFurtherLines) {
  EXPECT_EQ(formatted("a:\n    b: one\n           two\n    c: |\n         x\n          y\n    d: [1,\n        2]\n"),
            "a:\n  b: one\n    two\n  c: |\n    x\n     y\n  d: [1,\n      2]\n");
}

TEST(YamlFormat, CommentsStayWithWhatFollows) {
  EXPECT_EQ(
      formatted("# top\n\n\n# first\na:\n   # in a\n   - x   # of x\n\n   # of y\n   - y\n   # end of list\n# of b\nb: 1 # one\n# end\n"),
      "# top\n\n# first\na:\n  # in a\n  - x    # of x\n\n  # of y\n  - y\n  # end of list\n# of b\nb: 1 # one\n# end\n");
}

TEST(YamlFormat, CommentsBehindDashesAndKeys) {
  EXPECT_EQ(formatted("a: # of a\n    - # of the item\n      b: c\n    - d: # of d\n        e\n"),
            "a: # of a\n  - # of the item\n    b: c\n  - d: # of d\n      e\n");
}

TEST(YamlFormat, CommentsOneBelowTheOtherStayInTheirColumn) {
  EXPECT_EQ(formatted("a:  1     # one\nlong: 22  # two\nverylongkey: 3 # three\n"),
            "a: 1      # one\nlong: 22  # two\nverylongkey: 3 # three\n");
}

TEST(YamlFormat, CommentsThatGoOnBelowStayInTheirColumn) {
  EXPECT_EQ(formatted("a:        # one\n          # two\n    # of b\n    b: c\n"), "a:        # one\n          # two\n  # of b\n  b: c\n");
}

TEST(YamlFormat, BlankLinesAreOneAtMost) {
  EXPECT_EQ(formatted("\n\na:\n\n  b: c\n\n\n\n  d: e\n\n\nf: g\n\n\n"), "a:\n  b: c\n\n  d: e\n\nf: g\n");
}

TEST(YamlFormat, LineBreaksThatCountAreKept) {
  EXPECT_EQ(formatted("a: |+\n    x\n\n\nb: |2-\n    y\nc: >\n\n   z\n"), "a: |+\n  x\n\n\nb: |2-\n    y\nc: >\n\n  z\n");
}

TEST(YamlFormat, RenamesKeysEverywhere) {
  std::string const text = "- company: x\n  'label': y\n- {company : z}\n";
  EXPECT_EQ(formatted(text, {{2, {9, "at"}}, {16, {21, "title"}}, {29, {36, "at"}}}), "- at: x\n  'title': y\n- {at : z}\n");
}

TEST(YamlFormat, KeepsTheLineEndsOfWindows) { EXPECT_EQ(formatted("a:\r\n- b\r\n- |\r\n  c\r\n"), "a:\r\n  - b\r\n  - |\r\n    c\r\n"); }

TEST(YamlFormat, KeepsTheMarkOfADocument) { EXPECT_EQ(formatted("# x\n---\na:   b\n"), "# x\n---\na: b\n"); }

TEST(YamlFormat, ListsOfLists) { EXPECT_EQ(formatted("a:\n- - x\n  - y\n-\n  - z\n"), "a:\n  - - x\n    - y\n  - - z\n"); }

TEST(YamlFormat, RefusesWhatATreeDoesNotSay) {
  for (std::string const text : {"a: &x b\nc: *x\n", "a: &x {b: c}\nd:\n  <<: *x\n", "a: !!str b\n", "? a\n: b\n", "a: b\n---\nc: d\n"})
    EXPECT_THAT(formatted(text), testing::StartsWith("refused")) << text;
}

/// Sources of all sorts of layout, with a comment in every gap that can hold one.
class Drawer {
 public:
  std::string text;
  int comments = 0;

  void block(int column, int depth, bool behind_dash) {
    bool const list = *rc::gen::arbitrary<bool>();
    int const count = *rc::gen::inRange(1, 4);
    for (int i = 0; i < count; ++i) {
      if (i > 0 || !behind_dash) {
        gap(column);
        text.append(static_cast<std::size_t>(column), ' ');
      }
      if (list)
        text += "-" + std::string(static_cast<std::size_t>(*rc::gen::inRange(1, 4)), ' ');
      else
        text += "k" + std::to_string(i) + ":";
      value(column, depth, list);
    }
  }

 private:
  void gap(int column) {
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
      if (*rc::gen::arbitrary<bool>()) text += "\n";
      if (*rc::gen::arbitrary<bool>())
        text += std::string(static_cast<std::size_t>(*rc::gen::inRange(0, column + 3)), ' ') + "# c" + std::to_string(comments++) + "\n";
    }
  }

  void end_line() {
    if (*rc::gen::inRange(0, 3) == 0)
      text += std::string(static_cast<std::size_t>(*rc::gen::inRange(1, 9)), ' ') + "# c" + std::to_string(comments++);
    text += '\n';
  }

  void value(int column, int depth, bool item) {
    int const kind = *rc::gen::inRange(0, depth > 0 ? 9 : 7);
    std::string const deeper(static_cast<std::size_t>(column + *rc::gen::inRange(1, 5)), ' ');
    std::string const blank = item ? "" : " ";
    switch (kind) {
      case 0:
        text += blank + "word";
        return end_line();
      case 1:
        text += blank + "\"quoted\n" + deeper + "# no comment\"";
        return end_line();
      case 2:
        text += blank + *rc::gen::element<std::string>("|", "|-", "|+", ">", ">-") + "\n" + deeper + "line\n" + deeper + " deeper\n\n" +
                deeper + "# no comment\n";
        return;
      case 3:
        text += blank + "[a, {b: c},\n" + deeper + "d]";
        return end_line();
      case 4:
        text += blank + "plain\n" + deeper + "on";
        return end_line();
      case 5:
        if (!item) return end_line();
        text += "~";
        return end_line();
      case 6:
        text += blank + "'it''s'";
        return end_line();
      default:
        if (item) {
          // What stands behind a dash goes on in the column where it began.
          std::size_t const line = text.rfind('\n') + 1;
          return block(static_cast<int>(text.size() - line), depth - 1, true);
        }
        end_line();
        return block(column + *rc::gen::inRange(1, 5), depth - 1, false);
    }
  }
};

std::string meaning(Node const& node) {
  std::string text = node.is_scalar() ? '<' + node.scalar.text + '>' : std::string{node.is_null() ? "~" : node.is_list() ? "[" : "{"};
  for (Node const& item : node.items) text += meaning(item) + ' ';
  for (Member const& member : node.members) text += member.key + ':' + meaning(member.value) + ' ';
  return text;
}

std::size_t count(std::string const& text, std::string const& needle) {
  std::size_t found = 0;
  for (auto at = text.find(needle); at != std::string::npos; at = text.find(needle, at + 1)) ++found;
  return found;
}

TEST(YamlFormat, MeansTheSameAndKeepsEveryCommentAndIsDoneAtOnce) {
  EXPECT_TRUE(rc::check([] {
    Drawer drawer;
    drawer.block(0, 4, false);
    Reading const before{drawer.text};
    for (auto const& finding : before.diagnostics)
      if (finding.severity != Severity::Note) RC_DISCARD("a layout that the reader objects to");
    auto const once = formatted(drawer.text);
    RC_LOG() << drawer.text << "=====\n" << once << '\n';
    Reading const after{once};
    RC_ASSERT(meaning(after.root) == meaning(before.root));
    for (int i = 0; i < drawer.comments; ++i) {
      auto const comment = "# c" + std::to_string(i) + "\n";
      RC_ASSERT(count(once, comment) == count(drawer.text, comment));
    }
    RC_ASSERT(formatted(once) == once);
  }));
}

TEST(YamlFormat, AnythingLikeYamlIsRefusedOrMeansTheSame) {
  EXPECT_TRUE(rc::check([] {
    auto const piece = rc::gen::element<std::string>("a: ", "b:\n", "- ", "\n", "\n  ", "\n    ", "\"", "'", "[", "]", "{", "}", "*", "&x ",
                                                     "*x", "# c", " # d", "|\n", ">", "text", "\t", ": ", "? ", "---\n", "<<: ", "é",
                                                     "\xC2\xA0", "\\", "!t ", "@", ", ", "\r\n", "x y", "c: d\n", "- e\n", "|2\n", "|+\n");
    std::string text;
    for (auto const& part : *rc::gen::container<std::vector<std::string>>(piece)) text += part;
    Reading const before{text};
    Diagnostics findings;
    auto const once = format_yaml(text, before.root, {}, findings);
    RC_LOG() << text << "\n=====\n" << once.value_or("refused") << '\n';
    RC_ASSERT(once.has_value() == findings.empty());
    if (!once || !before.diagnostics.empty()) return;
    Reading const after{*once};
    RC_ASSERT(meaning(after.root) == meaning(before.root));
    RC_ASSERT(formatted(*once) == *once);
  }));
}

}  // namespace
}  // namespace resumec::syntax

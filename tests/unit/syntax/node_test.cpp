#include "syntax/node.hpp"

#include "reading.hpp"

#include <gtest/gtest.h>

namespace resumec::syntax {
namespace {

TEST(MappedText, TextAsWrittenMapsByOffset) {
  MappedText const text = [] {
    MappedText made;
    made.text = "Bob Marrow";
    made.span = {SourceId{1}, 6, 16};
    return made;
  }();
  EXPECT_EQ(text.at(0, 3), (Span{SourceId{1}, 6, 9}));
  EXPECT_EQ(text.at(4, 10), (Span{SourceId{1}, 10, 16}));
  EXPECT_EQ(text.at(4, 4), (Span{SourceId{1}, 10, 10}));
}

TEST(MappedText, NeverLeavesItsSpan) {
  MappedText text;
  text.text = "long text";
  text.span = {SourceId{1}, 4, 8};
  text.pieces = {{0, 4}, {3, 6}};
  EXPECT_EQ(text.at(2, 9), (Span{SourceId{1}, 6, 8}));
  EXPECT_EQ(text.at(100, 200), (Span{SourceId{1}, 8, 8}));
}

TEST(Node, FindGivesTheLastOfEqualKeys) {
  Reading const reading{"a: 1\nb: 2\na: 3\n"};
  ASSERT_NE(reading.root.find("a"), nullptr);
  EXPECT_EQ(reading.root.find("a")->value.text(), "3");
  EXPECT_EQ(reading.root.find("c"), nullptr);
}

TEST(Node, DumpShowsEveryKindWithItsSpans) {
  Reading const reading{"a: x\nb: [1, ~]\nc:\n  d: \"e\\n\\t\"\nf: |\n  g\n"};
  EXPECT_EQ(dump(reading.root),
            "map 0-39\n"
            "\"a\" 0-1: plain 3-4 \"x\"\n"
            "\"b\" 5-6: list 8-14\n"
            "  - plain 9-10 \"1\"\n"
            "  - null 12-13\n"
            "\"c\" 15-16: map 20-30\n"
            "  \"d\" 20-21: double-quoted 23-30 \"e\\n\\x09\"\n"
            "\"f\" 31-32: literal 34-39 \"g\\n\"\n");
}

}  // namespace
}  // namespace resumec::syntax

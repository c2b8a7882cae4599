// Several paragraphs, lists, quotes, folds.
#include "reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::syntax {
namespace {

std::string blocks(std::string const& text) {
  Diagnostics diagnostics;
  return dump(parse_blocks(as_written(text), diagnostics));
}

TEST(Blocks, APlainTextIsOneParagraph) { EXPECT_EQ(blocks("Just text.\n"), "paragraph \"Just text.\"\n"); }

TEST(Blocks, NothingIsNoBlock) { EXPECT_EQ(blocks(" \n\n"), ""); }

TEST(Blocks, ParagraphsAreApartByBlankLines) {
  EXPECT_EQ(blocks("one\ntwo\n\n**three**"), "paragraph \"one two\"\nparagraph strong(\"three\")\n");
}

TEST(Blocks, ListsNestAndTakeAttributes) {
  EXPECT_EQ(blocks("Led:\n\n- a {!2 .t}\n- b\n  - c ^x^\n\n3. one\n4. two\n"),
            "paragraph \"Led:\"\n"
            "list\n"
            "  item {!2 .t}\n"
            "    paragraph \"a\"\n"
            "  item\n"
            "    paragraph \"b\"\n"
            "    list\n"
            "      item\n"
            "        paragraph \"c \" sup(\"x\")\n"
            "list from 3\n"
            "  item\n"
            "    paragraph \"one\"\n"
            "  item\n"
            "    paragraph \"two\"\n");
}

TEST(Blocks, ParagraphsTakeAttributes) { EXPECT_EQ(blocks("one {#a}\n\ntwo\n"), "paragraph \"one\" {#a}\nparagraph \"two\"\n"); }

TEST(Blocks, QuotesHeadingsRulesAndCode) {
  EXPECT_EQ(blocks("> a *b*\n> c\n\n# H\n\n***\n\n```\nx *y*\n  z\n```\n"),
            "quote\n"
            "  paragraph \"a \" emphasis(\"b\") \" c\"\n"
            "heading 1 \"H\"\n"
            "rule\n"
            "code \"x *y*\\n  z\"\n");
}

TEST(Blocks, CommentsHideThemselvesAlone) {
  EXPECT_EQ(blocks("<!-- hidden -->\n"), "");
  EXPECT_EQ(blocks("<!-- note --> Senior *engineer*."), "paragraph \"Senior \" emphasis(\"engineer\") \".\"\n");
  EXPECT_EQ(blocks("a\n<!-- x\n\ny -->\nb"), "paragraph \"a\"\nparagraph \"b\"\n");
  EXPECT_EQ(blocks("a <!-- x\n\ny --> b"), "paragraph \"a b\"\n");
  EXPECT_EQ(blocks("<!-- x\ny --> tail <!-- z -->\nend"), "paragraph \"tail end\"\n");
  EXPECT_EQ(blocks("- <!-- y --> shown?\n- b <!-- z -->\n- c"),
            "list\n  item\n    paragraph \"shown?\"\n  item\n    paragraph \"b\"\n  item\n    paragraph \"c\"\n");
  EXPECT_EQ(blocks("- a\n\n<!-- x --> b"), "list\n  item\n    paragraph \"a\"\nparagraph \"b\"\n");
}

TEST(Blocks, ACommentInCodeIsCode) {
  EXPECT_EQ(blocks("```\n<!--\nx -->\n```"), "code \"<!--\\nx -->\"\n");
  EXPECT_EQ(blocks("`a\n\n<!-- b --> c`"), "paragraph \"`a\"\nparagraph \"c`\"\n");
}

TEST(Blocks, CitationsAndFormulasMayBeWrapped) {
  EXPECT_EQ(blocks("- a [@b;\n  @c] $x\n  y$\n- $d\n- e$"),
            "list\n  item\n    paragraph \"a \" cite[b c] \" x y\"\n  item\n    paragraph \"$d\"\n  item\n    paragraph \"e$\"\n");
}

TEST(Blocks, DetailsAreFoldsAcrossBlankLines) {
  EXPECT_EQ(blocks("before\n\n<details><summary>Abs *x*</summary>\n\ninner\n\n- l\n</details>\nafter"),
            "paragraph \"before\"\n"
            "fold \"Abs \" emphasis(\"x\")\n"
            "  paragraph \"inner\"\n"
            "  list\n"
            "    item\n"
            "      paragraph \"l\"\n"
            "paragraph \"after\"\n");
}

TEST(Blocks, IndentedTextIsNoCode) { EXPECT_EQ(blocks("a\n\n      b"), "paragraph \"a\"\nparagraph \"b\"\n"); }

TEST(Blocks, LinkDefinitionsDoNotSwallowText) { EXPECT_EQ(blocks("[a]: b\n\nc"), "paragraph \"[a]: b\"\nparagraph \"c\"\n"); }

TEST(Blocks, SpansLeadBackThroughALiteralScalar) {
  Reading const reading{"k: |\n  Some *text*\n\n  - an item\n    goes on\n  - **next**\n"};
  Diagnostics diagnostics;
  Blocks const read = parse_blocks(reading.root.find("k")->value.scalar, diagnostics);
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(reading.at(read[0].span), "Some *text*");
  EXPECT_EQ(reading.at(read[1].items[0].span), "an item\n    goes on");
  EXPECT_EQ(reading.at(read[1].items[1].blocks[0].inlines[0].span), "**next**");
}

TEST(Blocks, PlainTextSeparatesBlocksByLines) {
  Diagnostics diagnostics;
  EXPECT_EQ(plain_text(parse_blocks(as_written("a *b*\n\n- c\n- d\n\n<!-- e -->\n"), diagnostics)), "a b\nc\nd");
}

TEST(Blocks, NestingIsBounded) {
  std::string const quotes = std::string(500, '>') + " x";
  std::string const dumped = blocks(quotes);
  EXPECT_NE(dumped.find("paragraph \"x\""), std::string::npos);
  EXPECT_LE(std::count(dumped.begin(), dumped.end(), '\n'), 40);
}

}  // namespace
}  // namespace resumec::syntax

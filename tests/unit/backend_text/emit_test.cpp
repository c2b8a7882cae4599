#include "backend/text/emit.hpp"

#include "unit/display/pages_builder.hpp"

#include <gtest/gtest.h>

namespace resumec::backend::text {
namespace {

using display::LineEnd;
using display::NodeId;
using display::Role;
using display::testing::PagesBuilder;

TEST(EmitText, SeparatesSectionsByABlankLine) {
  PagesBuilder pages;
  pages.run(pages.node(Role::Heading), "Ann Marrow", LineEnd::Paragraph, 0, 10);
  for (char const* name : {"Work", "Study"}) {
    NodeId const section = pages.node(Role::Section);
    pages.run(pages.node(Role::Heading, section), name, LineEnd::Paragraph, 0, 20);
    pages.run(pages.node(Role::Paragraph, section), "text", LineEnd::Paragraph, 0, 30);
  }
  EXPECT_EQ(emit_text(pages.document), "Ann Marrow\n\nWork\ntext\n\nStudy\ntext\n");
}

TEST(EmitText, PutsTheCellsOfARowOnOneLine) {
  PagesBuilder pages;
  NodeId const section = pages.node(Role::Section);
  NodeId const title = pages.node(Role::Heading, section), dates = pages.node(Role::Paragraph, section);
  pages.run(title, "Baker of ", LineEnd::Space, 0, 10);
  pages.run(title, "bread", LineEnd::Paragraph, 0, 26);
  pages.run(dates, "2020", LineEnd::Paragraph, 160, 10);
  pages.run(pages.node(Role::Paragraph, section), "Ghent", LineEnd::Paragraph, 0, 42);
  EXPECT_EQ(emit_text(pages.document), "Baker of bread  2020\nGhent\n");
}

TEST(EmitText, ColumnsThatHappenToShareABaselineAreNoRow) {
  PagesBuilder pages;
  NodeId const main = pages.node(Role::Section), side = pages.node(Role::Section);
  pages.run(pages.node(Role::Heading, main), "Work", LineEnd::Paragraph, 0, 10);
  pages.run(pages.node(Role::Heading, side), "Skills", LineEnd::Paragraph, 100, 10);
  EXPECT_EQ(emit_text(pages.document), "Work\n\nSkills\n");
}

TEST(EmitText, IndentsNestedPoints) {
  PagesBuilder pages;
  NodeId const list = pages.node(Role::List);
  NodeId const item = pages.node(Role::ListItem, list), inner = pages.node(Role::List, item);
  NodeId const nested = pages.node(Role::ListItem, inner);
  pages.run(pages.node(Role::ListLabel, item), "• ", LineEnd::None, 0, 10);
  pages.run(pages.node(Role::ListBody, item), "one", LineEnd::Hard, 10, 10);
  pages.run(pages.document.structure[item.index()].children.back(), "more", LineEnd::Paragraph, 10, 20);
  // The label and the body of the nested item come behind those of the outer one.
  pages.run(pages.node(Role::ListLabel, nested), "– ", LineEnd::None, 10, 30);
  pages.run(pages.node(Role::ListBody, nested), "two", LineEnd::Hard, 20, 30);
  pages.run(pages.document.structure[nested.index()].children.back(), "three", LineEnd::Paragraph, 20, 40);
  auto& children = pages.document.structure[item.index()].children;
  children = {children[1], children[2], children[0]};
  EXPECT_EQ(emit_text(pages.document), "• one\nmore\n  – two\n  three\n");
}

TEST(EmitText, NamesAddressesOnlyWhereTheyAreNotTheText) {
  PagesBuilder pages;
  struct Case {
    char const *visible, *url, *expected;
  };
  for (Case const& each :
       {Case{"example.org/ann", "https://www.example.org/Ann/", "example.org/ann"},
        Case{"ann@example.org", "mailto:ann@example.org", "ann@example.org"}, Case{"(555) 010-9999", "tel:+15550109999", "(555) 010-9999"},
        Case{"Paper", "https://example.org/p.pdf", "Paper <https://example.org/p.pdf>"}}) {
    PagesBuilder one;
    NodeId const paragraph = one.node(Role::Paragraph);
    one.run(one.link_node(paragraph, each.url), each.visible);
    EXPECT_EQ(emit_text(one.document), std::string{each.expected} + "\n");
  }
}

TEST(EmitText, AWrappedLinkIsNamedOnceAtItsEnd) {
  PagesBuilder pages;
  NodeId const paragraph = pages.node(Role::Paragraph);
  NodeId const link = pages.link_node(paragraph, "https://example.org/talk");
  pages.run(paragraph, "see ", LineEnd::None);
  pages.run(link, "the ", LineEnd::Space);
  pages.run(link, "talk ", LineEnd::Space);
  pages.run(paragraph, "there");
  EXPECT_EQ(emit_text(pages.document), "see the talk <https://example.org/talk> there\n");
}

TEST(EmitText, LinesOfAParagraphEndWithoutBlanks) {
  PagesBuilder pages;
  NodeId const contacts = pages.node(Role::Paragraph);
  pages.run(pages.link_node(contacts, "https://example.org/a"), "Home", LineEnd::None);
  pages.run(contacts, " ", LineEnd::Hard);
  pages.run(contacts, "Ghent");
  EXPECT_EQ(emit_text(pages.document), "Home <https://example.org/a>\nGhent\n");
}

TEST(EmitText, OfNothingIsNothing) { EXPECT_EQ(emit_text(display::Document{}), ""); }

}  // namespace
}  // namespace resumec::backend::text

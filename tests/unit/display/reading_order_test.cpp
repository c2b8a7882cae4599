#include "unit/display/pages_builder.hpp"

#include <gtest/gtest.h>

namespace resumec::display {
namespace {

using testing::PagesBuilder;

TEST(ReadingOrder, JoinsWrappedLinesByHowTheyEnd) {
  PagesBuilder pages;
  NodeId const paragraph = pages.node(Role::Paragraph);
  pages.run(paragraph, "wrapped ", LineEnd::Space);
  pages.run(paragraph, "example.org", LineEnd::Tight);
  pages.run(paragraph, "/ann", LineEnd::Hard);
  pages.run(paragraph, "end");
  EXPECT_EQ(reading_order_text(pages.document), "wrapped example.org/ann\nend\n");
}

TEST(ReadingOrder, IsThatOfTheTreeAcrossPages) {
  PagesBuilder pages;
  NodeId const main = pages.node(Role::Section), side = pages.node(Role::Section);
  NodeId const m = pages.node(Role::Paragraph, main), s = pages.node(Role::Paragraph, side);
  pages.run(m, "main one ", LineEnd::Space);
  pages.run(s, "side one");
  pages.page();
  pages.run(m, "main two");
  EXPECT_EQ(reading_order_text(pages.document), "main one main two\nside one\n");
}

TEST(ReadingOrder, InterleavesANodesRunsWithItsChildren) {
  PagesBuilder pages;
  NodeId const paragraph = pages.node(Role::Paragraph);
  NodeId const strong = pages.node(Role::Strong, paragraph);
  pages.run(paragraph, "one ", LineEnd::None);
  pages.run(strong, "two", LineEnd::None);
  pages.run(paragraph, " three");
  EXPECT_EQ(reading_order_text(pages.document), "one two three\n");
}

TEST(ReadingOrder, LeavesArtifactsToThemselves) {
  PagesBuilder pages;
  NodeId const paragraph = pages.node(Role::Paragraph);
  NodeId const artifact = pages.node(Role::Artifact, NodeId{});
  pages.run(artifact, "Ann ", LineEnd::None);
  pages.run(artifact, "Marrow");
  pages.run(paragraph, "text");
  pages.page();
  pages.run(artifact, "page 2");
  EXPECT_EQ(reading_order_text(pages.document), "text\n");
  EXPECT_EQ(artifact_text(pages.document), "Ann Marrow\npage 2\n");
}

TEST(ReadingOrder, EndsForTreesWithLoopsAndStrayNodes) {
  PagesBuilder pages;
  NodeId const a = pages.node(Role::Section), b = pages.node(Role::Section, a);
  pages.document.structure[b.index()].children = {a, NodeId{77}, NodeId{}};
  pages.run(b, "text");
  pages.run(NodeId{99}, "stray");
  EXPECT_EQ(reading_order_text(pages.document), "text\n");
  EXPECT_EQ(reading_order_text(Document{}), "");
}

}  // namespace
}  // namespace resumec::display

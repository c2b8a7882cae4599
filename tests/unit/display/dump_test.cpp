#include "unit/display/pages_builder.hpp"

#include <gtest/gtest.h>

namespace resumec::display {
namespace {

TEST(Dump, ShowsItemsTreeAndOutline) {
  testing::PagesBuilder pages;
  pages.document.metadata.title = "Ann \"A\" Marrow";
  pages.document.metadata.lang = "en";
  NodeId const heading = pages.node(Role::Heading);
  pages.document.structure[heading.index()].level = 1;
  NodeId const link = pages.link_node(heading, "https://example.org");
  pages.run(link, "Ann\nMarrow", LineEnd::Paragraph, 20, 30);
  pages.document.pages[0].items.emplace_back(
      Rule{heading, {{Length::milli_pt(-500), Length{}}, {Length::pt(9), Length::milli_pt(400)}}, {255, 0, 16}});
  pages.document.pages[0].items.emplace_back(LinkArea{link, LinkId{0}, {{Length::pt(1), Length::pt(2)}, {Length::pt(3), Length::pt(4)}}});
  pages.document.pages[0].items.emplace_back(Path{heading, {{}, {}}, {}});
  pages.document.outline.push_back({"Work", 1, 0, Length::pt(5)});
  EXPECT_EQ(dump(pages.document),
            "document \"Ann \\\"A\\\" Marrow\" lang en\n"
            "page 1 200.000x100.000\n"
            "  text #2 20.000,30.000 width 10.000 size 10.000 no font #000000 \"Ann\\nMarrow\" end\n"
            "  rule #1 -0.500,0.000 9.000x0.400 #ff0010\n"
            "  link #2 1.000,2.000 3.000x4.000 https://example.org\n"
            "  path #1 2 commands #000000\n"
            "structure\n"
            "  document #0\n"
            "    heading #1 level 1\n"
            "      link #2 https://example.org\n"
            "outline\n"
            "  1 \"Work\" page 1 y 5.000\n");
}

}  // namespace
}  // namespace resumec::display

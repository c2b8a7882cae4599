#include "unit/display/pages_builder.hpp"

#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace resumec::display {
namespace {

TEST(Overlay, DrawsBoxesBaselinesAndGridOfEachPage) {
  testing::PagesBuilder pages;
  pages.document.pages[0].text_area = {{Length::pt(20), Length::pt(10)}, {Length::pt(160), Length::pt(80)}};
  NodeId const paragraph = pages.node(Role::Paragraph);
  pages.run(paragraph, "Ann & <Marrow>", LineEnd::Space, 20, 30);
  pages.run(paragraph, "Zoë", LineEnd::Paragraph, 40, 50);
  pages.page();
  std::string const svg = overlay_svg(pages.document, Length::pt(20));
  pugi::xml_document read;
  ASSERT_TRUE(read.load_string(svg.c_str())) << svg;
  EXPECT_EQ(read.select_nodes("/svg/g").size(), 2U);
  EXPECT_EQ(read.select_nodes("/svg/g[1]/line[@class='grid']").size(), 5U);
  EXPECT_EQ(read.select_nodes("/svg/g[1]/line[@class='baseline']").size(), 2U);
  EXPECT_STREQ(read.select_node("/svg/g[1]/text[1]").node().text().get(), "Ann & <Marrow>");
  auto const block = read.select_node("/svg/g[1]/rect[@class='block']").node();
  EXPECT_STREQ(block.attribute("x").value(), "20.000");
  EXPECT_STREQ(block.attribute("y").value(), "20.000");
  EXPECT_STREQ(block.attribute("width").value(), "30.000");
  EXPECT_STREQ(block.attribute("height").value(), "30.000");
  EXPECT_STREQ(block.child("title").text().get(), "paragraph #1");
}

}  // namespace
}  // namespace resumec::display

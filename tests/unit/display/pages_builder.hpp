// Display documents made by hand: runs of text at places, without glyphs' shapes.
#pragma once

#include "display/document.hpp"

#include <string>
#include <utility>

namespace resumec::display::testing {

class PagesBuilder {
 public:
  PagesBuilder() {
    page();
    document.structure.emplace_back().role = Role::Document;
  }

  void page() { document.pages.push_back({{Length::pt(200), Length::pt(100)}, {}}); }

  NodeId node(Role role, NodeId parent = NodeId{0}) {
    NodeId const id = NodeId::from(document.structure.size());
    document.structure.emplace_back().role = role;
    document.structure.back().parent = parent;
    if (parent) document.structure[parent.index()].children.push_back(id);
    return id;
  }

  void run(NodeId of, std::string text, LineEnd end = LineEnd::Paragraph, std::int64_t x = 0, std::int64_t y = 0) {
    GlyphRun made;
    made.node = of;
    made.text = std::move(text);
    made.line_end = end;
    made.origin = {Length::pt(x), Length::pt(y)};
    made.size = Length::pt(10);
    made.glyphs.push_back({1, 0, Length::pt(10), Length::pt(10), {}, {}});
    document.pages.back().items.emplace_back(std::move(made));
  }

  LinkId link(std::string url) {
    document.links.push_back({std::move(url), ""});
    return LinkId::from(document.links.size() - 1);
  }
  NodeId link_node(NodeId parent, std::string url) {
    NodeId const id = node(Role::Link, parent);
    document.structure[id.index()].link = link(std::move(url));
    return id;
  }

  Document document;
};

}  // namespace resumec::display::testing

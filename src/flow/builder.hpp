// Making a flow document: nodes in reading order, interned styles, links and names. A trial can be
// taken back.
#pragma once

#include "flow/document.hpp"

#include <cstddef>
#include <string_view>

namespace resumec::flow {

class Builder {
 public:
  /// A point to go back to.
  struct Mark {
    std::size_t nodes, links;
  };

  explicit Builder(Document& document) : document_{document} {}

  NodeId node(Node node);
  /// Gives a node what was not known when it was made.
  Node& at(NodeId id) { return document_.nodes[id.index()]; }
  LinkId link(LinkTarget target);
  StyleId style(style::ComputedStyle const& style);
  style::ComputedStyle const& at(StyleId id) const { return document_.styles[id.index()]; }
  TemplateId template_id(std::string_view name);
  SlotId slot_id(std::string_view name);

  Mark mark() const { return {document_.nodes.size(), document_.links.size()}; }
  void roll_back(Mark mark);

 private:
  Document& document_;
};

}  // namespace resumec::flow

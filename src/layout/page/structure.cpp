#include "layout/page/structure.hpp"

namespace resumec::layout {

StructureBuilder::StructureBuilder(flow::Document const& flow) : flow_{flow}, nodes_(flow.nodes.size() + 1), attached_(flow.nodes.size()) {
  for (std::size_t i = 0; i < flow.nodes.size(); ++i) {
    flow::Node const& from = flow.nodes[i];
    display::StructureNode& to = nodes_[i];
    to.role = from.role;
    to.level = from.level;
    to.lang = from.lang;
    to.alt = from.alt;
    to.link = from.link;
    to.numbered_list = from.numbered_list;
    to.span = from.span;
  }
  nodes_.back().role = base::Role::Artifact;
  if (!attached_.empty()) attached_.front() = true;
}

void StructureBuilder::touch(base::NodeId node) {
  path_.clear();
  while (node && node.index() < attached_.size() && !attached_[node.index()]) {
    attached_[node.index()] = true;
    path_.push_back(node);
    node = flow_.nodes[node.index()].parent;
  }
  bool const rooted = node && node.index() < attached_.size();
  if (!rooted) return;  // an artifact of the flow: outside the tree
  for (std::size_t i = path_.size(); i-- > 0;) {
    base::NodeId const parent = flow_.nodes[path_[i].index()].parent;
    nodes_[path_[i].index()].parent = parent;
    nodes_[parent.index()].children.push_back(path_[i]);
  }
}

}  // namespace resumec::layout

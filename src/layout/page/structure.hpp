// The structure tree: the flow's nodes in the order in which their content was placed. Nodes without content are left out.
#pragma once

#include "display/document.hpp"
#include "flow/document.hpp"

#include <vector>

namespace resumec::layout {

class StructureBuilder {
 public:
  explicit StructureBuilder(flow::Document const& flow);

  /// Something of this node was placed: it and its ancestors join the tree, if they are not in it yet.
  void touch(base::NodeId node);
  std::vector<display::StructureNode> take() { return std::move(nodes_); }

 private:
  flow::Document const& flow_;
  std::vector<display::StructureNode> nodes_;  ///< the last is the artifact node
  std::vector<bool> attached_;
  std::vector<base::NodeId> path_;
};

}  // namespace resumec::layout

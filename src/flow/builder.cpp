#include "flow/builder.hpp"

#include <algorithm>

namespace resumec::flow {

namespace {

template <class IdType>
IdType intern(std::vector<std::string>& names, std::string_view name) {
  auto const found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return IdType::from(found - names.begin());
  names.emplace_back(name);
  return IdType::from(names.size() - 1);
}

}  // namespace

NodeId Builder::node(Node node) {
  document_.nodes.push_back(std::move(node));
  return NodeId::from(document_.nodes.size() - 1);
}

LinkId Builder::link(LinkTarget target) {
  document_.links.push_back(std::move(target));
  return LinkId::from(document_.links.size() - 1);
}

StyleId Builder::style(style::ComputedStyle const& style) {
  auto& styles = document_.styles;
  auto const found = std::find(styles.begin(), styles.end(), style);
  if (found != styles.end()) return StyleId::from(found - styles.begin());
  styles.push_back(style);
  return StyleId::from(styles.size() - 1);
}

TemplateId Builder::template_id(std::string_view name) { return intern<TemplateId>(document_.template_names, name); }
SlotId Builder::slot_id(std::string_view name) { return intern<SlotId>(document_.slot_names, name); }

void Builder::roll_back(Mark mark) {
  document_.nodes.resize(mark.nodes);
  document_.links.resize(mark.links);
}

}  // namespace resumec::flow

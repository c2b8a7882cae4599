#include "layout/block/price_breaks.hpp"

#include <algorithm>
#include <cstdint>

namespace resumec::layout {

namespace {

using base::NodeId;
using base::Role;

/// An entry of up to so many lines stays whole if it can (typesetting.md §3.2).
constexpr Units short_entry = 5 * 16;

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// A section, entry or item and the boxes in it, which follow each other.
struct Group {
  NodeId node;
  Role role = Role::Document;
  std::size_t parent = none;
  std::size_t depth = 0;
  Units height = 0;                ///< of its boxes, without gaps
  std::size_t first_point = none;  ///< of an entry: groups
  std::size_t last_point = none;
};

/// The groups of a list as a tree whose root is group 0.
class Groups {
 public:
  Groups(VerticalList const& list, std::span<flow::Node const> nodes);

  /// What the place before a box is, as far as groups tell.
  Seam place_before(std::size_t box) const;

 private:
  std::size_t innermost(NodeId node);
  void count(std::size_t group, Units height);

  std::span<flow::Node const> nodes_;
  std::vector<Group> groups_;
  std::vector<std::size_t> group_of_box_;
  std::vector<NodeId> path_;       ///< groups around the box in hand, innermost first
  std::vector<std::size_t> open_;  ///< groups around the last box, outermost first
};

bool is_group(Role role) { return role == Role::Section || role == Role::Entry || role == Role::ListItem; }

Groups::Groups(VerticalList const& list, std::span<flow::Node const> nodes) : nodes_{nodes}, groups_(1), open_{0} {
  group_of_box_.reserve(list.boxes.size());
  for (VerticalBox const& box : list.boxes) {
    std::size_t const group = innermost(box.node);
    group_of_box_.push_back(group);
    count(group, box.fragment.height);
  }
}

std::size_t Groups::innermost(NodeId node) {
  path_.clear();
  while (node && node.index() < nodes_.size()) {
    if (is_group(nodes_[node.index()].role)) path_.push_back(node);
    node = nodes_[node.index()].parent;
  }
  std::size_t common = 0;
  while (common < path_.size() && common + 1 < open_.size() && groups_[open_[common + 1]].node == path_[path_.size() - 1 - common])
    ++common;
  open_.resize(common + 1);
  for (; common < path_.size(); ++common) {
    NodeId const inner = path_[path_.size() - 1 - common];
    std::size_t const made = groups_.size();
    std::size_t const parent = open_.back();
    groups_.push_back({inner, nodes_[inner.index()].role, parent, open_.size(), 0, none, none});
    if (groups_.back().role == Role::ListItem && groups_[parent].role == Role::Entry) {
      if (groups_[parent].first_point == none) groups_[parent].first_point = made;
      groups_[parent].last_point = made;
    }
    open_.push_back(made);
  }
  return open_.back();
}

void Groups::count(std::size_t group, Units height) {
  for (; group != none; group = groups_[group].parent) groups_[group].height += height;
}

Seam Groups::place_before(std::size_t box) const {
  std::size_t above = group_of_box_[box - 1], below = group_of_box_[box];
  // The children of the innermost group around both, where the boxes are deeper than that.
  std::size_t child_above = none, child_below = none;
  while (above != below) {
    if (groups_[above].depth >= groups_[below].depth)
      above = groups_[child_above = above].parent;
    else
      below = groups_[child_below = below].parent;
  }
  std::size_t const around = above;
  bool const both = child_above != none && child_below != none;
  Seam place = Seam::BetweenParts;
  switch (groups_[around].role) {
    case Role::Section:
      if (both) place = Seam::BetweenEntries;
      break;
    case Role::Entry:
      if (both && groups_[child_above].role == Role::ListItem && groups_[child_below].role == Role::ListItem) {
        place = child_above == groups_[around].first_point  ? Seam::AfterFirstPoint
                : child_below == groups_[around].last_point ? Seam::BeforeLastPoint
                                                            : Seam::BetweenPoints;
      }
      break;
    case Role::ListItem:
      place = both ? Seam::BetweenPoints : Seam::InsidePoint;
      break;
    default:
      if (child_above != none || child_below != none) place = Seam::BetweenSections;
      break;
  }
  std::size_t entry = around;
  while (entry != none && groups_[entry].role != Role::Entry) entry = groups_[entry].parent;
  bool const split_short = entry != none && groups_[entry].height <= short_entry;
  return split_short && cost_of(place) < cost_of(Seam::ShortEntry) ? Seam::ShortEntry : place;
}

Seam place_of(Joint joint) {
  switch (joint) {
    case Joint::Inside:
      return Seam::InsideParagraph;
    case Joint::Torn:
      return Seam::Torn;
    case Joint::Parted:
      return Seam::Parted;
    case Joint::Free:
      break;
  }
  return Seam::BetweenSections;
}

}  // namespace

void price_breaks(VerticalList& list, std::span<Joint const> joints, std::span<flow::Node const> nodes) {
  Groups const groups{list, nodes};
  for (std::size_t i = 1; i < list.boxes.size(); ++i) {
    Seam place = groups.place_before(i);
    if (joints[i] != Joint::Free && cost_of(place_of(joints[i])) >= cost_of(place)) place = place_of(joints[i]);
    list.boxes[i].page_break = {place, cost_of(place)};
  }
}

void apply_wishes(VerticalList& list, std::span<BreakWish const> wishes) {
  for (auto const& [box, wish] : wishes) {
    std::size_t at = box;
    while (at > 0 && !list.boxes[at].page_break.allowed()) --at;
    Cost& cost = list.boxes[at].page_break.cost;
    if (wish == flow::BreakBefore::Force) cost = forced;
    if (cost > forced) cost += wish == flow::BreakBefore::Avoid ? avoided : wish == flow::BreakBefore::Prefer ? preferred : 0;
  }
}

}  // namespace resumec::layout

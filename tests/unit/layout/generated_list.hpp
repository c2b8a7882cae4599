// Vertical lists like those of real résumés, made from a seed: sections with titles, entries with headers, points of one to five lines,
// priced as the flow's are.
#pragma once

#include "layout/block/price_breaks.hpp"
#include "layout/page/paginate.hpp"

#include <random>
#include <vector>

namespace resumec::layout::testing {

struct GeneratedList {
  VerticalList list;
  PagePosition start;
  PageHeights heights;
};

class ListGenerator {
 public:
  explicit ListGenerator(unsigned seed) : random_{seed} { node(base::Role::Document, {}); }

  GeneratedList make() {
    GeneratedList made;
    made.heights = {52 * 16 + between(0, 15), 52 * 16 + between(0, 15)};
    made.start = {0, between(4, 8) * 16};
    // Three to six pages: of two there is one end, and first fit finds the best one in two cases of three.
    Units const wanted = made.heights.first * between(26, 50) / 10;
    while (height_ + made.start.y < wanted) section();
    price_breaks(list_, joints_, nodes_);
    made.list = std::move(list_);
    return made;
  }

 private:
  int between(int least, int most) { return least + static_cast<int>(random_() % static_cast<unsigned>(most - least + 1)); }

  base::NodeId node(base::Role role, base::NodeId parent) {
    flow::Node made;
    made.role = role;
    made.parent = parent;
    nodes_.push_back(made);
    return base::NodeId::from(nodes_.size() - 1);
  }

  void push(Units height, Units gap, base::NodeId of, Joint joint) {
    VerticalBox box;
    box.fragment.height = height;
    box.gap = gap;
    box.node = of;
    list_.boxes.push_back(std::move(box));
    joints_.push_back(joint);
    height_ += height + gap;
  }

  void paragraph(int lines, Units gap, base::NodeId parent, Joint above) {
    base::NodeId const own = node(base::Role::Paragraph, parent);
    for (int i = 0; i < lines; ++i) {
      Joint const inside = lines < 4 || i == 1 || i + 1 == lines ? Joint::Torn : Joint::Inside;
      push(16, i == 0 ? gap : 0, own, i == 0 ? above : inside);
    }
  }

  void section() {
    base::NodeId const own = node(base::Role::Section, base::NodeId{0});
    push(20, 16, node(base::Role::Heading, own), Joint::Free);
    int const entries = between(1, 5);
    for (int i = 0; i < entries; ++i) entry(own, i == 0);
  }

  void entry(base::NodeId section, bool first) {
    base::NodeId const own = node(base::Role::Entry, section);
    int const headers = between(1, 2);
    for (int i = 0; i < headers; ++i)
      push(16, i > 0 ? 0 : first ? 5 : 7, node(base::Role::Paragraph, own), i > 0 || first ? Joint::Parted : Joint::Free);
    int const points = between(0, 6);
    for (int i = 0; i < points; ++i) {
      base::NodeId const item = node(base::Role::ListItem, own);
      paragraph(between(1, 10) > 8 ? between(4, 5) : between(1, 3), i == 0 ? 2 : 1, item, i == 0 ? Joint::Parted : Joint::Free);
    }
  }

  std::mt19937 random_;
  std::vector<flow::Node> nodes_;
  VerticalList list_;
  std::vector<Joint> joints_;
  Units height_ = 0;
};

inline GeneratedList generated_cv(unsigned seed) { return ListGenerator{seed}.make(); }

}  // namespace resumec::layout::testing

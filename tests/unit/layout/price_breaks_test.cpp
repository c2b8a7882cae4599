// What the ends of pages cost, place by place (typesetting.md §3.2).
#include "layout/block/price_breaks.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace resumec::layout {
namespace {

using base::NodeId;
using base::Role;

/// A résumé's boxes, with a name each.
class Boxes {
 public:
  Boxes() { node(Role::Document, {}); }
  NodeId node(Role role, NodeId parent) {
    flow::Node made;
    made.role = role;
    made.parent = parent;
    nodes.push_back(made);
    return NodeId::from(nodes.size() - 1);
  }
  void push(NodeId of, Joint joint = Joint::Free, Units height = 16) {
    VerticalBox box;
    box.fragment.height = height;
    box.node = of;
    list.boxes.push_back(std::move(box));
    joints.push_back(joint);
  }
  void point(NodeId entry, int lines = 1) {
    NodeId const text = node(Role::Paragraph, node(Role::ListItem, entry));
    for (int i = 0; i < lines; ++i) push(text, i == 0 ? Joint::Free : Joint::Torn);
  }
  std::vector<Cost> costs() {
    price_breaks(list, joints, nodes);
    std::vector<Cost> result;
    for (std::size_t i = 1; i < list.boxes.size(); ++i) result.push_back(list.boxes[i].page_break.cost);
    return result;
  }

  std::vector<flow::Node> nodes;
  VerticalList list;
  std::vector<Joint> joints;
};

using Costs = std::vector<Cost>;

TEST(PriceBreaks, OfSectionsAndEntries) {
  Boxes boxes;
  NodeId const first = boxes.node(Role::Section, NodeId{0}), second = boxes.node(Role::Section, NodeId{0});
  boxes.push(boxes.node(Role::Heading, first));
  boxes.push(boxes.node(Role::Entry, first), Joint::Parted);
  boxes.push(boxes.node(Role::Entry, first));
  boxes.push(boxes.node(Role::Heading, second));
  EXPECT_EQ(boxes.costs(), (Costs{parted, 0, -50}));
}

TEST(PriceBreaks, OfThePointsOfAnEntry) {
  Boxes boxes;
  NodeId const entry = boxes.node(Role::Entry, boxes.node(Role::Section, NodeId{0}));
  for (int i = 0; i < 5; ++i) boxes.point(entry, 2);
  EXPECT_EQ(boxes.costs(), (Costs{torn, 300, torn, 120, torn, 120, torn, 200, torn}));
}

TEST(PriceBreaks, OfTwoPointsTheDearerCounts) {
  Boxes boxes;
  NodeId const entry = boxes.node(Role::Entry, boxes.node(Role::Section, NodeId{0}));
  boxes.point(entry, 3);
  boxes.point(entry, 3);
  EXPECT_EQ(boxes.costs(), (Costs{torn, torn, 300, torn, torn}));
}

TEST(PriceBreaks, OfAnEntryOfFiveLinesAndLess) {
  Boxes boxes;
  NodeId const section = boxes.node(Role::Section, NodeId{0});
  for (int const points : {5, 6}) {
    NodeId const entry = boxes.node(Role::Entry, section);
    for (int i = 0; i < points; ++i) boxes.point(entry);
  }
  EXPECT_EQ(boxes.costs(), (Costs{400, 400, 400, 400, 0, 300, 120, 120, 120, 200}));
}

TEST(PriceBreaks, OfNestedPointsAndParagraphs) {
  Boxes boxes;
  NodeId const entry = boxes.node(Role::Entry, boxes.node(Role::Section, NodeId{0}));
  boxes.push(boxes.node(Role::Paragraph, entry));
  NodeId const item = boxes.node(Role::ListItem, entry);
  boxes.push(boxes.node(Role::Paragraph, item));
  NodeId const list = boxes.node(Role::List, item);
  for (int i = 0; i < 3; ++i) boxes.push(boxes.node(Role::Paragraph, boxes.node(Role::ListItem, list)));
  boxes.push(boxes.node(Role::Paragraph, entry));
  EXPECT_EQ(boxes.costs(), (Costs{120, 300, 120, 120, 120}));
}

TEST(PriceBreaks, OfALongParagraph) {
  Boxes boxes;
  NodeId const entry = boxes.node(Role::Entry, boxes.node(Role::Section, NodeId{0}));
  NodeId const text = boxes.node(Role::Paragraph, entry);
  for (Joint const joint : {Joint::Free, Joint::Torn, Joint::Inside, Joint::Inside, Joint::Inside, Joint::Torn}) boxes.push(text, joint);
  EXPECT_EQ(boxes.costs(), (Costs{torn, 400, 400, 400, torn}));
}

TEST(PriceBreaks, OfItemsThatAreEntries) {
  Boxes boxes;
  NodeId const list = boxes.node(Role::List, boxes.node(Role::Section, NodeId{0}));
  for (int i = 0; i < 3; ++i) {
    NodeId const item = boxes.node(Role::ListItem, list);
    boxes.push(item, Joint::Free, 48);
    boxes.push(item, Joint::Torn, 48);
  }
  EXPECT_EQ(boxes.costs(), (Costs{torn, 0, torn, 0, torn}));
}

TEST(PriceBreaks, OfPositionsInOneOrganisation) {
  Boxes boxes;
  NodeId const whole = boxes.node(Role::Entry, boxes.node(Role::Section, NodeId{0}));
  boxes.push(boxes.node(Role::Paragraph, whole));
  for (int i = 0; i < 2; ++i) {
    NodeId const role = boxes.node(Role::Entry, whole);
    boxes.push(role, i == 0 ? Joint::Parted : Joint::Free, 48);
    boxes.point(role, 3);
  }
  EXPECT_EQ(boxes.costs(), (Costs{parted, 120, torn, torn, 120, 120, torn, torn}));
}

TEST(PriceBreaks, WishesAddToWhatAPlaceCosts) {
  using flow::BreakBefore;
  Boxes boxes;
  NodeId const section = boxes.node(Role::Section, NodeId{0});
  for (int i = 0; i < 5; ++i) boxes.push(boxes.node(Role::Entry, section));
  boxes.costs();
  std::vector<BreakWish> const wishes{{1, BreakBefore::Avoid}, {2, BreakBefore::Prefer}, {3, BreakBefore::Force}, {3, BreakBefore::Avoid}};
  apply_wishes(boxes.list, wishes);
  EXPECT_EQ(boxes.list.boxes[1].page_break.cost, 1000);
  EXPECT_EQ(boxes.list.boxes[2].page_break.cost, -500);
  EXPECT_TRUE(boxes.list.boxes[3].page_break.is_forced());
  EXPECT_EQ(boxes.list.boxes[4].page_break.cost, 0);
}

TEST(PriceBreaks, AWishBehindATitleConcernsThePlaceAboveIt) {
  Boxes boxes;
  NodeId const first = boxes.node(Role::Section, NodeId{0}), second = boxes.node(Role::Section, NodeId{0});
  boxes.push(boxes.node(Role::Entry, first));
  boxes.push(boxes.node(Role::Heading, second));
  boxes.push(boxes.node(Role::Entry, second), Joint::Parted);
  boxes.costs();
  apply_wishes(boxes.list, std::vector<BreakWish>{{2, flow::BreakBefore::Prefer}});
  EXPECT_EQ(boxes.list.boxes[1].page_break.cost, -550);
  EXPECT_EQ(boxes.list.boxes[2].page_break.cost, parted);
}

}  // namespace
}  // namespace resumec::layout

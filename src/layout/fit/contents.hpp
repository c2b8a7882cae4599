// Measured boxes → the solver's question, and its answer → items of the résumé. A column's boxes are taken apart into sections, entries
// and points by the flow's marks of what can be left out.
#pragma once

#include "layout/fit/facts.hpp"
#include "layout/fit/joint.hpp"
#include "layout/fit/measure.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace resumec::layout::fit {

using base::ItemId;

/// Which part of the résumé each node of the flow prints: a tree, from the column down to nested points.
class Parts {
 public:
  explicit Parts(flow::Document const& flow);

  static constexpr std::uint32_t root = 0;
  struct Part {
    std::uint32_t parent = root;
    std::vector<ItemId> items;  ///< that go together; none for the root
    bool starts_page = false;   ///< `page_break: force`
  };
  Part const& part(std::uint32_t index) const { return parts_[index]; }
  std::uint32_t of(base::NodeId node) const { return node ? of_node_[node.index()] : root; }

 private:
  void add(flow::Block const& block, std::uint32_t around);

  std::vector<Part> parts_;
  std::vector<std::uint32_t> of_node_;
};

/// A stretch that no page's end divides.
struct Chunk {
  Units gap = 0, height = 0;
};

/// The boxes of a part: its own first ones, then those of its parts, in order. What it has of its own between them or behind them is a part
/// without a number.
struct PartBoxes {
  static constexpr std::uint32_t anonymous = 0xFFFF'FFFF;
  std::uint32_t part = Parts::root;
  std::vector<Chunk> own;
  std::vector<PartBoxes> inside;
  int lines = 0, words = 0;  ///< of its own: lines, and words on the last of them
};

PartBoxes take_apart(std::span<MeasuredBox const> boxes, Parts const& parts);

/// What showing an option of the solver's means: these items of the résumé go, are shortened, or get a line less.
struct Meaning {
  std::vector<ItemId> dropped, shortened, tightened;
};

/// Boxes of items otherwise than they are as a rule, by item; empty where there are none.
using OtherHeights = std::vector<std::vector<Chunk>>;

/// `brief`: in their short wordings. `tight`: points with a line less.
struct Variants {
  OtherHeights brief, tight;
};

struct Question {
  Problem problem;
  /// As the problem is built: sections, entries, items, options.
  struct OfItem {
    std::vector<ItemId> all;  ///< that go if it is left out
    std::vector<Meaning> options;
  };
  struct OfEntry {
    std::vector<ItemId> all;  ///< that go if it is left out, with those of its items
    std::vector<OfItem> items;
  };
  struct OfSection {
    std::vector<ItemId> all;
    std::vector<OfEntry> entries;
  };
  std::vector<OfSection> sections;
};

Question make_question(PartBoxes const& column, Parts const& parts, Facts const& facts, Variants const& variants, int gaps_percent);

/// Where columns that are solved together show an item; nothing where none of them can leave it out.
std::optional<Spot> spot_of(std::span<Question const* const> columns, ItemId item);

/// What a choice leaves out and shortens.
Meaning meaning_of(Question const& question, std::vector<Shown> const& shown);

}  // namespace resumec::layout::fit

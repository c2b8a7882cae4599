// A finished document as an eye meets it: every example in every layout on both papers, and its text as lines with edges and
// baselines, each with the block of the flow that asked for it. The rules of the look are checked on these values.
#pragma once

#include "display/document.hpp"
#include "flow/document.hpp"
#include "resumec/diagnostics.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::look {

using base::Em;
using base::Length;
using base::NodeId;
using base::Role;

/// Positions are sums of rounded parts; nobody sees a thousandth of a point.
inline constexpr Length tolerance = Length::raw(Length::point / 1000);
bool same(Length a, Length b);

enum class Cell { None, Left, Right };

/// Where in the flow a paragraph stands.
struct Place {
  flow::Block const* block = nullptr;
  flow::Block const* row = nullptr;  ///< of a cell
  Cell cell = Cell::None;
  std::vector<flow::Block const*> items;  ///< around it, outermost first
  flow::Block const* list = nullptr;      ///< of the innermost item
  flow::Block const* columns = nullptr;   ///< group of columns around it
  Length left, right;                     ///< of its column; of a group's first column
};

struct Line {
  std::size_t page = 0;
  Place const* place = nullptr;  ///< none in running heads
  display::GlyphRun const* marker = nullptr;
  std::vector<display::GlyphRun const*> runs;
  Length left, right, baseline;    ///< of what is seen, without the marker and what hangs out of the edges
  Length area_left, area_right;    ///< of its column
  bool first = true, last = true;  ///< of its paragraph
  bool forced = false;             ///< ends where the author ended it
  std::string text() const;
};

struct Rule {
  std::size_t page = 0;
  display::Rule const* rule = nullptr;
  bool of_text = false;  ///< an underline or a stroke
};

class Sheet {
 public:
  enum class Size { OfLayout, OfSource };
  Sheet(std::string sheet_name, Size who_sets_size, flow::Document flow_document, display::Document document, Diagnostics found);
  Sheet(Sheet const&) = delete;

  std::string const name;  ///< `every-kind, classic, a4`
  Size const size;         ///< whose choice the body size is: one that a source makes is its author's
  flow::Document const flow;
  display::Document const display;
  Diagnostics const diagnostics;
  std::vector<Line> lines;  ///< in placement order
  std::vector<Rule> rules;

  Length grid() const { return style::grid(flow.page.metrics); }
  Length body() const { return flow.page.metrics.body_size; }
  style::ComputedStyle const& style(flow::Block const& block) const { return flow.styles[block.style.index()]; }
  NodeId node_of(Line const& line) const { return line.runs.front()->node; }
  bool within(NodeId node, Role role) const;
  bool within(NodeId node, NodeId ancestor) const;
  bool in_slot(NodeId node, std::string_view slot) const;
  /// The heading of that level, 0 for none.
  int heading_level(Line const& line) const;
  /// The innermost entry at or above a node; none in the masthead and in a section's own lines.
  NodeId entry_of(NodeId node) const;
  std::string_view template_of(NodeId entry) const;
  /// The line right above in the same column; none at a page's top.
  Line const* above(Line const& line) const;
  /// Sixteenths of lh between the boxes of two lines.
  int gap(Line const& upper, Line const& lower) const;
  /// `every-kind, classic, a4, page 2, "The whispering horn"`
  std::string at(Line const& line) const;

 private:
  void find_places(flow::Block const& block, Place place);
  Place const* place_of(NodeId node) const;
  void find_lines();
  void without_hanging_marks(Line& line) const;
  void find_rules();

  std::map<NodeId, Place> places_;  ///< by the node of a paragraph
};

/// Compiled once. In the order of examples, layouts, papers.
std::vector<std::unique_ptr<Sheet>> const& sheets();

double points(Length length);

/// The ink of a run's glyph and the x-height of its font, on the page.
struct Ink {
  Length top, bottom;
};
Ink ink_of(display::Font const& font, display::GlyphRun const& run, std::size_t glyph);
Length x_height_of(display::Font const& font, display::GlyphRun const& run);

}  // namespace resumec::look

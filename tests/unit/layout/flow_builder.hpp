// Flow documents made by hand, and their layout in the square font: every glyph is 1 em wide, a space half an em. Body text is
// 10 pt on 16 pt, so that one unit of the grid is 1 pt; the page is 300 × 200 pt with margins of 20 pt: 26 em by 10 lines.
#pragma once

#include "flow/document.hpp"
#include "fonts/library.hpp"
#include "layout/layout.hpp"
#include "resumec/worlds.hpp"
#include "support/square_font.hpp"
#include "text/shape.hpp"

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace resumec::layout::testing {

using base::Em;
using base::Length;
using base::NodeId;
using base::Role;
using base::StyleId;
using flow::Block;
using flow::BlockKind;
using flow::Inline;

class FlowBuilder {
 public:
  FlowBuilder() {
    flow::Node root;
    root.role = Role::Document;
    document.nodes.push_back(root);
    style::ComputedStyle plain;
    plain.family = "serif";
    plain.lang = "en";
    document.styles.push_back(plain);
    document.metadata.lang = "en";
    style::Metrics& metrics = document.page.metrics;
    metrics.body_size = Length::pt(10);
    metrics.line_height = Length::pt(16);
    metrics.page_width = Length::pt(300);
    metrics.page_height = Length::pt(200);
    metrics.margin_top = metrics.margin_right = metrics.margin_bottom = metrics.margin_left = Length::pt(20);
    metrics.column_gap = Length::pt(20);
  }

  NodeId node(Role role, NodeId parent = NodeId{0}, int level = 0) {
    flow::Node made;
    made.parent = parent;
    made.role = role;
    made.level = level;
    document.nodes.push_back(made);
    return NodeId::from(document.nodes.size() - 1);
  }

  /// A style made from the plain one.
  template <class Change>
  StyleId style(Change change) {
    style::ComputedStyle made = document.styles.front();
    change(made);
    document.styles.push_back(made);
    return StyleId::from(document.styles.size() - 1);
  }

  Inline text(NodeId node, std::string words, StyleId style = StyleId{0}) {
    Inline made;
    made.node = node;
    made.style = style;
    made.span = {SourceId{1}, offset_, offset_ + static_cast<std::uint32_t>(words.size())};
    offset_ += static_cast<std::uint32_t>(words.size()) + 1;
    made.text = std::move(words);
    return made;
  }
  Inline separator(NodeId node, std::string words) {
    Inline made = text(node, std::move(words));
    made.generated = true;
    made.span = {};
    return made;
  }
  Inline hard_break(NodeId node) {
    Inline made;
    made.kind = flow::InlineKind::HardBreak;
    made.node = node;
    made.style = StyleId{0};
    return made;
  }

  Block paragraph(NodeId node, flow::Inlines inlines, StyleId style = StyleId{0}) {
    Block made;
    made.kind = BlockKind::Paragraph;
    made.node = node;
    made.style = style;
    made.inlines = std::move(inlines);
    return made;
  }
  /// A paragraph with a node of its own.
  Block paragraph(std::string words, StyleId style = StyleId{0}, NodeId parent = NodeId{0}) {
    NodeId const own = node(Role::Paragraph, parent);
    return paragraph(own, {text(own, std::move(words), style)}, style);
  }
  Block heading(std::string words, int level = 2, NodeId parent = NodeId{0}) {
    NodeId const own = node(Role::Heading, parent, level);
    return paragraph(own, {text(own, std::move(words))});
  }
  Block row(Block left, Block right) {
    Block made;
    made.kind = BlockKind::Row;
    made.style = StyleId{0};
    made.children = {std::move(left), std::move(right)};
    return made;
  }
  Block stack(std::vector<Block> children) {
    Block made;
    made.kind = BlockKind::Stack;
    made.children = std::move(children);
    return made;
  }
  Block item(std::string marker, Block body, Em indent = Em::milli(2000)) {
    NodeId const list_item = node(Role::ListItem);
    NodeId const label = node(Role::ListLabel, list_item);
    Block made;
    made.kind = BlockKind::Item;
    made.style = StyleId{0};
    made.node = list_item;
    made.indent = indent;
    made.marker = {text(label, std::move(marker))};
    made.marker.front().generated = true;
    document.nodes[body.node.index()].parent = list_item;
    made.children.push_back(std::move(body));
    return made;
  }

  void add(Block block, flow::ColumnRole role = flow::ColumnRole::Main) {
    for (flow::Column& column : document.columns) {
      if (column.role == role) {
        column.blocks.push_back(std::move(block));
        return;
      }
    }
    document.columns.push_back({role, {}});
    document.columns.back().blocks.push_back(std::move(block));
  }

  flow::Document document;

 private:
  std::uint32_t offset_ = 0;
};

/// Fonts and shaper, made once a test.
class Press {
 public:
  Press()
      : world_{memory_world(resumec::testing::square_font_files())},
        library_{fonts::Library::load(*world_, diagnostics)},
        shaper_{*library_} {}

  display::Document lay_out(FlowBuilder const& builder) { return layout::lay_out(builder.document, shaper_, *world_, diagnostics); }
  flow::Document with_line_ends(FlowBuilder const& builder) { return layout::with_line_ends(builder.document, shaper_, *world_); }
  std::string lines(FlowBuilder const& builder) { return layout::dump_lines(builder.document, shaper_, *world_, diagnostics); }

  std::vector<std::string> kinds() const {
    std::vector<std::string> names;
    for (Diagnostic const& diagnostic : diagnostics) names.push_back(diagnostic.kind);
    return names;
  }

  Diagnostics diagnostics;

 private:
  std::unique_ptr<World> world_;
  std::unique_ptr<fonts::Library> library_;
  text::Shaper shaper_;
};

/// All runs of a page, in placement order.
inline std::vector<display::GlyphRun> runs_of(display::Document const& document, std::size_t page = 0) {
  std::vector<display::GlyphRun> runs;
  for (display::Item const& item : document.pages.at(page).items) {
    if (auto const* run = std::get_if<display::GlyphRun>(&item)) runs.push_back(*run);
  }
  return runs;
}

template <class Kind>
std::vector<Kind> items_of(display::Document const& document, std::size_t page = 0) {
  std::vector<Kind> found;
  for (display::Item const& item : document.pages.at(page).items) {
    if (auto const* of_kind = std::get_if<Kind>(&item)) found.push_back(*of_kind);
  }
  return found;
}

/// Whole points, for expectations that are read; fails to compare equal if there is a fraction.
inline double points(Length length) { return static_cast<double>(length.raw()) / Length::point; }

inline Length width_of(display::GlyphRun const& run) {
  Length width;
  for (display::Glyph const& glyph : run.glyphs) width += glyph.advance;
  return width;
}

}  // namespace resumec::layout::testing

#include "layout/block/build.hpp"

#include "layout/block/balance.hpp"
#include "layout/block/label.hpp"
#include "layout/inline/finalize.hpp"
#include "layout/inline/paragraph.hpp"
#include "layout/inline/prepared_texts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::layout {

namespace {

/// Paragraphs of fewer lines stay on one page; longer ones keep two lines on each side.
constexpr std::size_t shortest_split = 4;
/// A rule lies this far below the baseline it belongs to: 0.2 lh, in fifths of lh.
constexpr std::int64_t rule_drop_fifths = 1;
/// A right cell wider than this part of the measure gets a line of its own when the left one does not fit beside it.
constexpr std::int64_t widest_cell_percent = 45;

style::ComputedStyle const& style_of(flow::Block const& block, Context const& context) {
  static style::ComputedStyle const plain;
  return block.style && block.style.index() < context.flow.styles.size() ? context.flow.styles[block.style.index()] : plain;
}

bool is_heading(flow::Block const& block, Context const& context) {
  return block.node && block.node.index() < context.flow.nodes.size() && context.flow.nodes[block.node.index()].role == base::Role::Heading;
}

std::string text_of(flow::Inlines const& inlines) {
  std::string text;
  for (flow::Inline const& piece : inlines) {
    if (piece.kind == flow::InlineKind::Text)
      text += piece.text;
    else if (piece.kind == flow::InlineKind::HardBreak)
      text += ' ';
  }
  return text;
}

/// Lines one below the other as one fragment that no page cuts.
Fragment joined(std::vector<Fragment> lines, Length grid) {
  if (lines.empty()) return {};
  Fragment whole = std::move(lines.front());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    Units const below = whole.height;
    merge(whole, std::move(lines[i]), Length{}, below, grid);
  }
  return whole;
}

}  // namespace

/// Text is indented by its own style; what only holds other blocks is not, or the indent would count twice.
Area BlockBuilder::indented(flow::Block const& block, Area area) const {
  Length const indent = std::min(context_.from_body_em(style_of(block, context_).indent), area.width);
  return {area.left + indent, area.width - indent};
}

void BlockBuilder::push(Fragment fragment, NodeId node, Joint joint) {
  if (keep_next_) joint = Joint::Parted;
  keep_next_ = false;
  Units const gap = style::scaled_gap(std::max(gap_, 0), context_.flow.page.metrics.gaps);
  list_.boxes.push_back({std::move(fragment), gap, {}, node, nullptr, std::exchange(outline_, std::nullopt)});
  joints_.push_back(joint);
  gap_ = 0;
}

void BlockBuilder::push_lines(std::vector<Fragment> lines, NodeId node) {
  std::size_t const count = lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    Joint joint = i == 0 ? Joint::Free : Joint::Inside;
    if (i > 0 && (count < shortest_split || i == 1 || i + 1 == count)) joint = Joint::Torn;
    push(std::move(lines[i]), node, joint);
  }
}

VerticalList BlockBuilder::take() {
  list_.gap_below = style::scaled_gap(gap_, context_.flow.page.metrics.gaps);
  gap_ = 0;
  price_breaks(list_, joints_, context_.flow.nodes);
  apply_wishes(list_, wishes_);
  joints_.clear();
  wishes_.clear();
  return std::exchange(list_, VerticalList{});
}

void BlockBuilder::add(flow::Block const& block, Area area) {
  if (block.kind == flow::BlockKind::Rule) {
    rule(block, area);
  } else {
    gap_ = std::max(gap_, block.above);
    std::size_t const first = list_.boxes.size();
    switch (block.kind) {
      case flow::BlockKind::Stack:
        stack(block, area);
        break;
      case flow::BlockKind::Paragraph:
        paragraph(block, area);
        break;
      case flow::BlockKind::Row:
        row(block, area);
        break;
      case flow::BlockKind::Item:
        item(block, area);
        break;
      case flow::BlockKind::Columns:
        columns(block, area);
        break;
      case flow::BlockKind::Contacts:
        contacts(block, area);
        break;
      case flow::BlockKind::Rule:
        break;
    }
    if (block.keep_together) {
      for (std::size_t i = first + 1; i < list_.boxes.size(); ++i) {
        joints_[i] = std::max(joints_[i], Joint::Torn);
      }
    }
    if (!block.continued.empty()) continue_on_pages(block.continued.front(), first, area);
    gap_ = std::max(gap_, block.below);
    if (first == list_.boxes.size()) return;  // nothing to keep
    bool const holds_blocks = block.kind == flow::BlockKind::Stack || block.kind == flow::BlockKind::Item;
    if (!holds_blocks && list_.boxes[first].starts == nullptr) list_.boxes[first].starts = &block;
    if (block.break_before != flow::BreakBefore::Free) wishes_.push_back({first, block.break_before});
  }
  if (block.keep == flow::Keep::WithNext) keep_next_ = true;
}

/// Boxes behind the one at `first` get `line` for the top of a page, unless what they are in has one of its own.
void BlockBuilder::continue_on_pages(flow::Block const& line, std::size_t first, Area area) {
  if (list_.boxes.size() < first + 2) return;
  bool const was_artifact = std::exchange(context_.in_artifact, true);
  std::string* const log = std::exchange(context_.line_log, nullptr);  // paragraphs are the text's
  BlockBuilder builder{context_, steps_, 0};
  builder.add(line, area);
  VerticalList made = builder.take();
  context_.in_artifact = was_artifact;
  context_.line_log = log;
  std::vector<Fragment> lines;
  for (VerticalBox& box : made.boxes) lines.push_back(std::move(box.fragment));
  Fragment whole = joined(std::move(lines), context_.grid);
  if (whole.items.empty()) return;
  whole.height += made.gap_below;
  auto const continued = std::make_shared<Fragment const>(std::move(whole));
  for (std::size_t i = first + 1; i < list_.boxes.size(); ++i) {
    if (!list_.boxes[i].continued) list_.boxes[i].continued = continued;
  }
}

void BlockBuilder::stack(flow::Block const& block, Area area) {
  bool const is_list =
      block.node && block.node.index() < context_.flow.nodes.size() && context_.flow.nodes[block.node.index()].role == base::Role::List;
  Length const outer = label_room_;
  if (is_list) label_room_ = label_room(block, area.width, context_);
  for (flow::Block const& child : block.children) add(child, area);
  label_room_ = outer;
}

void BlockBuilder::note_outline(flow::Block const& block) {
  if (!block.node || block.node.index() >= context_.flow.nodes.size()) return;
  flow::Node const& node = context_.flow.nodes[block.node.index()];
  if (node.role == base::Role::Heading && node.level == 2 && !context_.in_artifact) outline_ = text_of(block.inlines);
}

void BlockBuilder::paragraph(flow::Block const& block, Area area) {
  area = indented(block, area);
  note_outline(block);
  ParagraphConfig config = ParagraphConfig::of(style_of(block, context_), area.left, area.width);
  Length const pushed = std::exchange(first_left_, Length{});
  config.first_left += pushed;
  config.first_width -= pushed;
  if (!is_heading(block, context_)) config.breaking = breaking_of(style_of(block, context_), area.width, context_);
  config.looseness = block.looseness;
  config.line_ends = line_ends_of(block);
  push_lines(set_paragraph(block.inlines, config, context_), block.node);
  outline_.reset();
}

LineEnds* BlockBuilder::line_ends_of(flow::Block const& block) const {
  return context_.line_ends == nullptr || context_.in_artifact ? nullptr : &(*context_.line_ends)[&block.inlines];
}

void BlockBuilder::contacts(flow::Block const& block, Area area) {
  area = indented(block, area);
  ParagraphConfig config = ParagraphConfig::of(style_of(block, context_), area.left, area.width);
  config.breaking = Breaking::Items;
  if (std::vector<Fragment> lines = set_paragraph(block.inlines, config, context_); !lines.empty()) {
    push(joined(std::move(lines), context_.grid), block.node, Joint::Free);
  }
}

void BlockBuilder::row(flow::Block const& block, Area area) {
  if (block.children.empty()) return;
  flow::Block const& left = block.children.front();
  area = indented(left, area);
  gap_ = std::max(gap_, left.above);
  ParagraphConfig config = ParagraphConfig::of(style_of(left, context_), area.left, area.width);
  if (config.align == style::Align::Justify || config.align == style::Align::Auto) config.align = style::Align::Left;
  Length const pushed = std::exchange(first_left_, Length{});
  config.first_left += pushed;
  config.first_width -= pushed;
  note_outline(left);
  config.line_ends = line_ends_of(left);

  Fragment right;
  flow::Block const* right_cell = block.children.size() > 1 ? &block.children[1] : nullptr;
  flow::Inlines const* wording = nullptr;
  if (right_cell != nullptr) {
    wording = &steps_.wording(*right_cell, context_.flow);
    right = set_line(*wording, std::max(style_of(*right_cell, context_).leading_16ths, 1), context_);
  }
  Prepared prepared = prepare_text(left.inlines, Breaking::Prose, context_);
  Fragment whole;
  if (right.items.empty()) {
    whole = joined(set_paragraph(prepared, config, context_), context_.grid);
  } else if (prepared.pieces.empty()) {
    translate(right.items, 0, area.left + area.width - right.width, Length{});
    whole = std::move(right);
  } else {
    Length const beside = config.first_width - right.width - context_.from_body_em(cell_gap);
    Width const beside_em = context_.in_body_em(beside);
    bool const fits = natural_width(prepared) <= beside_em;
    bool const own_line = !fits && (right.width * 100 > area.width * widest_cell_percent ||
                                    prepared.segments.front().width - prepared.segments.front().tracking > beside_em);
    if (!own_line) config.first_width = beside;
    whole = joined(set_paragraph(prepared, config, context_), context_.grid);
    if (!own_line) {
      // One baseline; the reading order is left, then right.
      Units const drop = whole.baseline - right.baseline;
      if (drop < 0) {
        translate(whole.items, 0, Length{}, context_.grid * -drop);
        whole.height -= drop;
        whole.baseline -= drop;
        whole.last_baseline -= drop;
      }
      merge(whole, std::move(right), area.left + area.width - right.width, std::max(drop, 0), context_.grid);
    } else if (right.width <= area.width) {
      Units const below = whole.height;
      merge(whole, std::move(right), area.left + area.width - right.width, below, context_.grid);
    } else {
      ParagraphConfig own = ParagraphConfig::of(style_of(*right_cell, context_), area.left, area.width);
      own.align = style::Align::Right;
      for (Fragment& line : set_paragraph(*wording, own, context_)) {
        Units const below = whole.height;
        merge(whole, std::move(line), Length{}, below, context_.grid);
      }
    }
  }
  if (!whole.items.empty()) push(std::move(whole), block.node ? block.node : left.node, Joint::Free);
  outline_.reset();
  gap_ = std::max(gap_, left.below);
}

/// Marks stand in the middle of their indent. Labels are flush right with each other, a space before the text, and the widest of a list
/// starts at the column's edge.
void BlockBuilder::item(flow::Block const& block, Area area) {
  Length const room = std::exchange(label_room_, Length{});
  Length const indent = text_indent(block, room, area.width, context_);
  Label label = make_label(block.marker, context_);
  Fragment& marker = label.fragment;
  Length marker_left;
  if (auto* const run = last_run(label); run != nullptr) {
    marker_left = std::max(Length{}, label.is_mark ? (indent - marker.width) / 2 : room - label.space - marker.width);
    Length const text_left = std::max(indent, marker_left + marker.width + label.space);
    run->glyphs.back().advance = text_left - marker_left - marker.width;
    first_left_ = text_left - indent;
    StyleId const style_id = block.marker.back().style;
    style::ComputedStyle const& style = context_.flow.styles[style_id.index()];
    if (label.is_mark && style.size < Em::raw(Em::one)) {
      // A smaller mark is raised to the middle of the text's x-height.
      Em const x_height = context_.x_height(style_id);
      Length const raise = base::at(x_height, context_.body_size - base::at(style.size, context_.body_size)) / 2;
      translate(marker.items, 0, Length{}, -raise);
    }
  }
  std::size_t const first = list_.boxes.size();
  for (flow::Block const& child : block.children) add(child, {area.left + indent, area.width - indent});
  first_left_ = Length{};
  label_room_ = room;
  if (first == list_.boxes.size() || marker.items.empty()) return;
  Fragment& line = list_.boxes[first].fragment;
  translate(marker.items, 0, area.left + marker_left, context_.grid * (line.baseline - marker.baseline));
  line.items.insert(line.items.begin(), std::make_move_iterator(marker.items.begin()), std::make_move_iterator(marker.items.end()));
}

/// A rule belongs to the baseline above it and takes no room of its own: the gap below the line above stays below the rule. One
/// that asks for a gap above divides, and stands by itself.
void BlockBuilder::rule(flow::Block const& block, Area area) {
  Length const line_height = context_.grid * 16;
  Length const drop = Length::raw(line_height.raw() * rule_drop_fifths / 5);
  display::Rule line{context_.artifact, {{area.left, Length{}}, {area.width, block.thickness}}, style_of(block, context_).color};
  if (block.above == 0 && !list_.boxes.empty()) {
    Fragment& above = list_.boxes.back().fragment;
    line.rect.origin.y = context_.grid * above.last_baseline + drop;
    above.items.emplace_back(line);
    gap_ = std::max(gap_, block.below);
    return;
  }
  gap_ = std::max(gap_, block.above);
  Fragment own;
  own.width = area.width;
  own.items.emplace_back(line);
  push(std::move(own), block.node, Joint::Parted);
  gap_ = std::max(gap_, block.below);
}

void BlockBuilder::columns(flow::Block const& block, Area area) {
  auto const count = column_count(block);
  if (count == 1) {
    for (flow::Block const& child : block.children) add(child, area);
    return;
  }
  Length const gap = context_.column_gap();
  Length const width = column_width(area.width, count, context_);
  std::vector<VerticalList> children;
  children.reserve(block.children.size());
  Length const room = label_room(block, width, context_);
  for (flow::Block const& child : block.children) {
    BlockBuilder builder{context_, steps_, tallest_group_};
    builder.label_room_ = room;
    builder.add(child, {Length{}, width});
    if (VerticalList list = builder.take(); !list.boxes.empty()) children.push_back(std::move(list));
  }
  bool const too_tall =
      std::any_of(children.begin(), children.end(), [&](VerticalList const& child) { return height_of(child) > tallest_group_; });
  if (too_tall) {
    // A column is not cut by a page's end: what needs that stands in one column.
    for (flow::Block const& child : block.children) add(child, area);
    return;
  }
  for (Band const& band : balance(children, count, tallest_group_)) {
    Fragment whole;
    for (std::size_t column = 0; column < band.columns.size(); ++column) {
      Length const left = area.left + (width + gap) * static_cast<std::int64_t>(column);
      Units y = 0;
      Units between = 0;
      for (std::size_t child = band.columns[column].first; child < band.columns[column].last; ++child) {
        for (VerticalBox& box : children[child].boxes) {
          if (y > 0) y += std::max(between, box.gap);
          between = 0;
          Units const height = box.fragment.height;
          bool const is_first = whole.items.empty();
          Units const baseline = box.fragment.baseline;
          merge(whole, std::move(box.fragment), left, y, context_.grid);
          if (is_first) whole.baseline = baseline;
          y += height;
        }
        between = children[child].gap_below;
      }
    }
    if (!band.columns.empty()) gap_ = std::max(gap_, children[band.columns.front().first].boxes.front().gap);
    push(std::move(whole), block.node, Joint::Free);
    gap_ = std::max(gap_, band.gap_below);
  }
}

}  // namespace resumec::layout

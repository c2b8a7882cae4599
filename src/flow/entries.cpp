// Entries of a section or inside an entry, and points.
#include "flow/realizer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::flow {

namespace {

using style::ElementKind;

constexpr int default_gap = 7;
/// From a marker's left edge to its text's.
constexpr Em least_indent = Em::milli(1100);

bool shows_slot(std::vector<Element> const& elements, std::string_view name) {
  return std::any_of(elements.begin(), elements.end(), [&](Element const& element) {
    if (element.kind == ElementKind::Continued) return false;  // repeats what is shown
    for (std::string_view const attribute : {"name", "slot", "marker"}) {
      auto const* const value = element.find(attribute);
      if (value != nullptr && value->text == name && element.kind != ElementKind::Field) return true;
    }
    return (name == "points" && element.kind == ElementKind::Points) || shows_slot(element.children, name);
  });
}

bool holds_item(std::vector<Element> const& elements) {
  return std::any_of(elements.begin(), elements.end(),
                     [](Element const& element) { return element.kind == ElementKind::Item || holds_item(element.children); });
}

bool has_item(style::Template const& chosen) { return holds_item(chosen.root.children); }

/// Nothing is kept with what follows the entry.
void release_last(Blocks& blocks) {
  if (blocks.empty()) return;
  blocks.back().keep = Keep::None;
  if (blocks.back().kind != BlockKind::Row) release_last(blocks.back().children);
}

}  // namespace

BreakBefore break_of(model::Attributes const& attributes) {
  switch (attributes.page_break) {
    case model::PageBreak::Free:
      return BreakBefore::Free;
    case model::PageBreak::Avoid:
      return BreakBefore::Avoid;
    case model::PageBreak::Prefer:
      return BreakBefore::Prefer;
    case model::PageBreak::Force:
      return BreakBefore::Force;
  }
  return BreakBefore::Free;
}

namespace {

bool is_simple(model::Point const& point) {
  return point.points.empty() && point.text.base.size() <= 1 &&
         (point.text.base.empty() || point.text.base.front().kind == syntax::BlockKind::Paragraph);
}

}  // namespace

void Realizer::entries(int above, Frame& frame, Blocks& out) {
  auto* const slot = frame.find("entries");
  if (slot == nullptr) return;
  use(*slot, frame);
  Frame parent;
  parent.node = frame.node;
  parent.lang = frame.lang;
  parent.section = frame.section;
  parent.entry = frame.entry;
  parent.level = frame.heading_made ? frame.level + 1 : frame.level;
  auto const& list = frame.entry != nullptr ? frame.entry->entries : frame.section->entries;
  Blocks made;
  entry_run(list, parent, made);
  if (made.empty()) return;
  int const count = frame.entry == nullptr ? frame.section->columns : 0;
  bool const single_list = list.size() == 1 && list.front().kind == model::Kind::List;
  if (count > 1 && !single_list) {
    Block columns;
    columns.kind = BlockKind::Columns;
    columns.node = frame.node;
    columns.style = build_.style(body_);
    columns.column_count = std::min(count, 6);
    columns.above = above;
    columns.children = std::move(made);
    out.push_back(std::move(columns));
    return;
  }
  made.front().above = std::max(made.front().above, above);
  std::move(made.begin(), made.end(), std::back_inserter(out));
}

void Realizer::entry_run(std::vector<model::Entry> const& entries, Frame const& parent, Blocks& out) {
  int last_gap = 0;
  for (std::size_t i = 0; i < entries.size();) {
    auto const& chosen = template_of(entries[i], parent);
    int const gap = layout_.integer(chosen.root, "gap", default_gap);
    auto const same = [&](std::size_t j) { return &template_of(entries[j], parent) == &chosen; };
    std::size_t end = i + 1;
    Block block;
    if (joins(entries[i], chosen, parent)) {
      while (end < entries.size() && same(end) && joins(entries[end], chosen, parent)) ++end;
      block = joined(entries, i, end, chosen, parent);
    } else if (has_item(chosen) || !entries[i].number.empty()) {
      // Entries with labels are the items of a list.
      while (end < entries.size() && same(end) && (has_item(chosen) || !entries[end].number.empty())) ++end;
      block.node = child(parent.node, Role::List);
      build_.at(block.node).numbered_list = !entries[i].number.empty();
      block.style = build_.style(body_);
      for (std::size_t j = i; j < end; ++j) {
        auto const node = child(block.node, Role::ListItem, entries[j].attributes.span);
        bool const labelled = shows_slot(chosen.root.children, "number") || entries[j].number.empty();
        Block one;
        if (labelled) {
          one = entry(entries[j], chosen, parent, node);
        } else {
          auto const label = child(node, Role::ListLabel);
          auto const body = child(node, Role::ListBody);
          auto content = entry(entries[j], chosen, parent, body);
          one = marked_item(entries[j].number + ".", body_, least_indent, node, label);
          one.items = std::move(content.items);
          one.break_before = content.break_before;
          one.children = std::move(content.children);
        }
        if (one.children.empty()) continue;
        if (!block.children.empty()) one.above = std::max(one.above, gap);
        block.children.push_back(std::move(one));
      }
    } else {
      block = entry(entries[i], chosen, parent, child(parent.node, Role::Entry, entries[i].attributes.span));
    }
    i = end;
    if (block.children.empty() && block.inlines.empty()) continue;
    if (!out.empty()) block.above = std::max({block.above, gap, last_gap});
    last_gap = gap;
    out.push_back(std::move(block));
  }
}

/// Several positions in one organisation are its roles.
style::Template const& Realizer::template_of(model::Entry const& entry, Frame const& parent) const {
  bool const inside = parent.entry != nullptr && parent.entry->kind == model::Kind::Position;
  return *layout_.layout().template_for(inside && entry.kind == model::Kind::Position ? "role" : model::name_of(entry.kind));
}

Frame Realizer::entry_frame(model::Entry const& entry, style::Template const& chosen, Frame const& parent) {
  Frame frame;
  frame.template_id = build_.template_id(chosen.name);
  frame.lang = language(entry.attributes, parent.lang);
  frame.slots = entry_slots(entry, wording(frame.lang));
  frame.level = parent.level;
  frame.section = parent.section;
  frame.entry = &entry;
  return frame;
}

Block Realizer::entry(model::Entry const& entry, style::Template const& chosen, Frame const& parent, NodeId node) {
  Frame frame = entry_frame(entry, chosen, parent);
  // The number is the label of the list item around the entry, unless the template has a place for it.
  if (auto* const number = frame.find("number"); number != nullptr && !shows_slot(chosen.root.children, "number")) number->used = true;
  frame.node = node;
  build_.at(node).template_id = frame.template_id;
  if (frame.lang != parent.lang) build_.at(node).lang = frame.lang;
  Block block;
  block.node = node;
  block.style = build_.style(body_);
  block.items = items_of(entry.attributes);
  block.break_before = break_of(entry.attributes);
  blocks(chosen.root.children, frame, block.children);
  rest(frame, block.children);
  block.continued = std::move(frame.continued);
  release_last(block.children);
  return block;
}

/// True if the entry's template is one line that shows all that the entry has.
bool Realizer::joins(model::Entry const& entry, style::Template const& chosen, Frame const& parent) {
  if (chosen.root.find("joined") == nullptr || !entry.number.empty() || (parent.section != nullptr && parent.section->columns > 1))
    return false;
  auto const slots = entry_slots(entry, wording(language(entry.attributes, parent.lang)));
  return std::all_of(slots.begin(), slots.end(), [&](Slot const& slot) {
    bool const one_line = slot.points == nullptr && (slot.rich == nullptr || slot.rich->base.size() <= 1);
    return one_line && shows_slot(chosen.root.children, slot.name);
  });
}

/// Entries of one line each, one after the other in one paragraph.
Block Realizer::joined(std::vector<model::Entry> const& entries, std::size_t begin, std::size_t end, style::Template const& chosen,
                       Frame const& parent) {
  auto const& element = chosen.root.children.front();
  Block block;
  block.kind = BlockKind::Paragraph;
  block.break_before = break_of(entries[begin].attributes);
  auto const mark = build_.mark();
  block.node = child(parent.node, Role::Paragraph);
  auto const style = named(layout_.text(element, "style"), body_);
  auto const around = surroundings(parent, block.node, style);
  block.style = build_.style(around.style);
  block.above = style.above;
  block.below = style.below;
  Line line{block.node, typographer(parent.lang)};
  for (auto i = begin; i < end; ++i) {
    Frame frame = entry_frame(entries[i], chosen, parent);
    if (entries[i].attributes.item) block.items.push_back(entries[i].attributes.item);
    frame.node = child(block.node, Role::Span, entries[i].attributes.span);
    build_.at(frame.node).template_id = frame.template_id;
    if (frame.lang != parent.lang) build_.at(frame.node).lang = frame.lang;
    if (!line.inlines.empty()) {
      Inline separator;
      separator.node = block.node;
      separator.style = block.style;
      separator.text = layout_.text(chosen.root, "joined");
      separator.generated = true;
      line.separator = std::move(separator);
    }
    Line one{frame.node, typographer(frame.lang)};
    inlines(element.children, frame, one, surroundings(frame, frame.node, style));
    for (auto& run : one.inlines) put(line, std::move(run));
  }
  block.inlines = std::move(line.inlines);
  if (block.inlines.empty()) build_.roll_back(mark);
  return block;
}

void Realizer::points(std::vector<model::Point> const& points, Element const* element, Surroundings const& around, Frame const& frame,
                      int depth, Blocks& out) {
  bool const top_of_list = depth == 0 && frame.entry != nullptr && frame.entry->kind == model::Kind::List && frame.section != nullptr;
  std::string_view const style_word = top_of_list ? std::string_view{frame.section->style} : std::string_view{};
  bool const numbered = style_word == "numbered" || (top_of_list && frame.section->numbering != model::Numbering::None);
  bool const plain = style_word == "plain";
  bool const in_line = style_word == "inline" && std::all_of(points.begin(), points.end(), is_simple);
  std::string marker{"•"}, nested_marker{"–"};
  Em indent = least_indent;
  int gap = 1;
  if (element != nullptr) {
    marker = layout_.text(*element, "marker", marker);
    nested_marker = layout_.text(*element, "nested-marker", nested_marker);
    indent = layout_.ratio(*element, "indent", indent);
    gap = layout_.integer(*element, "gap", gap);
  }
  auto const mark = build_.mark();
  Block list;
  list.node = child(around.node, in_line ? Role::Paragraph : Role::List);
  list.style = build_.style(around.style);
  build_.at(list.node).numbered_list = numbered;
  if (top_of_list && frame.section->columns > 1 && !in_line) {
    list.kind = BlockKind::Columns;
    list.column_count = std::min(frame.section->columns, 6);
  }
  if (in_line) {
    list.kind = BlockKind::Paragraph;
    Line line{list.node, typographer(around.lang)};
    for (auto const& point : points) {
      if (point.attributes.item) list.items.push_back(point.attributes.item);
      if (!line.inlines.empty()) generated(line, " · ", list.node, around.style);
      Surroundings const inner{child(list.node, Role::Span, point.attributes.span), around.style, around.lang};
      if (!point.text.base.empty()) markup(line, point.text.base.front().inlines, inner);
    }
    list.inlines = std::move(line.inlines);
  }
  int number = numbered && top_of_list && frame.section->numbering == model::Numbering::Down ? static_cast<int>(points.size()) : 1;
  int const step = number == 1 ? 1 : -1;
  for (auto const& point : points) {
    if (in_line) break;
    auto const item_mark = build_.mark();
    Surroundings inner = around;
    inner.lang = language(point.attributes, around.lang);
    inner.style.lang = inner.lang;
    auto const item = child(list.node, Role::ListItem, point.attributes.span);
    if (inner.lang != around.lang) build_.at(item).lang = inner.lang;
    auto const label = plain ? item : child(item, Role::ListLabel);
    inner.node = child(item, Role::ListBody);
    auto const text = numbered ? fmt::format("{}.", number) : depth == 0 ? marker : nested_marker;
    auto const label_style = numbered ? around.style : depth == 0 ? marker_style(element, around.style) : around.style;
    Block block = plain ? Block{} : marked_item(text, label_style, indent, item, label);
    if (plain) {
      block.node = item;
      block.style = build_.style(around.style);
    }
    block.items = items_of(point.attributes);
    rich_text(point.text.base, inner, block.children);
    Slot cites;
    for (auto const& cite : point.cites) {
      if (cite.number.empty()) continue;
      Part part;
      part.text = fmt::format("[{}]", cite.number);
      part.span = cite.id.span;
      part.role = Role::Reference;
      part.literal = true;
      cites.parts.push_back(std::move(part));
    }
    if (!cites.parts.empty()) {
      if (block.children.empty() || block.children.back().kind != BlockKind::Paragraph) block.children.push_back(text_paragraph({}, inner));
      Block& paragraph = block.children.back();
      Line line{paragraph.node, typographer(inner.lang)};
      line.inlines = std::move(paragraph.inlines);
      auto const* before = line.inlines.empty() ? "" : " ";
      for (auto const& part : cites.parts) {
        generated(line, before, paragraph.node, inner.style);
        write(line, part, {paragraph.node, inner.style, inner.lang});
        before = ", ";
      }
      paragraph.inlines = std::move(line.inlines);
    }
    if (!point.points.empty()) {
      auto const before = block.children.size();
      this->points(point.points, element, inner, frame, depth + 1, block.children);
      if (block.children.size() > before) block.children[before].above = std::max(block.children[before].above, gap);
    }
    if (block.children.empty()) {
      build_.roll_back(item_mark);
      continue;
    }
    if (!list.children.empty()) block.above = std::max(block.above, gap);
    number += step;
    list.children.push_back(std::move(block));
  }
  if (list.children.empty() && list.inlines.empty()) {
    build_.roll_back(mark);
  } else {
    out.push_back(std::move(list));
  }
}

}  // namespace resumec::flow

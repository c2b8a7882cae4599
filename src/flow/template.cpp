// Filling templates: elements of the layout language → blocks and inlines.
#include "flow/realizer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::flow {

namespace {

using style::ElementKind;

/// What stands before and after the first field in braces.
std::pair<std::string_view, std::string_view> around_field(std::string_view format) {
  auto const open = format.find('{');
  auto const close = open == std::string_view::npos ? open : format.find('}', open);
  if (close == std::string_view::npos) return {format, {}};
  return {format.substr(0, open), format.substr(close + 1)};
}

std::string plain(Part const& part) { return part.markup != nullptr ? syntax::plain_text(*part.markup) : part.text; }

/// How many wordings the slots shown by these elements have at most, beyond the first.
std::size_t ladder_length(std::vector<Element> const& elements, Frame& frame) {
  std::size_t longest = 0;
  for (auto const& element : elements) {
    if (element.kind == ElementKind::Slot) {
      auto const* const name = element.find("name");
      auto const* const slot = name == nullptr ? nullptr : frame.find(name->text);
      if (slot != nullptr) longest = std::max(longest, slot->shorter.size());
    }
    longest = std::max(longest, ladder_length(element.children, frame));
  }
  return longest;
}

std::string text_of(Inlines const& inlines) {
  std::string text;
  for (auto const& run : inlines) text += run.text;
  return text;
}

}  // namespace

Slot* Frame::find(std::string_view name) {
  auto const found = std::find_if(slots.begin(), slots.end(), [&](Slot const& slot) { return slot.name == name; });
  return found == slots.end() ? nullptr : &*found;
}

void Realizer::use(Slot& slot, Frame& frame) {
  slot.used = true;
  for (auto const& rule : style::slot_rules()) {
    if (rule.parts.empty()) continue;
    for (auto const part : style::split_words(rule.parts)) {
      // A composed slot shows its parts, and a part shown alone stands for the composed one.
      if (rule.name == slot.name) {
        if (auto* const component = frame.find(part)) component->used = true;
      } else if (part == slot.name) {
        if (auto* const composed = frame.find(rule.name)) composed->used = true;
      }
    }
  }
}

bool Realizer::holds(Element const& condition, Frame& frame) {
  for (auto const name : style::split_words(layout_.text(condition, "present"))) {
    if (frame.find(name) == nullptr) return false;
  }
  for (auto const name : style::split_words(layout_.text(condition, "absent"))) {
    if (frame.find(name) != nullptr) return false;
  }
  auto const any = style::split_words(layout_.text(condition, "any"));
  if (!any.empty() && std::none_of(any.begin(), any.end(), [&](std::string_view name) { return frame.find(name) != nullptr; }))
    return false;
  auto const option = layout_.text(condition, "option");
  return option.empty() || layout_.option(option) == layout_.text(condition, "is", "true");
}

// ---- blocks

void Realizer::blocks(std::vector<Element> const& elements, Frame& frame, Blocks& out) {
  for (auto const& element : elements) block(element, frame, out);
}

void Realizer::block(Element const& element, Frame& frame, Blocks& out) {
  auto const first = out.size();
  switch (element.kind) {
    case ElementKind::If:
      if (holds(element, frame)) blocks(element.children, frame, out);
      return;
    case ElementKind::Line:
    case ElementKind::Left:
    case ElementKind::Right:
      line(element, frame, out);
      break;
    case ElementKind::Row:
      row(element, frame, out);
      break;
    case ElementKind::Stack: {
      Block stack;
      stack.node = frame.node;
      stack.style = build_.style(body_);
      stack.keep_together = layout_.flag(element, "together");
      blocks(element.children, frame, stack.children);
      if (!stack.children.empty()) out.push_back(std::move(stack));
      break;
    }
    case ElementKind::Blocks:
      if (auto* const slot = frame.find(layout_.text(element, "slot")))
        slot_blocks(*slot, named(layout_.text(element, "style"), body_), frame, out);
      break;
    case ElementKind::Points:
      if (auto* const slot = frame.find("points"); slot != nullptr && slot->points != nullptr) {
        use(*slot, frame);
        points(*slot->points, &element, surroundings(frame, frame.node, named(layout_.text(element, "style"), body_)), frame, 0, out);
      }
      break;
    case ElementKind::Entries:
      entries(layout_.integer(element, "above", 0), frame, out);
      return;
    case ElementKind::Item:
      item(element, frame, out);
      break;
    case ElementKind::Rule: {
      Block rule;
      rule.kind = BlockKind::Rule;
      rule.node = child(frame.node, Role::Artifact);
      rule.style = build_.style(named(layout_.text(element, "style"), body_));
      rule.thickness = layout_.length(element, "thickness", base::Length::milli_pt(400));
      out.push_back(std::move(rule));
      break;
    }
    case ElementKind::Contacts:
      contacts(element, frame, out);
      break;
    case ElementKind::Columns:
      columns(element, frame, out);
      break;
    case ElementKind::Continued:
      continued(element, frame);
      return;
    default:
      return;
  }
  if (out.size() == first) return;
  out[first].above = layout_.integer(element, "above", out[first].above);
  out.back().below = layout_.integer(element, "below", out.back().below);
  auto const keep = layout_.text(element, "keep");
  if (keep == "next") out.back().keep = Keep::WithNext;
  if (keep == "previous" && first > 0) out[first - 1].keep = Keep::WithNext;
  overflow(frame, out);
}

/// The paragraphs that follow the first one of a slot that was shown in a line.
void Realizer::overflow(Frame& frame, Blocks& out) {
  auto const pending = std::exchange(frame.overflow, {});
  for (auto const* const text : pending) {
    for (std::size_t i = 1; i < text->size(); ++i) rich_block((*text)[i], surroundings(frame, frame.node, body_), out);
  }
}

std::optional<Block> Realizer::paragraph(Element const& element, Frame& frame) {
  auto const mark = build_.mark();
  bool const heading = layout_.flag(element, "heading") && !frame.heading_made;
  auto const style = named(layout_.text(element, "style"), body_);
  Block block;
  block.kind = BlockKind::Paragraph;
  block.node = child(frame.node, heading ? Role::Heading : Role::Paragraph);
  if (heading && !again_) build_.at(block.node).level = std::min(frame.level, 6);
  auto const around = surroundings(frame, block.node, style);
  block.style = build_.style(around.style);
  Line line{block.node, typographer(frame.lang)};
  inlines(element.children, frame, line, around);
  if (line.inlines.empty()) {
    if (!again_) build_.roll_back(mark);
    return std::nullopt;
  }
  if (heading) frame.heading_made = true;
  block.inlines = std::move(line.inlines);
  block.above = style.above;
  block.below = style.below;
  return block;
}

void Realizer::line(Element const& element, Frame& frame, Blocks& out) {
  if (auto block = paragraph(element, frame)) out.push_back(std::move(*block));
}

void Realizer::row(Element const& element, Frame& frame, Blocks& out) {
  std::optional<Block> left, right;
  // Text order is left, then right, whatever the order in the file.
  for (auto const& cell : element.children) {
    if (cell.kind == ElementKind::Left) left = paragraph(cell, frame);
  }
  for (auto const& cell : element.children) {
    if (cell.kind != ElementKind::Right) continue;
    auto const mark = build_.mark();
    right = paragraph(cell, frame);
    if (right) alternatives(cell, frame, mark, *right);
  }
  if (left && right) {
    Block row;
    row.kind = BlockKind::Row;
    row.node = frame.node;
    row.style = left->style;
    row.above = std::max(left->above, right->above);
    row.below = std::max(left->below, right->below);
    row.children.push_back(std::move(*left));
    row.children.push_back(std::move(*right));
    out.push_back(std::move(row));
  } else if (left) {
    out.push_back(std::move(*left));
  } else if (right) {
    auto style = build_.at(right->style);
    style.align = style::Align::Right;
    right->style = build_.style(style);
    out.push_back(std::move(*right));
  }
}

/// The same cell with shorter dates and places, each shorter than the one before.
void Realizer::alternatives(Element const& element, Frame& frame, Builder::Mark mark, Block& cell) {
  auto const steps = ladder_length(element.children, frame);
  auto last = text_of(cell.inlines);
  for (std::size_t step = 1; step <= steps; ++step) {
    again_ = mark;
    ladder_step_ = step;
    auto block = paragraph(element, frame);
    again_.reset();
    ladder_step_ = 0;
    if (!block) continue;
    auto text = text_of(block->inlines);
    if (text.size() >= last.size()) continue;
    cell.alternatives.push_back({std::move(block->inlines), static_cast<int>(step)});
    last = std::move(text);
  }
}

void Realizer::slot_blocks(Slot& slot, ComputedStyle const& style, Frame& frame, Blocks& out) {
  use(slot, frame);
  if (slot.rich == nullptr && slot.points == nullptr && slot.parts.empty()) return;
  auto const first = out.size();
  auto const mark = build_.mark();
  if (slot.rich != nullptr) {
    rich_text(slot.rich->base, surroundings(frame, frame.node, style), out);
    auto const slot_id = build_.slot_id(slot.name);
    for (auto i = first; i < out.size(); ++i) build_.at(out[i].node).slot = slot_id;
  } else if (slot.points != nullptr) {
    if (!slot.label.empty()) {
      Block label;
      label.kind = BlockKind::Paragraph;
      label.node = child(frame.node, Role::Paragraph, {}, slot.name);
      label.style = build_.style(style);
      label.keep = Keep::WithNext;
      Line line{label.node, typographer(frame.lang)};
      generated(line, slot.label + ":", label.node, style);
      label.inlines = std::move(line.inlines);
      out.push_back(std::move(label));
    }
    auto const before = out.size();
    points(*slot.points, nullptr, surroundings(frame, frame.node, style), frame, 0, out);
    if (before > first && out.size() > before) out[before].above = std::max(out[before].above, 2);
    if (out.size() == before && before > first) {
      out.pop_back();
      build_.roll_back(mark);
    }
  } else {
    Block block;
    block.kind = BlockKind::Paragraph;
    block.node = child(frame.node, Role::Paragraph, {}, slot.name);
    block.style = build_.style(style);
    Line line{block.node, typographer(frame.lang)};
    for (auto const& part : slot.parts) write(line, part, surroundings(frame, block.node, style));
    block.inlines = std::move(line.inlines);
    if (!block.inlines.empty()) out.push_back(std::move(block));
  }
}

void Realizer::item(Element const& element, Frame& frame, Blocks& out) {
  auto const mark = build_.mark();
  auto const label = child(frame.node, Role::ListLabel);
  auto const body = child(frame.node, Role::ListBody);
  std::string marker{layout_.text(element, "otherwise")};
  Em const indent = layout_.ratio(element, "indent", Em::milli(1100));
  auto style = marker_style(&element, body_);
  auto* const slot = frame.find(layout_.text(element, "marker"));
  if (slot != nullptr && !slot->parts.empty()) {
    use(*slot, frame);
    auto const [before, after] = around_field(layout_.text(element, "format", "{}"));
    marker = fmt::format("{}{}{}", before, plain(slot->parts.front()), after);
    style = body_;
  }
  auto block = marked_item(std::move(marker), style, indent, frame.node, label);
  NodeId const outer = std::exchange(frame.node, body);
  blocks(element.children, frame, block.children);
  frame.node = outer;
  if (block.children.empty()) {
    build_.roll_back(mark);
  } else {
    out.push_back(std::move(block));
  }
}

void Realizer::contacts(Element const& element, Frame& frame, Blocks& out) {
  auto* const slot = frame.find("contacts");
  if (slot == nullptr || frame.section != nullptr || frame.entry != nullptr) return;
  use(*slot, frame);
  auto const style = named(layout_.text(element, "style"), body_);
  Block block;
  block.kind = BlockKind::Contacts;
  block.node = child(frame.node, Role::Paragraph, {}, "contacts");
  auto const around = surroundings(frame, block.node, style);
  block.style = build_.style(around.style);
  auto separator = layout_.text(element, "separator", " · ");
  if (separator.empty()) separator = " ";
  Line line{block.node, typographer(frame.lang)};
  for (auto const& parts : contact_items(wording(frame.lang))) {
    auto const first = line.inlines.size();
    if (first > 0) generated(line, separator, block.node, around.style);
    auto const begin = line.inlines.size();
    auto const node = child(block.node, Role::Span, parts.front().span, "contact");
    // Words of an item, such as the colon after a label, belong to it: only separators of items are generated in this block.
    for (auto const& part : parts) write(line, part, {node, around.style, around.lang});
    for (auto i = begin; i < line.inlines.size(); ++i) {
      line.inlines[i].unbreakable = true;
      line.inlines[i].generated = false;
    }
  }
  block.inlines = std::move(line.inlines);
  block.above = style.above;
  block.below = style.below;
  if (!block.inlines.empty()) out.push_back(std::move(block));
}

void Realizer::columns(Element const& element, Frame& frame, Blocks& out) {
  Block block;
  block.kind = BlockKind::Columns;
  block.node = frame.node;
  block.style = build_.style(body_);
  block.column_count = layout_.integer(element, "count", 1);
  blocks(element.children, frame, block.children);
  if (!block.children.empty()) out.push_back(std::move(block));
}

/// The line repeats what stands elsewhere: nothing in it counts as shown.
void Realizer::continued(Element const& element, Frame& frame) {
  Frame repeated = frame;
  repeated.node = child(NodeId{0}, Role::Artifact);
  auto line = paragraph(element, repeated);
  if (!line) return;
  line->below = layout_.integer(element, "below", line->below);
  frame.continued.assign(1, std::move(*line));
}

/// What no element has shown: in one line, then what has blocks. Nothing of the résumé is lost, whatever the layout.
void Realizer::rest(Frame& frame, Blocks& out) {
  Block block;
  block.kind = BlockKind::Paragraph;
  auto const mark = build_.mark();
  block.node = child(frame.node, Role::Paragraph);
  auto const around = surroundings(frame, block.node, body_);
  block.style = build_.style(around.style);
  Line line{block.node, typographer(frame.lang)};
  for (auto& slot : frame.slots) {
    if (slot.used || slot.parts.empty()) continue;
    use(slot, frame);
    if (!line.inlines.empty()) generated(line, locale::find(frame.lang).list_separator, block.node, around.style);
    auto const node = child(block.node, Role::Span, slot.parts.front().span, slot.name);
    for (auto const& part : slot.parts) write(line, part, {node, around.style, around.lang});
  }
  block.inlines = std::move(line.inlines);
  if (block.inlines.empty()) {
    build_.roll_back(mark);
  } else {
    out.push_back(std::move(block));
  }
  for (auto& slot : frame.slots) {
    if (!slot.used && (slot.rich != nullptr || slot.points != nullptr)) slot_blocks(slot, body_, frame, out);
  }
  if (auto* const slot = frame.find("contacts"); slot != nullptr && !slot->used) contacts({}, frame, out);
  if (auto* const slot = frame.find("entries"); slot != nullptr && !slot->used) entries(0, frame, out);
}

// ---- inlines

void Realizer::inlines(std::vector<Element> const& elements, Frame& frame, Line& line, Surroundings const& around) {
  for (auto const& element : elements) inline_element(element, frame, line, around);
}

void Realizer::inline_element(Element const& element, Frame& frame, Line& line, Surroundings const& around) {
  auto const style = named(layout_.text(element, "style"), around.style);
  switch (element.kind) {
    case ElementKind::Slot:
      slot_inlines(element, frame, line, {around.node, style, around.lang});
      return;
    case ElementKind::Text:
      generated(line, element.text, around.node, style);
      return;
    case ElementKind::Phrase:
      page_phrase(label_for(layout_.text(element, "id"), wording(frame.lang)), line, {around.node, style, around.lang});
      return;
    case ElementKind::Separator: {
      Inline run;
      run.node = around.node;
      run.style = build_.style(style);
      run.text = element.text;
      run.generated = true;
      if (!line.inlines.empty()) line.separator = std::move(run);
      return;
    }
    case ElementKind::Inline:
      inlines(element.children, frame, line, {around.node, style, around.lang});
      return;
    case ElementKind::Break: {
      Inline run;
      run.kind = InlineKind::HardBreak;
      run.node = around.node;
      run.style = build_.style(style);
      run.generated = true;
      if (!line.inlines.empty()) line.separator = std::move(run);
      return;
    }
    case ElementKind::Field: {
      auto const field = layout_.text(element, "name");
      if (field == "page" || field == "pages") {
        page_phrase(field == "page" ? "{page}" : "{pages}", line, {around.node, style, around.lang});
      } else {
        generated(line, field == "name" ? document_.metadata.author : document_.metadata.title, around.node, style);
      }
      return;
    }
    case ElementKind::If:
      if (holds(element, frame)) inlines(element.children, frame, line, around);
      return;
    default:
      return;
  }
}

/// A phrase of the language; `{page}` and `{pages}` are filled in when pages exist.
void Realizer::page_phrase(std::string_view phrase, Line& line, Surroundings const& around) {
  while (!phrase.empty()) {
    auto const page = phrase.find("{page}"), pages = phrase.find("{pages}");
    auto const field = std::min(page, pages);
    generated(line, phrase.substr(0, field), around.node, around.style);
    if (field == std::string_view::npos) return;
    Inline run;
    run.kind = page < pages ? InlineKind::PageNumber : InlineKind::PageCount;
    run.node = around.node;
    run.style = build_.style(around.style);
    run.generated = true;
    put(line, std::move(run));
    phrase.remove_prefix(field + (page < pages ? 6 : 7));
  }
}

void Realizer::slot_inlines(Element const& element, Frame& frame, Line& line, Surroundings const& around) {
  auto* const slot = frame.find(layout_.text(element, "name"));
  if (slot == nullptr || slot->points != nullptr) return;
  std::vector<Part> from_rich;
  auto const* parts = &slot->parts;
  if (ladder_step_ > 0 && !slot->shorter.empty()) parts = &slot->shorter[std::min(ladder_step_, slot->shorter.size()) - 1];
  if (slot->rich != nullptr) {
    // A text in a line: its first paragraph; the others follow below.
    auto const& text = slot->rich->base;
    if (text.empty() || text.front().kind != syntax::BlockKind::Paragraph) return;
    from_rich.emplace_back();
    from_rich.back().markup = &text.front().inlines;
    from_rich.back().span = slot->rich->span;
    parts = &from_rich;
    if (!slot->used && text.size() > 1 && !again_) frame.overflow.push_back(&text);
  }
  if (parts->empty()) return;
  if (!again_) use(*slot, frame);
  auto const& locale = locale::find(frame.lang);
  auto const phrase = layout_.text(element, "phrase");
  auto const [before, after] = around_field(phrase.empty() ? layout_.text(element, "format", "{}") : locale.phrase(phrase));
  bool const quoted = layout_.flag(element, "quoted") && !is_quoted(plain(parts->front()));
  auto const node = child(around.node, Role::Span, parts->front().span, slot->name);
  line.typographer.start_field();
  // Words around a slot are part of it: whoever shows the slot elsewhere shows them too.
  if (!before.empty()) generated(line, before, node, around.style);
  if (quoted) generated(line, locale.quote_open, node, around.style);
  for (auto const& part : *parts) write(line, part, {node, around.style, around.lang});
  if (quoted) generated(line, locale.quote_close, node, around.style);
  if (!after.empty()) generated(line, after, node, around.style);
}

}  // namespace resumec::flow

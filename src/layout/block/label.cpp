#include "layout/block/label.hpp"

#include "layout/inline/paragraph.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace resumec::layout {

namespace {

bool is_mark(flow::Inlines const& inlines) {
  return std::none_of(inlines.begin(), inlines.end(), [](flow::Inline const& piece) {
    return std::any_of(piece.text.begin(), piece.text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  });
}

/// An entry with a label is a stack around its item.
flow::Block const* item_in(flow::Block const& block) {
  if (block.kind == flow::BlockKind::Item) return &block;
  bool const wraps =
      block.kind == flow::BlockKind::Stack && !block.children.empty() && block.children.front().kind == flow::BlockKind::Item;
  return wraps ? &block.children.front() : nullptr;
}

}  // namespace

Label make_label(flow::Inlines inlines, Context& context) {
  Label label;
  if (inlines.empty()) return label;
  label.is_mark = is_mark(inlines);
  std::string& text = inlines.back().text;
  while (!text.empty() && text.back() == ' ') text.pop_back();
  text += ' ';
  label.fragment = set_line(inlines, 16, context);
  auto* const run = last_run(label);
  if (run == nullptr) return {};
  run->line_end = display::LineEnd::None;  // the text follows
  label.space = run->glyphs.back().advance;
  return label;
}

display::GlyphRun* last_run(Label& label) {
  auto& items = label.fragment.items;
  auto const last =
      std::find_if(items.rbegin(), items.rend(), [](auto const& item) { return std::holds_alternative<display::GlyphRun>(item); });
  return last == items.rend() ? nullptr : &std::get<display::GlyphRun>(*last);
}

Length label_room(flow::Block const& list, Length width, Context& context) {
  Length room;
  for (flow::Block const& child : list.children) {
    flow::Block const* const item = item_in(child);
    if (item == nullptr || item->marker.empty() || is_mark(item->marker)) continue;
    Label const label = make_label(item->marker, context);
    Length const wanted = label.fragment.width + label.space;
    if (wanted <= width / 4) room = std::max(room, wanted);
  }
  return room;
}

Length text_indent(flow::Block const& item, Length room, Length width, Context& context) {
  return std::min(std::max(context.from_body_em(item.indent), room), width);
}

}  // namespace resumec::layout

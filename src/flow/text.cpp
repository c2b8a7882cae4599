// Runs, paragraphs and lists: markup → inlines and blocks with nodes, styles, typography.
#include "diag/report.hpp"
#include "flow/realizer.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::flow {

namespace {

constexpr std::uint16_t bold = 700;
constexpr std::string_view bullet = "•";
/// Of capitals among small letters.
constexpr Em least_caps_tracking = Em::milli(30);

bool is_in_word(char32_t c) { return unicode::is_letter(c) || (c >= U'0' && c <= U'9'); }

char32_t code_point_before(std::string_view text, std::size_t end) {
  while (end > 0 && (static_cast<unsigned char>(text[--end]) & 0xC0U) == 0x80U) {
  }
  return unicode::decode_at(text, end).value;
}

/// True if no word goes on across `at`, which lies between two code points.
bool is_edge(std::string_view text, std::size_t at) {
  return at == 0 || at == text.size() || !is_in_word(code_point_before(text, at)) || !is_in_word(unicode::decode_at(text, at).value);
}

/// The first place at or after `from` where one of the words stands as a word: offset and length.
std::pair<std::size_t, std::size_t> find_word(std::string_view text, std::size_t from, std::vector<std::string> const& words) {
  std::size_t best = std::string_view::npos, length = 0;
  for (auto const& word : words) {
    if (word.empty()) continue;
    for (auto at = text.find(word, from); at != std::string_view::npos && at < best; at = text.find(word, at + 1)) {
      if (is_edge(text, at) && is_edge(text, at + word.size())) {
        best = at;
        length = word.size();
        break;
      }
    }
  }
  return {best, length};
}

bool has_visible(syntax::Inlines const& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](syntax::Inline const& node) {
    return !node.text.empty() || !node.references.empty() || has_visible(node.children);
  });
}

}  // namespace

NodeId Realizer::child(NodeId parent, Role role, Span span, std::string_view slot) {
  if (again_) {
    for (auto i = again_->nodes; i < document_.nodes.size(); ++i) {
      auto const& made = document_.nodes[i];
      bool const same_slot = slot.empty() ? !made.slot : made.slot && document_.slot_names[made.slot.index()] == slot;
      if (made.parent == parent && made.role == role && made.span == span && same_slot) return NodeId::from(i);
    }
    return parent;
  }
  Node node;
  node.parent = parent;
  node.role = role;
  node.span = span;
  if (!slot.empty()) node.slot = build_.slot_id(slot);
  return build_.node(std::move(node));
}

Typographer Realizer::typographer(std::string_view lang) const {
  return {locale::find(lang), resume_.settings.raw_typography ? Wording::AsWritten : Wording::Typographic};
}

std::string Realizer::language(model::Attributes const& attributes, std::string const& parent) const {
  return attributes.lang.empty() ? parent : attributes.lang;
}

WordingContext Realizer::wording(std::string_view lang) const { return {resume_, locale::find(lang), dates_}; }

Surroundings Realizer::surroundings(Frame const& frame, NodeId node, ComputedStyle style) const {
  style.lang = frame.lang;
  return {node, std::move(style), frame.lang};
}

ComputedStyle Realizer::named(std::string_view style_name, ComputedStyle const& otherwise) const {
  return style_name.empty() ? otherwise : layout_.apply(style_name, otherwise);
}

ComputedStyle Realizer::strong(ComputedStyle style) const {
  style.weight = std::max(style.weight, bold);
  return layout_.apply("strong", std::move(style));
}

ComputedStyle Realizer::emphasis(ComputedStyle style) const {
  // Emphasis inside italics is upright.
  style.slope = style.slope == fonts::Slope::Italic ? fonts::Slope::Upright : fonts::Slope::Italic;
  return style;
}

ComputedStyle Realizer::marker_style(Element const* element, ComputedStyle const& base) const {
  auto const name = element == nullptr ? std::string_view{} : layout_.text(*element, "marker-style");
  return named(name.empty() ? "marker" : name, base);
}

/// The separator that waits is written: something follows.
void Realizer::flush(Line& line) {
  if (!line.separator) return;
  line.typographer.pass(line.separator->kind == InlineKind::HardBreak ? " " : line.separator->text);
  line.inlines.push_back(std::move(*line.separator));
  line.separator.reset();
}

void Realizer::put(Line& line, Inline run) {
  if (run.kind == InlineKind::Text && run.text.empty()) return;
  flush(line);
  line.inlines.push_back(std::move(run));
}

void Realizer::generated(Line& line, std::string_view text, NodeId node, ComputedStyle const& style) {
  if (text.empty()) return;
  flush(line);
  Inline run;
  run.node = node;
  run.style = build_.style(style);
  run.text = style.letter_case == style::Case::Upper ? unicode::to_upper(text, style.lang) : std::string{text};
  run.generated = true;
  line.typographer.pass(run.text);
  put(line, std::move(run));
}

/// Words of the résumé: typography, bold words, case.
void Realizer::words(Line& line, std::string_view text, Span span, Surroundings const& around) {
  auto const emit = [&](std::string_view piece, NodeId node, ComputedStyle const& style) {
    Inline run;
    run.node = node;
    run.style = build_.style(style);
    run.text = line.typographer.apply(piece);
    if (style.letter_case == style::Case::Upper) run.text = unicode::to_upper(run.text, style.lang);
    run.span = span;
    put(line, std::move(run));
  };
  for (std::size_t at = 0; at < text.size();) {
    auto const [found, length] = find_word(text, at, resume_.settings.bold);
    auto const end = std::min(found, text.size());
    if (end > at) emit(text.substr(at, end - at), around.node, around.style);
    if (found < text.size()) emit(text.substr(found, length), child(around.node, Role::Strong, span), strong(around.style));
    at = found < text.size() ? found + length : end;
  }
}

LinkId Realizer::link_to(std::string url, std::string description, Span span) {
  if (url.empty()) return LinkId{};  // refused in lowering, which has said so
  auto const colon = url.find(':');
  auto const scheme = colon == std::string::npos ? std::string_view{} : std::string_view{url}.substr(0, colon);
  bool const known = scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
  // `example.org/page` without a scheme is an address of the web; `#part` and `page.html:3` are none.
  auto const host = std::string_view{url}.substr(0, url.find('/'));
  bool const bare = !known && host.find('.') != std::string_view::npos && host.find_first_of(":# ") == std::string_view::npos;
  if (!known && !bare) {
    diag::report<diag::Kind::UnlinkableAddress>(diagnostics_, span, url);
    return LinkId{};
  }
  return build_.link({bare ? "https://" + url : std::move(url), std::move(description), span});
}

void Realizer::write(Line& line, Part const& part, Surroundings const& around) {
  if (part.generated) return generated(line, part.text, around.node, around.style);
  if (part.markup == nullptr || has_visible(*part.markup)) flush(line);
  Surroundings inner = around;
  if (part.role != Role::Span) inner.node = child(around.node, part.role, part.span);
  if (part.role == Role::Strong) inner.style = strong(inner.style);
  if (part.role == Role::Link && again_) {
    inner.style = layout_.apply("link", inner.style);
  } else if (part.role == Role::Link) {
    auto const id = link_to(part.url, part.description, part.span);
    build_.at(inner.node).link = id;
    if (id) inner.style = layout_.apply("link", inner.style);
    if (!id) build_.at(inner.node).role = Role::Span;
  }
  auto const first = line.inlines.size();
  if (part.markup != nullptr) {
    markup(line, *part.markup, inner);
  } else if (part.literal) {
    Inline run;
    run.node = inner.node;
    run.style = build_.style(inner.style);
    run.text = inner.style.letter_case == style::Case::Upper ? unicode::to_upper(part.text, inner.style.lang) : part.text;
    run.span = part.span;
    line.typographer.pass(run.text);
    put(line, std::move(run));
  } else {
    words(line, part.text, part.span, inner);
  }
  if (part.unbreakable) {
    for (auto i = first; i < line.inlines.size(); ++i) line.inlines[i].unbreakable = true;
  }
}

void Realizer::citation(Line& line, syntax::Inline const& inline_node, Surroundings const& around) {
  if (inline_node.silent) return;
  bool first = true;
  for (auto const& reference : inline_node.references) {
    auto const number = numbers_.find(reference);
    if (number == numbers_.end() || number->second.empty()) continue;
    if (!first) generated(line, ", ", around.node, around.style);
    first = false;
    Inline run;
    run.node = child(around.node, Role::Reference, inline_node.span);
    run.style = build_.style(around.style);
    run.text = fmt::format("[{}]", number->second);
    run.span = inline_node.span;
    run.unbreakable = true;
    line.typographer.pass(run.text);
    put(line, std::move(run));
  }
}

void Realizer::markup(Line& line, syntax::Inlines const& inlines, Surroundings const& around) {
  using syntax::InlineKind;
  for (auto const& node : inlines) {
    Surroundings inner = around;
    switch (node.kind) {
      case InlineKind::Text:
        words(line, node.text, node.span, around);
        continue;
      case InlineKind::Code: {
        Inline run;
        run.node = child(around.node, Role::Code, node.span);
        inner.style.family = "mono";
        run.style = build_.style(layout_.apply("code", inner.style));
        run.text = node.text;
        run.span = node.span;
        line.typographer.pass(run.text);
        put(line, std::move(run));
        continue;
      }
      case InlineKind::HardBreak: {
        Inline run;
        run.kind = flow::InlineKind::HardBreak;
        run.node = around.node;
        run.style = build_.style(around.style);
        run.span = node.span;
        if (!line.inlines.empty()) line.inlines.push_back(std::move(run));
        line.typographer.pass(" ");
        continue;
      }
      case InlineKind::Citation:
        citation(line, node, around);
        continue;
      case InlineKind::Strong:
        inner.node = child(around.node, Role::Strong, node.span);
        inner.style = strong(inner.style);
        break;
      case InlineKind::Emphasis:
        inner.node = child(around.node, Role::Emphasis, node.span);
        inner.style = emphasis(inner.style);
        break;
      case InlineKind::Underline:
        inner.style.underline = true;
        break;
      case InlineKind::Strike:
        inner.style.strike = true;
        break;
      case InlineKind::SmallCaps:
        inner.style.caps = style::Caps::Small;
        inner.style.tracking = std::max(inner.style.tracking, least_caps_tracking);
        break;
      case InlineKind::Superscript:
        inner.style.script = style::Script::Super;
        break;
      case InlineKind::Subscript:
        inner.style.script = style::Script::Sub;
        break;
      case InlineKind::Span:
        if (!node.lang.empty() && node.lang != around.lang) {
          inner.node = child(around.node, Role::Span, node.span);
          build_.at(inner.node).lang = node.lang;
          inner.lang = inner.style.lang = node.lang;
        }
        break;
      case InlineKind::Link: {
        auto const label = syntax::plain_text(node.children);
        auto const id = again_ ? LinkId{} : link_to(node.target, label.empty() ? printed_address(node.target) : label, node.span);
        if (!id && !again_) break;
        inner.node = child(around.node, Role::Link, node.span);
        if (id) build_.at(inner.node).link = id;
        inner.style = layout_.apply("link", inner.style);
        if (has_visible(node.children)) break;
        Part part;
        part.text = printed_address(node.target);
        part.span = node.span;
        part.literal = true;
        write(line, part, inner);
        break;
      }
    }
    markup(line, node.children, inner);
  }
}

Block Realizer::text_paragraph(syntax::Inlines const& inlines, Surroundings const& around) {
  Block block;
  block.kind = BlockKind::Paragraph;
  block.node = child(around.node, Role::Paragraph);
  block.style = build_.style(around.style);
  Line line{block.node, typographer(around.lang)};
  markup(line, inlines, {block.node, around.style, around.lang});
  block.inlines = std::move(line.inlines);
  block.above = around.style.above;
  block.below = around.style.below;
  return block;
}

Block Realizer::marked_item(std::string marker, ComputedStyle const& marker_style, Em indent, NodeId item, NodeId label) {
  Block block;
  block.kind = BlockKind::Item;
  block.node = item;
  block.style = build_.style(body_);
  block.indent = indent;
  if (marker.empty()) return block;
  Inline run;
  run.node = label;
  run.style = build_.style(marker_style);
  run.text = std::move(marker);
  run.generated = true;
  run.unbreakable = true;
  block.marker.push_back(std::move(run));
  return block;
}

void Realizer::rich_list(syntax::Block const& list, Surroundings const& around, Blocks& out) {
  Block stack;
  stack.node = child(around.node, Role::List, list.span);
  build_.at(stack.node).numbered_list = list.ordered;
  stack.style = build_.style(around.style);
  int number = list.start;
  for (auto const& item : list.items) {
    auto const node = child(stack.node, Role::ListItem, item.span);
    auto const label = child(node, Role::ListLabel);
    auto const body = child(node, Role::ListBody);
    auto marker = list.ordered ? fmt::format("{}.", number) : std::string{bullet};
    if (number < 1'000'000'000) ++number;
    auto const style = list.ordered ? around.style : marker_style(nullptr, around.style);
    Block block = marked_item(std::move(marker), style, Em::milli(1100), node, label);
    rich_text(item.blocks, {body, around.style, around.lang}, block.children);
    if (!stack.children.empty()) block.above = std::max(block.above, 1);
    stack.children.push_back(std::move(block));
  }
  if (!stack.children.empty()) out.push_back(std::move(stack));
}

void Realizer::rich_block(syntax::Block const& block, Surroundings const& around, Blocks& out) {
  using syntax::BlockKind;
  switch (block.kind) {
    case BlockKind::Paragraph:
      if (has_visible(block.inlines)) out.push_back(text_paragraph(block.inlines, around));
      return;
    case BlockKind::Heading:
      if (has_visible(block.inlines)) {
        out.push_back(text_paragraph(block.inlines, {around.node, strong(around.style), around.lang}));
        out.back().keep = Keep::WithNext;
      }
      return;
    case BlockKind::List:
      rich_list(block, around, out);
      return;
    case BlockKind::Quote: {
      Block quote;
      quote.node = child(around.node, Role::Quote, block.span);
      Surroundings inner = around;
      inner.node = quote.node;
      inner.style = layout_.apply("quote", inner.style);
      quote.style = build_.style(inner.style);
      rich_text(block.children, inner, quote.children);
      if (!quote.children.empty()) out.push_back(std::move(quote));
      return;
    }
    case BlockKind::Fold:
      // Folded text is read where the medium can unfold it; on paper the setting decides.
      if (resume_.settings.abstracts != model::Settings::Abstracts::Show) return;
      if (has_visible(block.inlines)) out.push_back(text_paragraph(block.inlines, {around.node, strong(around.style), around.lang}));
      rich_text(block.children, around, out);
      return;
    case BlockKind::Rule: {
      Block rule;
      rule.kind = flow::BlockKind::Rule;
      rule.node = child(around.node, Role::Artifact, block.span);
      rule.style = build_.style(around.style);
      rule.thickness = base::Length::milli_pt(300);
      rule.above = rule.below = 4;
      out.push_back(std::move(rule));
      return;
    }
    case BlockKind::Code: {
      syntax::Inlines lines;
      for (auto const& node : block.inlines) {
        std::string_view text = node.text;
        while (!text.empty()) {
          auto const end = text.find('\n');
          syntax::Inline run;
          run.kind = syntax::InlineKind::Code;
          run.span = node.span;
          run.text = text.substr(0, end);
          if (!lines.empty()) lines.push_back({syntax::InlineKind::HardBreak, node.span, {}, {}, {}, {}, false, {}});
          if (!run.text.empty()) lines.push_back(std::move(run));
          text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        }
      }
      if (has_visible(lines)) out.push_back(text_paragraph(lines, around));
      return;
    }
  }
}

void Realizer::rich_text(syntax::Blocks const& blocks, Surroundings const& around, Blocks& out) {
  std::size_t const first = out.size();
  for (auto const& block : blocks) {
    auto const before = out.size();
    rich_block(block, around, out);
    // Paragraphs of one text stand a little apart, as points do.
    if (before > first && out.size() > before) out[before].above = std::max(out[before].above, 2);
  }
}

}  // namespace resumec::flow

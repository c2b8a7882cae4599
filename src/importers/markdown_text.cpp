// Texts of a Markdown file as scalars of the tree, which keep their places.
#include "importers/markdown.hpp"
#include "syntax/inline.hpp"

#include <algorithm>
#include <utility>

namespace resumec::importers {

namespace {

Node scalar_of(syntax::MappedText text, syntax::ScalarStyle style) {
  Node node;
  node.kind = Node::Kind::Scalar;
  node.style = style;
  node.span = text.span;
  node.scalar = std::move(text);
  return node;
}

Node mended(MarkdownContext const& context, Node const& text, Halves halves) {
  return with_emphasis_mended(without_html(context, text, halves));
}

/// Puts a text behind another, with something between them. Both keep their places.
void join(Node& first, Node const& second, std::string_view between) {
  syntax::MappedText& all = first.scalar;
  syntax::MappedText const& more = second.scalar;
  if (all.pieces.empty()) all.pieces.push_back({0, all.span.begin});
  all.text += between;
  auto const shift = static_cast<std::uint32_t>(all.text.size());
  if (more.pieces.empty()) all.pieces.push_back({shift, more.span.begin});
  for (syntax::TextPiece const& piece : more.pieces) all.pieces.push_back({shift + piece.text, piece.source});
  all.text += more.text;
  all.span.end = std::max(all.span.end, more.span.end);
  first.span = all.span;
}

}  // namespace

Node paragraph_node(MarkdownContext const& context, std::span<MarkdownLine const> lines, Halves halves) {
  return mended(context, scalar_of(syntax::paragraph_of(context.source, context.text, lines), syntax::ScalarStyle::Plain), halves);
}

Node blocks_node(MarkdownContext const& context, std::span<MarkdownBlock const> blocks) {
  if (blocks.size() == 1 && blocks[0].kind == MarkdownKind::Paragraph) return paragraph_node(context, blocks[0].text);
  MarkdownLines lines;
  for (MarkdownBlock const& block : blocks) {
    if (!lines.empty()) lines.push_back({lines.back().end, lines.back().end});
    lines.insert(lines.end(), block.lines.begin(), block.lines.end());
  }
  return mended(context, scalar_of(syntax::text_of(context.source, context.text, lines), syntax::ScalarStyle::Literal), Halves::Join);
}

std::string plain_of(Node const& text) {
  Diagnostics unheard;  // lowering reads the text again
  return syntax::plain_text(syntax::parse_inlines(text.scalar, unheard).inlines);
}

Node trimmed(Node const& text) {
  std::string_view const all = text.text();
  std::size_t const begin = std::min(all.find_first_not_of(" \t\n"), all.size());
  std::size_t const end = all.find_last_not_of(" \t\n") + 1;
  return slice(text, begin, std::max(begin, end));
}

Range attributes_of(std::string_view line) {
  Range const none{line.size(), line.size()};
  std::size_t const open = line.ends_with('}') ? line.rfind('{') : std::string_view::npos;
  if (open == std::string_view::npos || open + 2 >= line.size() || std::string_view{"!.#"}.find(line[open + 1]) == std::string_view::npos)
    return none;
  std::size_t begin = open;
  while (begin > 0 && (line[begin - 1] == ' ' || line[begin - 1] == '\n')) --begin;
  return begin == open ? none : Range{begin, line.size()};
}

void give_attributes(Node& entry, Node const& line, Range attributes) {
  if (attributes.empty()) return;
  constexpr std::string_view names[] = {"title", "role", "degree", "award", "talk", "certificate", "at"};
  auto const name = std::find_if(entry.members.begin(), entry.members.end(), [&](Member const& member) {
    return std::find(std::begin(names), std::end(names), member.key) != std::end(names);
  });
  if (name == entry.members.end()) return put(entry, "note", slice(line, attributes.begin, attributes.end));
  join(name->value, slice(line, attributes.begin, attributes.end), "");
}

void add_comment(MarkdownContext const& context, Node& map, MarkdownBlock const& comment) {
  Node text = trimmed(scalar_of(syntax::text_of(context.source, context.text, comment.text), syntax::ScalarStyle::Literal));
  if (is_absent(text)) return;
  auto const known = std::find_if(map.members.begin(), map.members.end(), [](Member const& member) { return member.key == "comment"; });
  if (known == map.members.end()) return put(map, "comment", std::move(text));
  join(known->value, text, "\n\n");
}

}  // namespace resumec::importers

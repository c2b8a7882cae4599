// List items of Markdown as entries, points and texts; and what stands below the line of an entry.
#include "importers/markdown.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <utility>

namespace resumec::importers {

namespace {

using model::Kind;

/// Words before a list that fill a line and end in a colon, and quotes, stay with it; the blocks of a point are its text and its lists.
bool is_list(MarkdownBlock const& block) { return block.kind == MarkdownKind::List; }
bool is_comment(MarkdownBlock const& block) { return block.kind == MarkdownKind::Comment; }

/// `Deep learning: PyTorch, JAX` → where the colon is, outside of all marks; npos without one.
std::size_t label_end(std::string_view text) {
  constexpr std::size_t longest_label = 60;
  for (Token const& token : tokens_of(text, 0, text.size())) {
    if (token.begin > longest_label) break;
    // `**Label:** words`
    if (token.kind == TokenKind::Strong && token.begin == 0 && text[token.inner_end - 1] == ':') return token.inner_end - 1;
    if (token.kind != TokenKind::Text) continue;
    std::size_t const colon = text.substr(0, token.end).find(':', token.begin);
    if (colon == std::string_view::npos || colon > longest_label) continue;
    bool const ends = colon + 1 == text.size() || text[colon + 1] == ' ';
    return ends && colon > 0 ? colon : std::string_view::npos;
  }
  return std::string_view::npos;
}

/// `A, B (C, D), E` → its parts, as skills.
Node words_of(Node const& text, Range range) {
  std::string_view const all = text.text();
  Node list = make_list(slice(text, range.begin, range.end).span);
  std::size_t begin = range.begin;
  auto const add = [&](std::size_t end) {
    Range const word = trimmed_range(all, {begin, end});
    if (!word.empty()) list.items.push_back(slice(text, word.begin, word.end));
  };
  for (Token const& token : tokens_of(all, range.begin, range.end)) {
    if (token.kind != TokenKind::Text) continue;
    for (std::size_t at = token.begin; at < token.end; ++at) {
      if (all[at] != ',' && all[at] != ';') continue;
      add(at);
      begin = at + 1;
    }
  }
  add(range.end);
  return list;
}

/// `Label: words` as a group.
std::optional<Node> skills_node(Node const& text) {
  std::string_view const all = text.text();
  std::size_t const colon = label_end(all);
  if (colon == std::string_view::npos) return std::nullopt;
  std::size_t values = colon + 1;
  Range label{0, colon};
  if (all.starts_with("**") || all.starts_with("__")) {
    auto const tokens = tokens_of(all, 0, all.size());
    label = {tokens[0].inner_begin, tokens[0].kind == TokenKind::Strong ? std::min(tokens[0].inner_end, colon) : colon};
    values = std::max(values, tokens[0].end);
  }
  Node entry = make_map(text.span);
  put(entry, "group", part_of(text, label));
  put(entry, "items", words_of(text, {values, all.size()}));
  return entry;
}

}  // namespace

bool is_abstract(MarkdownContext const& context, MarkdownBlock const& fold) {
  if (fold.text.empty()) return true;
  constexpr std::string_view words[] = {"abstract", "resume", "zusammenfassung", "resumen", "sommario", "samenvatting", "summary", "tldr"};
  std::string const label = unicode::fold_for_matching(plain_of(paragraph_node(context, fold.text)));
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return label == word; });
}

void put_abstract(MarkdownContext const& context, Node& entry, MarkdownBlock const& fold) {
  put(entry, "abstract", blocks_node(context, fold.children));
  for (MarkdownLine const& line : fold.text) context.ignored.push_back({context.source, line.begin, line.end});
}

Node point_of(MarkdownContext const& context, MarkdownItem const& item) {
  auto const& blocks = item.blocks;
  if (blocks.size() == 1 && blocks[0].kind == MarkdownKind::Paragraph) return paragraph_node(context, blocks[0].text);
  MarkdownBlocks text, lists;
  bool in_order = true;
  Node point = make_map({context.source, item.lines.front().begin, item.lines.back().end});
  for (MarkdownBlock const& block : blocks) {
    if (is_comment(block)) {
      add_comment(context, point, block);
      continue;
    }
    in_order = in_order && (is_list(block) || lists.empty());
    (is_list(block) ? lists : text).push_back(block);
  }
  if (!in_order || (text.empty() && !lists.empty())) {
    text.clear();
    std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(text), [](MarkdownBlock const& block) { return !is_comment(block); });
    lists.clear();
  }
  if (!text.empty()) put(point, "text", blocks_node(context, text));
  for (MarkdownBlock const& list : lists) append(point, "points", points_of(context, list));
  return point;
}

Node points_of(MarkdownContext const& context, MarkdownBlock const& list) {
  Node points = make_list({context.source, list.lines.front().begin, list.lines.back().end});
  for (MarkdownItem const& item : list.items) {
    Node point = point_of(context, item);
    if (!is_absent(point)) points.items.push_back(std::move(point));
  }
  return points;
}

void add_body(MarkdownContext const& context, Node& entry, std::span<MarkdownBlock const> blocks) {
  MarkdownBlocks text, lists;
  for (MarkdownBlock const& block : blocks) {
    switch (block.kind) {
      case MarkdownKind::Comment:
        add_comment(context, entry, block);
        break;
      case MarkdownKind::Fold:
        if (is_abstract(context, block) && !entry.find("abstract")) {
          put_abstract(context, entry, block);
          break;
        }
        text.push_back(block);
        break;
      case MarkdownKind::Rule:
      case MarkdownKind::LinkDefinition:
        break;
      case MarkdownKind::List:
        lists.push_back(block);
        break;
      default:
        // Words below a list go on with it: from here on all is one text, in its order.
        text.insert(text.end(), std::make_move_iterator(lists.begin()), std::make_move_iterator(lists.end()));
        lists.clear();
        text.push_back(block);
        break;
    }
  }
  if (!text.empty()) {
    Node body = blocks_node(context, text);
    if (entry.find("text"))
      put(entry, "note", std::move(body));
    else
      put(entry, "text", std::move(body));
  }
  for (MarkdownBlock const& list : lists) append(entry, "points", points_of(context, list));
}

std::optional<Node> entry_of(MarkdownContext const& context, MarkdownItem const& item, std::optional<Kind> kind) {
  auto const first = std::find_if_not(item.blocks.begin(), item.blocks.end(), is_comment);
  if (first == item.blocks.end() || first->kind != MarkdownKind::Paragraph) return std::nullopt;
  Node const line = paragraph_node(context, first->text);
  if (kind == Kind::Skills || kind == Kind::Language) return item.blocks.size() == 1 ? skills_node(line) : std::nullopt;
  Node entry = make_map({context.source, item.lines.front().begin, item.lines.back().end});
  bool const knows_entries = kind && *kind != Kind::List && *kind != Kind::Interest && *kind != Kind::Text && *kind != Kind::Service &&
                             *kind != Kind::Hobby && *kind != Kind::Reference;
  bool read = false;
  if (kind == Kind::Publication)
    read = read_publication_line(context, entry, line);
  else if (knows_entries)
    read = read_entry_line(context, entry, line, kind, LineAs::Item);
  if (!read) return std::nullopt;
  MarkdownBlocks body{item.blocks.begin(), first};
  body.insert(body.end(), first + 1, item.blocks.end());
  add_body(context, entry, body);
  return entry;
}

}  // namespace resumec::importers

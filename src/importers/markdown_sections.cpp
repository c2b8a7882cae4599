// The blocks below a heading → the entries of a section, or of a group within one.
#include "importers/markdown.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::importers {

namespace {

using model::Kind;

constexpr std::size_t longest_heading_line = 160;  ///< a longer line is a sentence, even with a date in it

bool has_dated(Node const& entries) {
  return std::any_of(entries.items.begin(), entries.items.end(), [](Node const& entry) {
    return entry.is_map() && (entry.find("when") || entry.find("authors") || entry.find("role"));
  });
}

class SectionReader {
 public:
  /// `owner`: takes comments, and the abstract if it is a group.
  SectionReader(MarkdownContext const& context, std::optional<Kind> kind, Node& owner) : context_{context}, kind_{kind}, owner_{owner} {
    entries_ = make_list(owner.span);
  }

  Node read(Outline const& outline) {
    for (MarkdownBlock const& block : outline.blocks) read_block(block);
    close();
    for (Outline const& part : outline.parts) entries_.items.push_back(part_node(part));
    return std::move(entries_);
  }

 private:
  Span span_of(MarkdownBlock const& block) const { return {context_.source, block.lines.front().begin, block.lines.back().end}; }

  // ---- an entry that a line has opened takes what follows it; texts without one are entries of their own

  void close() {
    if (open_) {
      add_body(context_, *open_, body_);
      entries_.items.push_back(std::move(*open_));
      open_.reset();
    } else if (!body_.empty()) {
      Node entry = make_map({context_.source, body_.front().lines.front().begin, body_.back().lines.back().end});
      put(entry, "kind", make_scalar("text", entry.span.start()));
      add_body(context_, entry, body_);
      entries_.items.push_back(std::move(entry));
    }
    body_.clear();
  }
  void open(Node entry) {
    close();
    open_ = std::move(entry);
    last_item_ = false;
  }

  void read_block(MarkdownBlock const& block) {
    switch (block.kind) {
      case MarkdownKind::Paragraph:
        if (!open_line(block)) add_text(block);
        break;
      case MarkdownKind::List:
        if (open_)
          body_.push_back(block);
        else
          add_items(block);
        break;
      case MarkdownKind::Fold:
        add_fold(block);
        break;
      case MarkdownKind::Comment:
        add_comment(context_, open_ ? *open_ : owner_, block);
        break;
      case MarkdownKind::Rule:
        close();
        break;
      case MarkdownKind::Definition:
        add_definition(block);
        break;
      case MarkdownKind::Table:
        add_rows(block);
        break;
      case MarkdownKind::LinkDefinition:
        break;
      default:
        add_text(block);
        break;
    }
  }

  void add_text(MarkdownBlock const& block) {
    body_.push_back(block);
    last_item_ = false;
  }

  void add_items(MarkdownBlock const& list) {
    close();
    last_item_ = false;
    Node points = make_list(span_of(list));
    for (MarkdownItem const& item : list.items) {
      auto entry = entry_of(context_, item, kind_);
      last_item_ = entry && entry->is_map();
      if (!entry) {
        Node point = point_of(context_, item);
        if (!is_absent(point)) points.items.push_back(std::move(point));
        continue;
      }
      add_points(points);
      entries_.items.push_back(std::move(*entry));
    }
    add_points(points);
  }

  /// Texts stand among entries as they are; what has points of its own needs an entry around it to be a point.
  void add_points(Node& points) {
    if (points.items.empty()) return;
    bool const plain = std::all_of(points.items.begin(), points.items.end(), [](Node const& point) { return point.is_scalar(); });
    if (plain) {
      std::move(points.items.begin(), points.items.end(), std::back_inserter(entries_.items));
    } else {
      Node entry = make_map(points.span);
      put(entry, "kind", make_scalar("list", points.span.start()));
      put(entry, "points", points);
      entries_.items.push_back(std::move(entry));
    }
    points.items.clear();
  }

  /// An abstract belongs to the item above it, or to the group; any other fold is text.
  void add_fold(MarkdownBlock const& fold) {
    Node* const last = !open_ && body_.empty() && last_item_ ? &entries_.items.back() : nullptr;
    Node* const taker = last ? last : owner_.find("group") && entries_.items.empty() && body_.empty() ? &owner_ : nullptr;
    if (!open_ && taker && is_abstract(context_, fold) && !taker->find("abstract"))
      put_abstract(context_, *taker, fold);
    else
      add_text(fold);
  }

  void add_rows(MarkdownBlock const& table) {
    close();
    for (MarkdownLine const& line : table.text) {
      Node const row = paragraph_node(context_, std::span{&line, 1});
      Range const cells = trimmed_range(row.text(), {0, row.text().size()});
      if (!cells.empty()) entries_.items.push_back(slice(row, cells.begin, cells.end));
    }
  }

  // ---- lines that head entries

  bool knows_entries() const {
    return kind_ && *kind_ != Kind::Text && *kind_ != Kind::Skills && *kind_ != Kind::Language && *kind_ != Kind::Interest;
  }

  /// A paragraph that begins with a date in code marks, is in bold, or is a short line with a date.
  bool open_line(MarkdownBlock const& block) {
    MarkdownLine const& first = block.text.front();
    Node const line = paragraph_node(context_, std::span{&first, 1}, Halves::Part);
    auto const tokens = tokens_of(line.text(), 0, line.text().size());
    if (tokens.empty()) return false;
    if (tokens[0].kind == TokenKind::Code)
      if (auto when = date_or_words(context_, line, {tokens[0].begin, tokens[0].end})) return open_dated(block, line, tokens[0], *when);
    bool const bold =
        tokens[0].kind == TokenKind::Strong && trimmed_range(line.text(), {tokens[0].end, line.text().size()}).end -
                                                       trimmed_range(line.text(), {tokens[0].end, line.text().size()}).begin <=
                                                   1;
    Node entry = make_map(span_of(block));
    bool read = false;
    if (bold)
      read = read_entry_line(context_, entry, line, kind_, LineAs::Heading);
    else if (knows_entries() && line.text().size() <= longest_heading_line)
      read = read_entry_line(context_, entry, line, kind_, LineAs::Item) && entry.find("when");
    // Among entries of one line each, the next line is the next entry.
    bool const one_liners = kind_ == Kind::Award && dated_ && block.text.size() == 1;
    if (!read && one_liners) read = read_entry_line(context_, entry = make_map(span_of(block)), line, kind_, LineAs::Heading);
    if (!read) return false;
    open(std::move(entry));
    add_lines_below(block, 1);
    return true;
  }

  /// `` `1654-1660` `` with the line of the entry behind or below it.
  bool open_dated(MarkdownBlock const& block, Node const& line, Token const& code, Node when) {
    Node entry = make_map(span_of(block));
    Range const behind = trimmed_range(line.text(), {code.end, line.text().size()});
    std::size_t next = 1;
    Node head = slice(line, behind.begin, std::max(behind.begin, behind.end));
    if (behind.empty() && block.text.size() > 1) {
      head = paragraph_node(context_, std::span{block.text}.subspan(1, 1), Halves::Part);
      next = 2;
    }
    Node dates = make_map(entry.span);
    if (!is_absent(head) && !read_entry_line(context_, entry, head, kind_, LineAs::Heading)) put(entry, title_field(kind_), head);
    if (!entry.find("when"))
      put(entry, "when", std::move(when));
    else
      put(entry, "note", when.is_map() ? when.members[0].value : std::move(when));
    open(std::move(entry));
    dated_ = true;
    add_lines_below(block, next);
    return true;
  }

  void add_lines_below(MarkdownBlock const& block, std::size_t from) {
    if (from >= block.text.size()) return;
    MarkdownBlock rest;
    rest.text.assign(block.text.begin() + static_cast<std::ptrdiff_t>(from), block.text.end());
    rest.lines = rest.text;
    body_.push_back(std::move(rest));
  }

  void add_definition(MarkdownBlock const& block) {
    Node const term = paragraph_node(context_, block.text);
    auto const when = date_or_words(context_, term, {0, term.text().size()});
    if (!when) {
      Node entry = make_map(span_of(block));
      if (!read_entry_line(context_, entry, term, kind_, LineAs::Heading)) put(entry, title_field(kind_), term);
      open(std::move(entry));
      for (MarkdownItem const& item : block.items) body_.insert(body_.end(), item.blocks.begin(), item.blocks.end());
      return close();
    }
    for (MarkdownItem const& item : block.items) {
      Node entry = make_map(span_of(block));
      std::size_t below = 0;
      if (!item.blocks.empty() && item.blocks[0].kind == MarkdownKind::Paragraph) {
        Node const line = paragraph_node(context_, item.blocks[0].text);
        if (read_entry_line(context_, entry, line, kind_, LineAs::Heading)) below = 1;
      }
      if (!entry.find("when"))
        put(entry, "when", *when);
      else
        put(entry, "note", term);
      open(std::move(entry));
      body_.assign(item.blocks.begin() + static_cast<std::ptrdiff_t>(below), item.blocks.end());
      close();
    }
  }

  // ---- what stands below a heading of its own

  /// A group, or an entry with the heading as its line.
  Node part_node(Outline const& part) const {
    MarkdownBlock const& heading = *part.heading;
    Span const span{context_.source, heading.lines.front().begin, heading.lines.back().end};
    Node const line = paragraph_node(context_, heading.text, Halves::Part);
    Node entry = make_map(span);
    if (!read_entry_line(context_, entry, line, kind_, LineAs::Heading)) put(entry, title_field(kind_), line);
    Node group = make_map(span);
    put(group, "group", part_of(line, {0, line.text().size()}));
    Node entries = SectionReader{context_, kind_, group}.read(part);
    bool const skills =
        kind_ == Kind::Skills && std::all_of(entries.items.begin(), entries.items.end(), [](Node const& e) { return e.is_scalar(); });
    if (skills && !entries.items.empty()) {
      put(group, "items", std::move(entries));
      return group;
    }
    if (!entry.find("when") && !entries.items.empty() && (kind_ == Kind::Publication || kind_ == Kind::Skills || has_dated(entries))) {
      put(group, "entries", std::move(entries));
      return group;
    }
    add_body(context_, entry, part.blocks);
    if (!part.parts.empty()) {
      Outline inner;
      inner.parts = part.parts;
      put(entry, "entries", SectionReader{context_, kind_, group}.read(inner));
    }
    return entry;
  }

  MarkdownContext const& context_;
  std::optional<Kind> kind_;
  Node& owner_;
  Node entries_;
  std::optional<Node> open_;
  MarkdownBlocks body_;
  bool last_item_ = false;  ///< the last entry was an item of a list, and nothing stands between
  bool dated_ = false;      ///< entries here begin with dates
};

}  // namespace

Node section_node(MarkdownContext const& context, Outline const& section, std::optional<Kind> kind) {
  MarkdownBlock const& heading = *section.heading;
  Node node = make_map({context.source, heading.lines.front().begin, heading.lines.back().end});
  Node entries = SectionReader{context, kind, node}.read(section);
  put(node, "entries", std::move(entries));
  return node;
}

}  // namespace resumec::importers

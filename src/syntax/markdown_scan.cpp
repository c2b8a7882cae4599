#include "syntax/markdown_scan.hpp"

#include "diag/report.hpp"
#include "syntax/inline_parts.hpp"
#include "syntax/markdown_lines.hpp"
#include "syntax/yaml_chars.hpp"

#include <algorithm>
#include <utility>

namespace resumec::syntax {

namespace {

constexpr std::string_view comment_open = "<!--", comment_close = "-->";
constexpr std::string_view fold_open = "<details", fold_close = "</details>";
constexpr std::string_view summary_open = "<summary", summary_close = "</summary>";

std::uint32_t bytes(std::size_t count) { return static_cast<std::uint32_t>(count); }

}  // namespace

/// The lines of one level of nesting, and how far they are read.
struct MarkdownScanner::Level {
  MarkdownLines lines;
  std::size_t depth;
  std::size_t next = 0;
  MarkdownBlocks blocks = {};
  std::vector<std::optional<Place>> folds = {};     ///< by line: where the `<details>` that it begins with is closed
  std::size_t no_comment_closes = std::size_t(-1);  ///< no `-->` from this line on

  bool done() const { return next >= lines.size(); }
};

bool MarkdownScanner::is_blank_line(MarkdownLine const& line) const { return skip_blanks(text_, line.begin, line.end) == line.end; }

MarkdownBlocks MarkdownScanner::read(MarkdownLines lines, std::size_t depth) {
  Level level{std::move(lines), depth};
  pair_folds(level);
  while (!level.done()) {
    if (is_blank_line(level.lines[level.next]))
      ++level.next;
    else
      read_block(level);
  }
  return std::move(level.blocks);
}

void MarkdownScanner::pair_folds(Level& level) const {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < level.lines.size(); ++i) {
    std::string_view const line = at(level.lines[i]);
    if (begins_with(line, fold_open)) {
      level.folds.resize(level.lines.size());
      open.push_back(i);
    }
    for (std::size_t found = line.find(fold_close); found != line.npos && !open.empty(); found = line.find(fold_close, found + 1)) {
      level.folds[open.back()] = Place{i, level.lines[i].begin + bytes(found + fold_close.size())};
      open.pop_back();
    }
  }
}

std::optional<MarkdownScanner::Place> MarkdownScanner::comment_end(Level& level, std::size_t line) const {
  std::size_t from = skip_blanks(text_, level.lines[line].begin, level.lines[line].end) + comment_open.size();
  for (std::size_t i = line; i < std::min(level.lines.size(), level.no_comment_closes); ++i) {
    std::size_t const found = text_.substr(0, level.lines[i].end).find(comment_close, from);
    if (found != std::string_view::npos) return Place{i, bytes(found + comment_close.size())};
    if (i + 1 < level.lines.size()) from = level.lines[i + 1].begin;
  }
  level.no_comment_closes = std::min(level.no_comment_closes, line);
  return std::nullopt;
}

/// The end of the comment or fold that begins a line and hides its lines from all other rules.
std::optional<MarkdownScanner::Place> MarkdownScanner::opaque_end(Level& level, std::size_t line) const {
  if (begins_with(at(level.lines[line]), comment_open)) return comment_end(level, line);
  return line < level.folds.size() ? level.folds[line] : std::nullopt;
}

/// Does a block begin here even right below a paragraph?
bool MarkdownScanner::opens_block(Level& level, std::size_t line) const {
  std::string_view const text = at(level.lines[line]);
  ListMark const mark = list_mark_of(text);
  return heading_level(text) > 0 || is_rule(text) || fence_of(text).length > 0 || is_quote(text) ||
         (mark.first && mark.type != '\0' && mark.bytes < text.size()) || opaque_end(level, line).has_value() ||
         begins_with(text, fold_open);
}

/// Goes on behind a place in the middle of a line.
void MarkdownScanner::go_on(Level& level, Place const& place) const {
  level.next = place.line;
  level.lines[place.line].begin = place.byte;
  if (is_blank_line(level.lines[place.line])) ++level.next;
}

void MarkdownScanner::finish(Level& level, MarkdownBlock block, std::size_t first) const {
  std::size_t last = level.next;
  while (last > first && is_blank_line(level.lines[last - 1])) --last;
  block.lines.assign(level.lines.begin() + static_cast<std::ptrdiff_t>(first), level.lines.begin() + static_cast<std::ptrdiff_t>(last));
  level.blocks.push_back(std::move(block));
}

void MarkdownScanner::read_block(Level& level) {
  std::string_view const line = at(level.lines[level.next]);
  if (begins_with(line, comment_open) && read_comment(level)) return;
  if (begins_with(line, fold_open) && read_fold(level)) return;
  if (level.done() || is_blank_line(level.lines[level.next])) return;  // a fold's mark without an end was all of the line
  std::string_view const rest = at(level.lines[level.next]);
  if (int const heading = heading_level(rest); heading > 0) return read_heading(level, heading);
  if (Fence const fence = fence_of(rest); fence.length > 0) return read_code(level, fence.mark, fence.length);
  if (is_rule(rest)) {
    std::size_t const first = level.next++;
    MarkdownBlock block;
    block.kind = MarkdownKind::Rule;
    return finish(level, std::move(block), first);
  }
  bool const may_nest = level.depth < block_depth_limit;
  if (may_nest && is_quote(rest)) return read_quote(level);
  if (may_nest && list_mark_of(rest).type != '\0') return read_list(level);
  if (read_table(level) || (may_nest && read_definition(level)) || read_link_definition(level)) return;
  read_paragraph(level);
}

bool MarkdownScanner::read_comment(Level& level) {
  std::size_t const first = level.next;
  auto const end = comment_end(level, first);
  if (!end) return false;
  MarkdownBlock block;
  block.kind = MarkdownKind::Comment;
  block.lines.assign(level.lines.begin() + static_cast<std::ptrdiff_t>(first),
                     level.lines.begin() + static_cast<std::ptrdiff_t>(end->line + 1));
  block.lines.back().end = end->byte;
  block.text = block.lines;
  block.text.front().begin = bytes(skip_blanks(text_, block.text.front().begin, block.text.front().end) + comment_open.size());
  block.text.back().end -= bytes(comment_close.size());
  block.text.back().end = std::max(block.text.back().end, block.text.back().begin);
  level.blocks.push_back(std::move(block));
  go_on(level, *end);
  return true;
}

bool MarkdownScanner::read_fold(Level& level) {
  std::size_t const first = level.next;
  MarkdownLine& opening = level.lines[first];
  std::size_t const begin = skip_blanks(text_, opening.begin, opening.end);
  std::size_t const tag_end = std::min<std::size_t>(text_.substr(0, opening.end).find('>', begin), opening.end - 1) + 1;
  auto const end = first < level.folds.size() ? level.folds[first] : std::nullopt;
  if (!end) {
    Span const span{source_, bytes(begin), bytes(tag_end)};
    diag::report<diag::Kind::UnclosedMarkup>(diagnostics_, span, text_.substr(begin, tag_end - begin))
        .hint("close it with `</details>`; until then nothing is folded away");
    opening.begin = bytes(tag_end);
    if (is_blank_line(opening)) ++level.next;
    return false;
  }
  MarkdownBlock block;
  block.kind = MarkdownKind::Fold;
  block.lines.assign(level.lines.begin() + static_cast<std::ptrdiff_t>(first),
                     level.lines.begin() + static_cast<std::ptrdiff_t>(end->line + 1));
  block.lines.back().end = end->byte;
  MarkdownLines inside = block.lines;
  inside.front().begin = bytes(tag_end);
  inside.back().end = std::max(inside.back().begin, inside.back().end - bytes(fold_close.size()));
  // The summary is the first thing inside, if it is there.
  std::size_t at_line = 0;
  while (at_line < inside.size() && is_blank_line(inside[at_line])) ++at_line;
  if (at_line < inside.size() && begins_with(at(inside[at_line]), summary_open)) {
    std::size_t const close_tag = text_.find('>', inside[at_line].begin);
    std::size_t const close = text_.substr(0, inside.back().end).find(summary_close, inside[at_line].begin);
    if (close != std::string_view::npos && close_tag < close) {
      inside[at_line].begin = bytes(std::min<std::size_t>(close_tag + 1, inside[at_line].end));
      while (at_line < inside.size() && inside[at_line].end <= close) block.text.push_back(inside[at_line++]);
      if (at_line < inside.size()) {
        block.text.push_back({inside[at_line].begin, std::max(inside[at_line].begin, bytes(close))});
        inside[at_line].begin = std::min(bytes(close + summary_close.size()), inside[at_line].end);
      }
    }
  }
  inside.erase(inside.begin(), inside.begin() + static_cast<std::ptrdiff_t>(at_line));
  if (level.depth < block_depth_limit) {
    block.children = read(std::move(inside), level.depth + 1);
  } else {
    MarkdownBlock rest;
    rest.lines = rest.text = std::move(inside);
    block.children.push_back(std::move(rest));
  }
  level.blocks.push_back(std::move(block));
  go_on(level, *end);
  return true;
}

void MarkdownScanner::read_heading(Level& level, int heading) {
  std::size_t const first = level.next++;
  MarkdownBlock block;
  block.kind = MarkdownKind::Heading;
  block.level = heading;
  MarkdownLine line = level.lines[first];
  line.begin = bytes(skip_blanks(text_, line.begin, line.end) + static_cast<std::size_t>(heading));
  line.begin = bytes(skip_blanks(text_, line.begin, line.end));
  line.end = bytes(trim_end(text_, line.begin, line.end));
  // Marks at the end are no text, if a blank stands before them.
  std::size_t marks = line.end;
  while (marks > line.begin && text_[marks - 1] == '#') --marks;
  if (marks == line.begin || is_blank(text_[marks - 1])) line.end = bytes(trim_end(text_, line.begin, marks));
  block.text.push_back(line);
  finish(level, std::move(block), first);
}

void MarkdownScanner::read_code(Level& level, char mark, std::size_t length) {
  std::size_t const first = level.next++;
  MarkdownBlock block;
  block.kind = MarkdownKind::Code;
  bool closed = false;
  for (; !level.done() && !closed; ++level.next) {
    Fence const fence = fence_of(at(level.lines[level.next]));
    closed = fence.mark == mark && fence.length >= length;
    if (!closed) block.text.push_back(level.lines[level.next]);
  }
  if (!closed) {
    std::size_t const begin = skip_blanks(text_, level.lines[first].begin, level.lines[first].end);
    diag::report<diag::Kind::UnclosedMarkup>(diagnostics_, Span{source_, bytes(begin), bytes(begin + length)}, text_.substr(begin, length))
        .hint("write the same mark on a line of its own below the code");
  }
  finish(level, std::move(block), first);
}

void MarkdownScanner::read_quote(Level& level) {
  std::size_t const first = level.next;
  MarkdownBlock block;
  block.kind = MarkdownKind::Quote;
  MarkdownLines inside;
  for (; !level.done(); ++level.next) {
    MarkdownLine line = level.lines[level.next];
    if (is_quote(at(line))) {
      line.begin = bytes(skip_blanks(text_, line.begin, line.end) + 1);
      if (line.begin < line.end && is_blank(text_[line.begin])) ++line.begin;
    } else if (is_blank_line(line) || is_blank_line(inside.back()) || opens_block(level, level.next)) {
      break;
    }
    inside.push_back(line);
  }
  block.children = read(std::move(inside), level.depth + 1);
  finish(level, std::move(block), first);
}

void MarkdownScanner::take_item(Level& level, MarkdownItem& item, std::size_t content, std::size_t nested_from) {
  auto const take = [&](MarkdownLine line) {
    line.begin += bytes(bytes_of_indent(at(line), content));
    item.lines.push_back(line);
  };
  while (!level.done()) {
    MarkdownLine const line = level.lines[level.next];
    bool const after_blank = !item.lines.empty() && is_blank_line(item.lines.back());
    std::size_t const indent = indent_of(at(line));
    bool const nested_list = indent >= nested_from && list_mark_of(at(line)).type != '\0';
    if (!is_blank_line(line) && indent < content && !nested_list && (after_blank || opens_block(level, level.next))) break;
    if (!is_blank_line(line) && indent < content && !nested_list && list_mark_of(at(line)).type != '\0') break;
    if (auto const end = is_blank_line(line) ? std::nullopt : opaque_end(level, level.next)) {
      // Whatever stands in a comment or a fold belongs to it, however far to the left.
      while (level.next <= end->line) take(level.lines[level.next++]);
      continue;
    }
    take(line);
    ++level.next;
  }
  while (item.lines.size() > 1 && is_blank_line(item.lines.back())) item.lines.pop_back();
}

void MarkdownScanner::read_list(Level& level) {
  std::size_t const first = level.next;
  ListMark const opening = list_mark_of(at(level.lines[first]));
  MarkdownBlock block;
  block.kind = MarkdownKind::List;
  while (!level.done()) {
    MarkdownLine line = level.lines[level.next];
    if (is_blank_line(line)) {
      ++level.next;
      continue;
    }
    ListMark const mark = list_mark_of(at(line));
    if (mark.type != opening.type || is_rule(at(line))) break;
    ++level.next;
    line.begin += bytes(mark.bytes);
    MarkdownItem item;
    item.lines.push_back(line);
    // A list that is indented by two columns is meant to be inside, even where the text of this item begins further right.
    take_item(level, item, mark.content, mark.indent + 2);
    item.blocks = read(item.lines, level.depth + 1);
    block.items.push_back(std::move(item));
  }
  finish(level, std::move(block), first);
}

bool MarkdownScanner::read_table(Level& level) {
  std::size_t const first = level.next;
  if (first + 1 >= level.lines.size() || at(level.lines[first]).find('|') == std::string_view::npos ||
      !is_table_dashes(at(level.lines[first + 1])))
    return false;
  MarkdownBlock block;
  block.kind = MarkdownKind::Table;
  block.text.push_back(level.lines[first]);
  for (level.next = first + 2; !level.done() && !is_blank_line(level.lines[level.next]) && !opens_block(level, level.next); ++level.next)
    block.text.push_back(level.lines[level.next]);
  finish(level, std::move(block), first);
  return true;
}

bool MarkdownScanner::read_definition(Level& level) {
  std::size_t const first = level.next;
  std::size_t mark = first + 1;
  if (mark < level.lines.size() && is_blank_line(level.lines[mark])) ++mark;
  if (mark >= level.lines.size() || definition_mark(at(level.lines[mark])) == 0) return false;
  MarkdownBlock block;
  block.kind = MarkdownKind::Definition;
  block.text.push_back(level.lines[first]);
  level.next = mark;
  while (!level.done()) {
    MarkdownLine line = level.lines[level.next];
    if (is_blank_line(line)) {
      ++level.next;
      continue;
    }
    std::size_t const begin = definition_mark(at(line));
    if (begin == 0) break;
    ++level.next;
    line.begin += bytes(begin);
    MarkdownItem item;
    item.lines.push_back(line);
    constexpr std::size_t least_indent = 2;
    take_item(level, item, least_indent, least_indent);
    item.blocks = read(item.lines, level.depth + 1);
    block.items.push_back(std::move(item));
  }
  finish(level, std::move(block), first);
  return true;
}

bool MarkdownScanner::read_link_definition(Level& level) {
  std::size_t const first = level.next;
  MarkdownLine const line = level.lines[first];
  std::size_t const begin = skip_blanks(text_, line.begin, line.end);
  if (text_[begin] != '[' || starts_with_at(text_, begin, "[^") || starts_with_at(text_, begin, "[@")) return false;
  std::size_t const close = text_.substr(0, line.end).find("]:", begin);
  if (close == std::string_view::npos || close == begin + 1) return false;
  std::size_t target = skip_blanks(text_, close + 2, line.end), end = target;
  while (end < line.end && !is_blank(text_[end])) ++end;
  char const after = text_[std::min<std::size_t>(skip_blanks(text_, end, line.end), text_.size() - 1)];
  bool const title = skip_blanks(text_, end, line.end) < line.end;
  if (target == end || (title && after != '"' && after != '\'' && after != '(')) return false;
  if (text_[target] == '<' && text_[end - 1] == '>' && end - target > 2) ++target, --end;
  MarkdownBlock block;
  block.kind = MarkdownKind::LinkDefinition;
  block.text = {{bytes(begin + 1), bytes(close)}, {bytes(target), bytes(end)}};
  ++level.next;
  finish(level, std::move(block), first);
  return true;
}

void MarkdownScanner::read_paragraph(Level& level) {
  std::size_t const first = level.next++;
  MarkdownBlock block;
  block.text.push_back(level.lines[first]);
  for (; !level.done() && !is_blank_line(level.lines[level.next]); ++level.next) {
    std::string_view const line = at(level.lines[level.next]);
    if (int const heading = underline_level(line); heading > 0) {
      block.kind = MarkdownKind::Heading;
      block.level = heading;
      ++level.next;
      break;
    }
    if (opens_block(level, level.next)) break;
    block.text.push_back(level.lines[level.next]);
  }
  finish(level, std::move(block), first);
}

}  // namespace resumec::syntax

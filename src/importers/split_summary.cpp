// Lines, as CommonMark has them for lists: an item's lines stand at least as deep as its first word does. Only the plain form is taken
// apart; whatever is unusual stays whole, because the reader of texts knows all of Markdown.
#include "importers/split_summary.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace resumec::importers {

namespace {

/// As deep as the reader of texts takes lists to be.
constexpr std::size_t deepest = 16;

struct Line {
  std::size_t begin, end;  ///< of the text, without the line end
  std::size_t indent;      ///< columns before the first character
  std::size_t first;       ///< offset of the first character; `end` of a blank line
  bool is_blank() const { return first == end; }
};

struct Item {
  std::size_t begin, end;  ///< of its own words
  std::size_t depth;       ///< 0 for the outermost list
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    auto const stop = std::min(text.find('\n', at), text.size());
    Line line{at, stop, 0, at};
    while (line.first < stop && (text[line.first] == ' ' || text[line.first] == '\t' || text[line.first] == '\r'))
      line.indent = text[line.first++] == '\t' ? line.indent / 4 * 4 + 4 : line.indent + 1;
    lines.push_back(line);
    at = stop + 1;
  }
  return lines;
}

/// `- words`: the offset of the words.
std::optional<std::size_t> words_of_bullet(std::string_view text, Line const& line) {
  if (line.is_blank() || line.first + 1 >= line.end) return std::nullopt;
  char const mark = text[line.first], after = text[line.first + 1];
  if ((mark != '-' && mark != '*' && mark != '+') || (after != ' ' && after != '\t')) return std::nullopt;
  auto const words = text.find_first_not_of(" \t", line.first + 1);
  return words < line.end ? std::optional{words} : std::nullopt;
}

/// `1. words`, `## words`, `> words`, `* * *`, or a bullet without words: what a list of points has no room for.
bool is_other_block(std::string_view text, Line const& line) {
  auto const rest = text.substr(line.first, line.end - line.first);
  auto const digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (digits > 0 && digits + 1 < rest.size() && (rest[digits] == '.' || rest[digits] == ')') && rest[digits + 1] == ' ') return true;
  return rest.starts_with('#') || rest.starts_with('>') || rest.find_first_not_of("-*+_=| \t\r") == std::string_view::npos;
}

/// The items behind the paragraphs, which end at `begin`; nothing where the text has another shape.
std::optional<std::vector<Item>> items_of(std::string_view text, std::vector<Line> const& lines, std::size_t first_line) {
  std::vector<std::size_t> open;  ///< the column of the words of the last item, and of those that it is in
  std::vector<Item> items;
  bool after_blank = false;
  for (auto line = lines.begin() + static_cast<std::ptrdiff_t>(first_line); line != lines.end(); ++line) {
    if (line->is_blank()) {
      after_blank = true;
      continue;
    }
    if (is_other_block(text, *line)) return std::nullopt;
    if (auto const words = words_of_bullet(text, *line)) {
      while (!open.empty() && line->indent < open.back()) open.pop_back();
      if (open.size() >= deepest) return std::nullopt;
      items.push_back({*words, line->end, open.size()});
      open.push_back(line->indent + (*words - line->first));
    } else {
      // A line of the last item; behind a blank line only if it stands as deep, else it is a paragraph of its own.
      if (open.empty() || (after_blank && line->indent < open.back())) return std::nullopt;
      items.back().end = line->end;
    }
    after_blank = false;
  }
  return items;
}

/// From `next` on, those of one depth with all that is under them.
Node points_of(Node const& scalar, std::vector<Item> const& items, std::size_t& next) {
  auto const depth = items[next].depth;
  Node list = make_list(slice(scalar, items[next].begin, items[next].end).span);
  while (next < items.size() && items[next].depth >= depth) {
    Node words = slice(scalar, items[next].begin, items[next].end);
    ++next;
    if (next < items.size() && items[next].depth > depth) {
      Node point = make_map(words.span);
      Node inner = points_of(scalar, items, next);
      point.span.end = std::max(point.span.end, inner.span.end);
      put(point, "text", std::move(words));
      put(point, "points", std::move(inner));
      words = std::move(point);
    }
    list.span.end = std::max(list.span.end, words.span.end);
    list.items.push_back(std::move(words));
  }
  return list;
}

}  // namespace

void put_summary(Node& entry, Member const& summary, std::string_view text_key) {
  Node const& value = summary.value;
  if (value.is_list()) return append(entry, "points", value, summary.key_span);
  auto const text = value.text();
  auto const lines = value.is_scalar() ? lines_of(text) : std::vector<Line>{};
  auto const first =
      std::find_if(lines.begin(), lines.end(), [&](Line const& line) { return line.indent < 4 && words_of_bullet(text, line); });
  bool const has_code = text.find("```") != std::string_view::npos;
  auto const items =
      first == lines.end() || has_code ? std::nullopt : items_of(text, lines, static_cast<std::size_t>(first - lines.begin()));
  if (!items) return put(entry, text_key, value, summary.key_span);
  if (text.substr(0, first->begin).find_first_not_of(" \t\r\n") != std::string_view::npos)
    put(entry, text_key, slice(value, 0, text.find_last_not_of(" \t\r\n", first->begin - 1) + 1), summary.key_span);
  std::size_t next = 0;
  append(entry, "points", points_of(value, *items, next), summary.key_span);
}

}  // namespace resumec::importers

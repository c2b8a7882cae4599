#include "syntax/markdown_lines.hpp"

#include "base/ascii.hpp"
#include "syntax/yaml_chars.hpp"

#include <algorithm>
#include <array>

namespace resumec::syntax {

namespace {

constexpr std::size_t tab_columns = 4;
constexpr std::size_t longest_number = 9;  // CommonMark 0.31 §5.2
constexpr int deepest_heading = 6;

std::string_view without_indent(std::string_view line) { return line.substr(skip_blanks(line, 0, line.size())); }

/// Bullets of Markdown and those that word processors set.
constexpr std::array<std::string_view, 9> bullets{"-", "*", "+", "•", "·", "◦", "▪", "‣", "●"};

}  // namespace

std::size_t indent_of(std::string_view line) {
  std::size_t column = 0;
  for (char const c : line) {
    if (c == '\t')
      column += tab_columns - column % tab_columns;
    else if (c == ' ')
      ++column;
    else
      break;
  }
  return column;
}

std::size_t bytes_of_indent(std::string_view line, std::size_t columns) {
  std::size_t column = 0, at = 0;
  while (at < line.size() && is_blank(line[at]) && column < columns) {
    column += line[at] == '\t' ? tab_columns - column % tab_columns : 1;
    ++at;
  }
  return at;
}

ListMark list_mark_of(std::string_view line) {
  ListMark mark;
  std::size_t const begin = skip_blanks(line, 0, line.size());
  std::string_view const rest = line.substr(begin);
  std::size_t size = 0;
  char type = '\0';
  for (std::string_view const bullet : bullets)
    if (rest.starts_with(bullet)) size = bullet.size(), type = bullet.back();
  mark.first = size > 0;
  if (size == 0) {
    while (size < rest.size() && size < longest_number && is_digit(rest[size])) ++size;
    if (size == 0 || size >= rest.size() || (rest[size] != '.' && rest[size] != ')')) return mark;
    mark.first = rest.substr(0, size) == "1";
    type = rest[size++];
  }
  if (size < rest.size() && !is_blank(rest[size])) return mark;
  mark.indent = indent_of(line);
  std::size_t const blanks = indent_of(rest.substr(size));
  bool const empty = skip_blanks(rest, size, rest.size()) == rest.size();
  // More than four blanks belong to the text (CommonMark 0.31 §5.2, rule 2).
  std::size_t const taken = empty || blanks > tab_columns ? 1 : blanks;
  std::size_t const width = type < 0 ? 1 : size;
  mark.content = mark.indent + width + taken;
  mark.bytes = begin + size + bytes_of_indent(rest.substr(size), taken);
  mark.type = type;
  return mark;
}

int heading_level(std::string_view line) {
  std::string_view const rest = without_indent(line);
  std::size_t const marks = std::min(rest.find_first_not_of('#'), rest.size());
  bool const heading = marks > 0 && marks <= deepest_heading && (marks == rest.size() || is_blank(rest[marks]));
  return heading ? static_cast<int>(marks) : 0;
}

int underline_level(std::string_view line) {
  std::string_view const rest = base::trimmed(line);
  if (rest.empty() || (rest[0] != '=' && rest[0] != '-') || rest.find_first_not_of(rest[0]) != std::string_view::npos) return 0;
  return rest[0] == '=' ? 1 : 2;
}

bool is_rule(std::string_view line) {
  std::string_view const rest = base::trimmed(line);
  if (rest.empty() || (rest[0] != '-' && rest[0] != '*' && rest[0] != '_')) return false;
  return std::count(rest.begin(), rest.end(), rest[0]) >= 3 &&
         std::all_of(rest.begin(), rest.end(), [&](char c) { return c == rest[0] || is_blank(c); });
}

Fence fence_of(std::string_view line) {
  std::string_view const rest = without_indent(line);
  if (rest.empty() || (rest[0] != '`' && rest[0] != '~')) return {};
  std::size_t const length = std::min(rest.find_first_not_of(rest[0]), rest.size());
  if (length < 3 || (rest[0] == '`' && rest.find('`', length) != std::string_view::npos)) return {};
  return {rest[0], length};
}

bool is_quote(std::string_view line) { return without_indent(line).starts_with('>'); }

bool is_table_dashes(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_not_of(" \t|:-") == std::string_view::npos;
}

std::size_t definition_mark(std::string_view line) {
  std::size_t const begin = skip_blanks(line, 0, line.size());
  if (begin + 1 >= line.size() || (line[begin] != ':' && line[begin] != '~') || !is_blank(line[begin + 1])) return 0;
  return skip_blanks(line, begin + 1, line.size());
}

bool begins_with(std::string_view line, std::string_view tag) {
  std::string_view const rest = without_indent(line).substr(0, tag.size());
  return rest.size() == tag.size() &&
         std::equal(rest.begin(), rest.end(), tag.begin(), [](char a, char b) { return base::ascii_lower(a) == b; });
}

}  // namespace resumec::syntax

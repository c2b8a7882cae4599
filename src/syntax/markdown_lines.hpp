// What a line of Markdown begins with.
#pragma once

#include <cstddef>
#include <string_view>

namespace resumec::syntax {

/// The columns of the blanks that a line begins with; a tab goes on to the next multiple of four.
std::size_t indent_of(std::string_view line);
/// The bytes of the blanks that fill at most so many columns.
std::size_t bytes_of_indent(std::string_view line, std::size_t columns);

struct ListMark {
  std::size_t indent = 0;   ///< columns before the mark
  std::size_t content = 0;  ///< column where the text begins
  std::size_t bytes = 0;    ///< before the text
  char type = '\0';         ///< the bullet, or `.` or `)` behind a number; '\0': no mark
  bool first = false;       ///< a bullet or the number one: it may stand right below a paragraph
};
ListMark list_mark_of(std::string_view line);

/// The level of `### Heading`, 0 for none.
int heading_level(std::string_view line);
/// `===` below a heading is 1, `---` is 2; 0 for none.
int underline_level(std::string_view line);
bool is_rule(std::string_view line);
/// The character of a fence of at least three, and how long it is; 0 for none.
struct Fence {
  char mark = '\0';
  std::size_t length = 0;
};
Fence fence_of(std::string_view line);
bool is_quote(std::string_view line);
/// `|---|:--:|`
bool is_table_dashes(std::string_view line);
/// `: definition` or `~ definition`; the bytes up to its text, 0 for none.
std::size_t definition_mark(std::string_view line);
/// The line without blanks before it begins so, in any case.
bool begins_with(std::string_view line, std::string_view tag);

}  // namespace resumec::syntax

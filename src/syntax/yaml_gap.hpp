// What stands between two values of a YAML source: line breaks, comments, and the sign that belongs to the next one.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace resumec::syntax {

struct YamlComment {
  std::string_view text;  ///< from `#` on, without blanks at its end
  std::size_t column;     ///< of `#`, in code points
  std::size_t blanks;     ///< between it and what stands before it on its line
  bool ends_line;         ///< what stands before it on its line is no comment
  bool blank_before;      ///< blank lines stand above it
  bool behind_sign;       ///< it stands between the sign and the value
};

struct YamlGap {
  std::vector<YamlComment> comments;
  std::optional<std::size_t> sign;  ///< offset of `-` or `:`
  bool blank_before = false;        ///< blank lines stand above what follows, below the last comment
  std::optional<std::size_t> odd;   ///< offset of the first character that belongs to none of this
};

/// Reads [begin, end) of `text`. `sign` is `-`, `:` or nothing ('\0'), and is looked for once.
YamlGap read_gap(std::string_view text, std::size_t begin, std::size_t end, char sign);

/// Code points between the beginning of the line and `at`.
std::size_t column_of(std::string_view text, std::size_t at);

}  // namespace resumec::syntax

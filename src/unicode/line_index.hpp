// Byte offset → line and column, made only when something is printed. Columns count code points from 1. A whole document may
// stand on one line: every question looks at a bounded part of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace resumec::unicode {

struct Position {
  std::uint32_t line = 1, column = 1;
};

class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  Position position(std::uint32_t offset) const;
  /// The text of a line (from 1) without its line end.
  std::string_view line(std::uint32_t number) const;
  std::uint32_t line_start(std::uint32_t number) const;
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

 private:
  std::string_view text_;
  /// Where a column is known within a long line, so that it is never counted from the line's start.
  struct Milestone {
    std::uint32_t offset, column;
  };
  void add_milestones(std::size_t begin, std::size_t end);

  std::vector<std::uint32_t> starts_;
  std::vector<Milestone> milestones_;  ///< by offset
};

}  // namespace resumec::unicode

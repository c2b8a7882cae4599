// Byte offset → line and column, made only when something is printed. Columns count code points from 1.
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
  std::vector<std::uint32_t> starts_;
};

}  // namespace resumec::unicode

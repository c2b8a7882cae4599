// A line of a source as a terminal shows it: tabs expanded, controls made visible, a long line cut around the place of
// interest. Private to the human renderer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::diag {

/// Columns that a terminal gives a text, roughly.
unsigned shown_width(std::string_view text);

class LineView {
 public:
  /// Columns of a line that are shown at most, besides the signs of a cut.
  static constexpr unsigned most_columns = 100;

  /// `focus_begin` and `focus_end` are bytes of the line that the view shows in any case, the beginning at least.
  LineView(std::string_view line, std::uint32_t focus_begin, std::uint32_t focus_end, std::string_view ellipsis);

  std::string const& text() const { return text_; }
  /// The column, from 0, at which a byte of the line is shown; the nearest that is shown.
  unsigned column(std::uint32_t byte) const;

 private:
  struct Cell {
    std::string text;
    std::uint32_t begin, end;  ///< bytes of the line
    unsigned column, width;    ///< before the cut
  };
  void make_cells(std::string_view line, std::uint32_t from, std::uint32_t to);
  void cut(std::uint32_t focus_begin, std::uint32_t focus_end, bool open_left, bool open_right, std::string_view ellipsis);

  std::vector<Cell> cells_;  ///< after the cut: those that are shown
  std::string text_;
  unsigned shift_ = 0;  ///< column of the first cell shown
  unsigned lead_ = 0;   ///< columns of the sign of a cut before it
};

}  // namespace resumec::diag

#include "diag/line_view.hpp"

#include "diag/places.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <utility>

namespace resumec::diag {

namespace {

constexpr unsigned tab_width = 4;

/// No more of a line is looked at than what could be shown: a whole document may stand on one line.
constexpr std::uint32_t bytes_before = 4 * LineView::most_columns, bytes_after = 8 * LineView::most_columns;

/// The nearest start of a code point at or before a byte.
std::uint32_t aligned(std::string_view line, std::uint32_t byte) {
  for (unsigned back = 0; back < 3 && byte > 0 && byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0U) == 0x80; ++back)
    --byte;
  return byte;
}

}  // namespace

unsigned shown_width(std::string_view text) {
  unsigned width = 0;
  for (std::size_t i = 0; i < text.size();) {
    auto const c = unicode::decode_at(text, i);
    i = c.end;
    width += unicode::terminal_columns(c.value);
  }
  return width;
}

LineView::LineView(std::string_view line, std::uint32_t focus_begin, std::uint32_t focus_end, std::string_view ellipsis) {
  auto const size = static_cast<std::uint32_t>(line.size());
  focus_begin = std::min(focus_begin, size);
  focus_end = std::clamp(focus_end, focus_begin, size);
  auto const from = aligned(line, focus_begin > bytes_before ? focus_begin - bytes_before : 0);
  auto const to = size - focus_begin > bytes_after ? aligned(line, focus_begin + bytes_after) : size;
  make_cells(line, from, to);
  cut(focus_begin, focus_end, from > 0, to < size, ellipsis);
}

void LineView::make_cells(std::string_view line, std::uint32_t from, std::uint32_t to) {
  unsigned column = 0;
  for (std::uint32_t i = from; i < to;) {
    auto const c = unicode::decode_at(line, i);
    Cell cell{{}, i, c.end, column, 0};
    if (c.value == U'\t') {
      cell.text.assign(tab_width - column % tab_width, ' ');
    } else {
      cell.text = visible(line.substr(i, c.end - i));
    }
    cell.width = shown_width(cell.text);
    column += cell.width;
    i = c.end;
    cells_.push_back(std::move(cell));
  }
}

void LineView::cut(std::uint32_t focus_begin, std::uint32_t focus_end, bool open_left, bool open_right, std::string_view ellipsis) {
  auto const total = cells_.empty() ? 0 : cells_.back().column + cells_.back().width;
  unsigned first_column = 0;
  if (open_left || open_right || total > most_columns) {
    // A third of the room that the focus leaves goes to what is before it, and more where little comes after.
    auto const begin = column(focus_begin), end = column(focus_end);
    auto const room = most_columns - std::min(end - begin, most_columns);
    first_column = begin - std::min(begin, room / 3);
    first_column = std::min(first_column, total > most_columns ? total - most_columns : 0);
  }
  auto const first = std::find_if(cells_.begin(), cells_.end(), [&](Cell const& c) { return c.column >= first_column; });
  auto const last = std::find_if(first, cells_.end(), [&](Cell const& c) { return c.column + c.width > first_column + most_columns; });
  open_left = open_left || first != cells_.begin();
  open_right = open_right || last != cells_.end();
  cells_.erase(last, cells_.end());
  cells_.erase(cells_.begin(), first);

  if (open_left) text_ += ellipsis;
  if (!cells_.empty()) shift_ = cells_.front().column;
  lead_ = open_left ? shown_width(ellipsis) : 0;
  for (auto const& cell : cells_) text_ += cell.text;
  if (open_right) text_ += ellipsis;
}

unsigned LineView::column(std::uint32_t byte) const {
  for (auto const& cell : cells_) {
    if (byte < cell.end) return lead_ + cell.column - shift_;
  }
  return lead_ + (cells_.empty() ? 0 : cells_.back().column + cells_.back().width - shift_);
}

}  // namespace resumec::diag

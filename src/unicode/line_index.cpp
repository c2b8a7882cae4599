#include "unicode/line_index.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::unicode {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_{text} {
  // A byte order mark is no column: no editor shows it.
  starts_.push_back(text.starts_with(byte_order_mark) ? static_cast<std::uint32_t>(byte_order_mark.size()) : 0);
  for (std::size_t i = text.find_first_of("\r\n"); i != std::string_view::npos; i = text.find_first_of("\r\n", i)) {
    i += text.substr(i).starts_with("\r\n") ? 2 : 1;
    starts_.push_back(static_cast<std::uint32_t>(i));
  }
}

Position LineIndex::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  auto const after = std::upper_bound(starts_.begin() + 1, starts_.end(), offset);
  Position result{static_cast<std::uint32_t>(after - starts_.begin()), 1};
  std::size_t const start = *(after - 1);
  if (offset <= start) return result;
  auto const before = text_.substr(start, offset - start);
  if (is_ascii(before)) {
    result.column += static_cast<std::uint32_t>(before.size());
    return result;
  }
  // Decoded in the whole text: an offset inside a code point counts as the code point's own.
  for (std::size_t i = start; i < offset;) {
    i = decode_at(text_, i).end;
    if (i <= offset) ++result.column;
  }
  return result;
}

std::string_view LineIndex::line(std::uint32_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  auto const rest = text_.substr(starts_[number - 1]);
  return rest.substr(0, rest.find_first_of("\r\n"));
}

std::uint32_t LineIndex::line_start(std::uint32_t number) const {
  if (number == 0 || number > starts_.size()) return static_cast<std::uint32_t>(text_.size());
  return starts_[number - 1];
}

}  // namespace resumec::unicode

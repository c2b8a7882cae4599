#include "unicode/line_index.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::unicode {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t milestone_distance = 512;  // bytes

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_{text} {
  // A byte order mark is no column: no editor shows it.
  starts_.push_back(text.starts_with(byte_order_mark) ? static_cast<std::uint32_t>(byte_order_mark.size()) : 0);
  for (std::size_t i = text.find_first_of("\r\n"); i != std::string_view::npos; i = text.find_first_of("\r\n", i)) {
    add_milestones(starts_.back(), i);
    i += text.substr(i).starts_with("\r\n") ? 2 : 1;
    starts_.push_back(static_cast<std::uint32_t>(i));
  }
  add_milestones(starts_.back(), text.size());
}

void LineIndex::add_milestones(std::size_t begin, std::size_t end) {
  if (end - begin <= milestone_distance) return;
  std::uint32_t column = 1;
  std::size_t last = begin;
  for (std::size_t i = begin; i < end; ++column) {
    if (i - last >= milestone_distance) {
      milestones_.push_back({static_cast<std::uint32_t>(i), column});
      last = i;
    }
    i = decode_at(text_, i).end;
  }
}

Position LineIndex::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  auto const after = std::upper_bound(starts_.begin() + 1, starts_.end(), offset);
  Position result{static_cast<std::uint32_t>(after - starts_.begin()), 1};
  std::size_t start = *(after - 1);
  if (offset <= start) return result;
  auto const milestone = std::upper_bound(milestones_.begin(), milestones_.end(), offset,
                                          [](std::uint32_t wanted, Milestone const& known) { return wanted < known.offset; });
  if (milestone != milestones_.begin() && (milestone - 1)->offset > start) {
    start = (milestone - 1)->offset;
    result.column = (milestone - 1)->column;
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
  std::size_t const start = starts_[number - 1];
  std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  if (number < starts_.size()) end -= text_.substr(start, end - start).ends_with("\r\n") ? 2 : 1;
  return text_.substr(start, end - start);
}

std::uint32_t LineIndex::line_start(std::uint32_t number) const {
  if (number == 0 || number > starts_.size()) return static_cast<std::uint32_t>(text_.size());
  return starts_[number - 1];
}

}  // namespace resumec::unicode

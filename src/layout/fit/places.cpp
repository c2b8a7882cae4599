#include "layout/fit/places.hpp"

namespace resumec::layout::fit {

Places::Places(Pages const& pages, Units beyond)
    : first_{std::max(pages.first, 0)}, later_{std::max(pages.later, 0)}, beyond_{std::max(beyond, 0)}, start_{0}, count_{pages.count} {
  // More than one page without height holds no more than one does.
  count_ = std::clamp<std::int64_t>(count_, 1, later_ == 0 ? 2 : std::numeric_limits<std::int32_t>::max());
  start_ = std::clamp<Position>(pages.start, 0, count_ == 1 ? capacity() : first_);
}

std::int64_t Places::page_of(Position at) const {
  if (at < first_ || count_ == 1) return 0;
  if (later_ == 0) return 1;
  return std::min(count_ - 1, 1 + (at - first_) / later_);
}

/// Pages differ only where the first or the last is another: none in between has more room than its neighbour.
Position Places::next_page_end(std::int64_t page, Position height) const {
  if (page + 1 >= count_) return nowhere;
  if (height <= this->height(page + 1)) return base(page + 1) + height;
  return height <= this->height(count_ - 1) ? base(count_ - 1) + height : nowhere;
}

Position Places::place(Position at, Position gap, Position height) const {
  if (at == nowhere) return nowhere;
  std::int64_t const page = page_of(at);
  Position const y = at - base(page);
  Position const end = y == 0 ? height : y + gap + height;
  return end <= this->height(page) ? base(page) + end : next_page_end(page, height);
}

Position Places::latest(Position at, Position gap, Position height) const {
  if (Position const end = place(at, gap, height); end != nowhere) return end;
  if (height <= this->height(count_ - 1)) return capacity();  // there was no page left
  return height <= this->height(0) ? std::max(at, base(0) + this->height(0)) : at;
}

}  // namespace resumec::layout::fit

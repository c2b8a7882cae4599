#include "layout/block/balance.hpp"

#include <algorithm>

namespace resumec::layout {

namespace {

/// The height of a child, and the gap between it and the one before.
struct Measured {
  Units height = 0, gap = 0;
};

std::vector<Measured> measure(std::vector<VerticalList> const& children) {
  std::vector<Measured> result;
  result.reserve(children.size());
  Units below = 0;
  for (VerticalList const& child : children) {
    Measured measured;
    measured.height = height_of(child);
    measured.gap = std::max(below, child.boxes.front().gap);
    below = child.gap_below;
    result.push_back(measured);
  }
  return result;
}

/// Fills `columns` columns of at most `limit` from child `first`; returns where it stopped. A child taller than the limit gets a
/// column of its own.
std::size_t fill(std::vector<Measured> const& children, std::size_t first, std::size_t columns, Units limit,
                 std::vector<Band::Range>* ranges) {
  std::size_t next = first;
  for (std::size_t column = 0; column < columns && next < children.size(); ++column) {
    std::size_t const start = next;
    Units height = children[next++].height;
    while (next < children.size() && height + children[next].gap + children[next].height <= limit) {
      height += children[next].gap + children[next].height;
      ++next;
    }
    if (ranges != nullptr) ranges->push_back({start, next});
  }
  return next;
}

}  // namespace

std::size_t column_count(flow::Block const& block) { return static_cast<std::size_t>(std::clamp(block.column_count, 1, 8)); }

Length column_width(Length width, std::size_t count, Context const& context) {
  auto const columns = static_cast<std::int64_t>(count);
  return (width - context.column_gap() * (columns - 1)) / columns;
}

Units height_of(VerticalList const& child) {
  Units height = 0;
  for (VerticalBox const& box : child.boxes) height += box.fragment.height + (&box == &child.boxes.front() ? 0 : box.gap);
  return height;
}

std::vector<Band> balance(std::vector<VerticalList> const& children, std::size_t columns, Units tallest) {
  std::vector<Measured> const measured = measure(children);
  std::vector<Band> bands;
  std::size_t first = 0;
  while (first < measured.size()) {
    std::size_t const last = fill(measured, first, columns, tallest, nullptr);
    // The least height at which the same children still fit.
    Units low = 0, high = tallest;
    for (std::size_t i = first; i < last; ++i) low = std::max(low, measured[i].height);
    high = std::max(high, low);
    --low;
    while (low + 1 < high) {
      Units const middle = low + (high - low) / 2;
      (fill(measured, first, columns, middle, nullptr) >= last ? high : low) = middle;
    }
    Band band;
    std::vector<Measured> const part(measured.begin(), measured.begin() + static_cast<std::ptrdiff_t>(last));
    fill(part, first, columns, high, &band.columns);
    for (Band::Range const& column : band.columns) band.gap_below = std::max(band.gap_below, children[column.last - 1].gap_below);
    bands.push_back(std::move(band));
    first = last;
  }
  return bands;
}

}  // namespace resumec::layout

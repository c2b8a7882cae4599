// Contact lines: short lists that are evened out, not filled.
#include "layout/inline/linebreak.hpp"

#include <algorithm>
#include <limits>

namespace resumec::layout {

namespace {

/// The sums over the segments of a line, as far as they are seen.
struct Sums {
  Width seen = 0, tail = 0;  ///< the last segment's tail is seen as soon as another follows
  Width tracking = 0;

  void add(Segment const& segment) {
    seen += tail + segment.width;
    tail = segment.tail_width;
    tracking = segment.tracking;
  }
  Width natural() const { return seen - tracking; }
};

/// As much as fits on each line.
std::vector<Line> pack(Prepared const& prepared, Width measure) {
  std::vector<Line> lines;
  Sums sums;
  for (std::uint32_t at = 0; at < prepared.segments.size(); ++at) {
    Sums with = sums;
    with.add(prepared.segments[at]);
    bool const starts = lines.empty() || prepared.segments[at - 1].mandatory || with.natural() > measure;
    if (starts) {
      with = Sums{};
      with.add(prepared.segments[at]);
      Line line;
      line.first = at;
      line.measure = measure;
      lines.push_back(line);
    }
    sums = with;
    lines.back().last = at + 1;
    lines.back().natural = sums.natural();
    lines.back().overfull = sums.natural() > measure;
  }
  return lines;
}

Width width_of(std::vector<Width> const& before, std::vector<Segment> const& segments, std::size_t first, std::size_t last) {
  return before[last] - before[first] - segments[last - 1].tail_width - segments[last - 1].tracking;
}

/// Lists longer than this are only packed, not evened out.
constexpr std::size_t most_items_to_even = 64;

}  // namespace

std::vector<Line> linebreak_balanced(Prepared const& prepared, Width measure) {
  std::vector<Segment> const& segments = prepared.segments;
  std::size_t const size = segments.size();
  std::vector<Line> packed = pack(prepared, measure);
  if (packed.size() < 2 || size > most_items_to_even ||
      std::any_of(segments.begin(), segments.end(), [](Segment const& segment) { return segment.mandatory; })) {
    return packed;
  }
  // The narrowest measure that needs no more lines.
  Width low = 0, high = measure;
  while (low + 1 < high) {
    Width const middle = low + (high - low) / 2;
    Width widest = 0;
    for (Segment const& segment : segments) widest = std::max(widest, segment.width - segment.tracking);
    (widest <= middle && pack(prepared, middle).size() <= packed.size() ? high : low) = middle;
  }

  std::vector<Width> before(size + 1);
  for (std::size_t i = 0; i < size; ++i) before[i + 1] = before[i] + segments[i].width + segments[i].tail_width;
  // best[k][i]: least sum of squared slacks of the first i segments on k lines no wider than `high`; slacks in 1/64 em.
  constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::max();
  std::vector<std::vector<std::int64_t>> best(packed.size() + 1, std::vector<std::int64_t>(size + 1, impossible));
  std::vector<std::vector<std::uint32_t>> from(packed.size() + 1, std::vector<std::uint32_t>(size + 1));
  best[0][0] = 0;
  for (std::size_t line = 1; line <= packed.size(); ++line) {
    for (std::size_t last = 1; last <= size; ++last) {
      for (std::size_t first = last; first-- > 0;) {
        Width const width = width_of(before, segments, first, last);
        if (width > high) break;
        if (best[line - 1][first] == impossible) continue;
        std::int64_t const slack = (high - width) >> 10;
        std::int64_t const cost = best[line - 1][first] + slack * slack;
        if (cost >= best[line][last]) continue;
        best[line][last] = cost;
        from[line][last] = static_cast<std::uint32_t>(first);
      }
    }
  }
  if (best[packed.size()][size] == impossible) return packed;
  auto last = static_cast<std::uint32_t>(size);
  for (std::size_t line = packed.size(); line > 0; --line) {
    std::uint32_t const first = from[line][last];
    packed[line - 1].first = first;
    packed[line - 1].last = last;
    packed[line - 1].natural = width_of(before, segments, first, last);
    packed[line - 1].overfull = false;
    last = first;
  }
  return packed;
}

}  // namespace resumec::layout

#include "layout/inline/linebreak.hpp"

#include <algorithm>
#include <limits>

namespace resumec::layout {

namespace {

/// Beyond this a justified line stays ragged: words would swim. Three times the natural space (TeX's tolerance of 10,000 is r = 4.6).
constexpr std::int64_t loosest_r_1024 = 4 * 1024;

/// The sums over the segments of a line, as far as they are seen.
struct Sums {
  Width seen = 0, stretch = 0, shrink = 0;
  Width tail = 0, tail_stretch = 0, tail_shrink = 0;  ///< of the last segment: seen as soon as another follows
  Width tracking = 0;

  void add(Segment const& segment) {
    seen += tail + segment.width;
    stretch += tail_stretch + segment.stretch;
    shrink += tail_shrink + segment.shrink;
    tail = segment.tail_width;
    tail_stretch = segment.tail_stretch;
    tail_shrink = segment.tail_shrink;
    tracking = segment.tracking;
  }
  Width natural() const { return seen - tracking; }
};

std::int64_t ratio(Width numerator, Width denominator) {
  return denominator > 0 ? Length::divide(numerator * 1024, denominator) : std::numeric_limits<std::int32_t>::max();
}

/// Is the line better squeezed with the next segment than stretched without it?
bool better_squeezed(Sums const& without, Sums const& with, Width measure, bool ends_paragraph) {
  Width const excess = with.natural() - measure;
  if (excess > with.shrink) return false;
  return ends_paragraph || ratio(excess, with.shrink) <= ratio(measure - without.natural(), without.stretch);
}

Line finish(std::uint32_t first, std::uint32_t last, Sums const& sums, Width measure, bool stretches, bool squeezes) {
  Line line{first, last, measure, sums.natural(), 0, sums.natural() > measure};
  Width const slack = measure - line.natural;
  if (slack > 0 && stretches && sums.stretch > 0) {
    line.r_1024 = ratio(slack, sums.stretch);
    if (line.r_1024 > loosest_r_1024) line.r_1024 = 0;
  } else if (slack < 0 && squeezes && -slack <= sums.shrink) {
    line.r_1024 = -ratio(-slack, sums.shrink);
    line.overfull = false;
  }
  return line;
}

/// Lines of at most `measure`, first fit; for evenness only widths count.
std::size_t count_lines(Prepared const& prepared, Width measure) {
  std::size_t lines = 0;
  Sums sums;
  bool empty = true;
  for (Segment const& segment : prepared.segments) {
    Sums with = sums;
    with.add(segment);
    if (empty || with.natural() > measure) {
      ++lines;
      sums = Sums{};
      sums.add(segment);
    } else {
      sums = with;
    }
    empty = segment.mandatory;
  }
  return lines;
}

Width width_of(std::vector<Width> const& before, std::vector<Segment> const& segments, std::size_t first, std::size_t last) {
  return before[last] - before[first] - segments[last - 1].tail_width - segments[last - 1].tracking;
}

/// Lists longer than this are only packed, not evened out.
constexpr std::size_t most_items_to_even = 64;

}  // namespace

std::vector<Line> linebreak(Prepared const& prepared, Measures measures, style::Align align) {
  bool const justified = align == style::Align::Justify;
  std::vector<Segment> const& segments = prepared.segments;
  auto const size = static_cast<std::uint32_t>(segments.size());
  std::vector<Line> lines;
  std::uint32_t first = 0;
  while (first < size) {
    Width const measure = measures.of(lines.size());
    Sums sums;
    sums.add(segments[first]);
    std::uint32_t last = first + 1;
    while (last < size && !segments[last - 1].mandatory) {
      Sums with = sums;
      with.add(segments[last]);
      bool const ends = last + 1 == size || segments[last].mandatory;
      if (with.natural() > measure && !(justified && better_squeezed(sums, with, measure, ends))) break;
      sums = with;
      ++last;
    }
    bool const ends = last == size || segments[last - 1].mandatory;
    lines.push_back(finish(first, last, sums, measure, justified && !ends, justified));
    first = last;
  }
  return lines;
}

std::vector<Line> linebreak_balanced(Prepared const& prepared, Width measure) {
  std::vector<Segment> const& segments = prepared.segments;
  std::size_t const size = segments.size();
  std::vector<Line> packed = linebreak(prepared, {measure, measure}, style::Align::Left);
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
    (widest <= middle && count_lines(prepared, middle) <= packed.size() ? high : low) = middle;
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
    packed[line - 1] = {first, last, measure, width_of(before, segments, first, last), 0, false};
    last = first;
  }
  return packed;
}

}  // namespace resumec::layout

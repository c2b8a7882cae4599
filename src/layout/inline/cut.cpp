// Words wider than their line: cut at reluctant places, and between graphemes where even that does not help.
#include "layout/inline/pieces.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace resumec::layout {

namespace {

class Cutter {
 public:
  Cutter(Prepared& prepared, Width measure, Context& context) : prepared_{prepared}, measure_{measure}, context_{context} {}

  bool is_wide(Segment const& segment) const { return segment.width - segment.tracking > measure_; }

  void keep(Segment segment) {
    Segment const old = segment;
    auto const shift = static_cast<std::uint32_t>(pieces_.size());
    auto const begin = prepared_.pieces.begin();
    pieces_.insert(pieces_.end(), begin + old.first, begin + old.last);
    segment.first = shift;
    segment.tail = shift + (old.tail - old.first);
    segment.last = shift + (old.last - old.first);
    segments_.push_back(segment);
  }

  /// The parts between reluctant places become segments; the last one has the whole's tail.
  void cut(Segment const& whole) {
    std::uint32_t first = whole.first;
    while (first < whole.tail) {
      std::uint32_t last = first + 1;
      Width width = prepared_.pieces[first].width;
      while (last < whole.tail && !prepared_.pieces[last].reluctant_before) width += prepared_.pieces[last++].width;
      if (width - prepared_.pieces[last - 1].tracking <= measure_) {
        std::vector<Piece> const part(prepared_.pieces.begin() + first, prepared_.pieces.begin() + last);
        append(part);
      } else {
        cut_into_graphemes(first, last);
      }
      first = last;
    }
    // What follows the seen text of the whole.
    Segment& end = segments_.back();
    for (std::uint32_t i = whole.tail; i < whole.last; ++i) {
      pieces_.push_back(prepared_.pieces[i]);
      add_to(end, prepared_, prepared_.pieces[i], Part::Tail, context_);
    }
    end.last = static_cast<std::uint32_t>(pieces_.size());
    end.mandatory = whole.mandatory;
    end.penalty = whole.penalty;
    end.flagged = whole.flagged;
  }

  std::vector<ByteRange> finish() {
    prepared_.pieces = std::move(pieces_);
    prepared_.segments = std::move(segments_);
    return std::move(words_);
  }

 private:
  void append(std::vector<Piece> const& part) {
    Segment segment;
    segment.first = static_cast<std::uint32_t>(pieces_.size());
    std::size_t seen = part.size();
    while (seen > 1 && part[seen - 1].space) --seen;
    for (std::size_t i = 0; i < part.size(); ++i) add_to(segment, prepared_, part[i], i < seen ? Part::Seen : Part::Tail, context_);
    pieces_.insert(pieces_.end(), part.begin(), part.end());
    segment.tail = segment.first + static_cast<std::uint32_t>(seen);
    segment.last = static_cast<std::uint32_t>(pieces_.size());
    segments_.push_back(segment);
  }

  void cut_into_graphemes(std::uint32_t first, std::uint32_t last) {
    words_.push_back({prepared_.pieces[first].begin, prepared_.pieces[last - 1].end});
    for (std::uint32_t i = first; i < last; ++i) {
      Piece rest = prepared_.pieces[i];
      std::uint32_t const begin = rest.begin;
      std::string_view const text = std::string_view{prepared_.source.text}.substr(begin, rest.end - begin);
      for (std::uint32_t const boundary : unicode::grapheme_boundaries(text)) {
        Piece next;
        if (boundary == 0 || boundary >= text.size() || !split(prepared_, rest, begin + boundary, next, context_)) continue;
        append({rest});
        rest = next;
      }
      append({rest});
    }
  }

  Prepared& prepared_;
  Width const measure_;
  Context& context_;
  std::vector<Piece> pieces_;
  std::vector<Segment> segments_;
  std::vector<ByteRange> words_;
};

}  // namespace

std::vector<ByteRange> cut_wide_segments(Prepared& prepared, Width measure, Context& context) {
  // In a column narrower than a syllable there is no room for its hyphen.
  for (Segment& segment : prepared.segments) {
    if (!segment.divides || segment.width + segment.hyphen <= measure) continue;
    segment.divides = segment.flagged = false;
    segment.hyphen = 0;
  }
  Cutter cutter{prepared, measure, context};
  if (std::none_of(prepared.segments.begin(), prepared.segments.end(), [&](Segment const& segment) { return cutter.is_wide(segment); }))
    return {};
  for (Segment const& segment : prepared.segments) {
    if (cutter.is_wide(segment))
      cutter.cut(segment);
    else
      cutter.keep(segment);
  }
  return cutter.finish();
}

}  // namespace resumec::layout

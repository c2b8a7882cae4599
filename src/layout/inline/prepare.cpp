#include "layout/inline/prepare.hpp"

#include "layout/inline/hyphens.hpp"
#include "layout/inline/lists.hpp"
#include "layout/inline/pieces.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace resumec::layout {

namespace {

constexpr std::string_view no_break_space = "\u00A0";
/// Words longer than this are shaped in parts: nobody sees the seam, and a shaper's widths stay small.
constexpr std::uint32_t longest_word = 200;
constexpr std::uint32_t longest_character = 64;  ///< with its marks, to be kept whole at such a seam

/// Shapes ranges into pieces, and pieces into segments.
class Preparer {
 public:
  Preparer(Prepared& result, Context& context) : result_{result}, context_{context} {}

  void pieces(std::vector<BreakPlace> const& places);
  void prose_segments(std::vector<BreakPlace> const& places);
  void item_segments(std::vector<BreakPlace> const& places);
  void word(std::uint32_t begin, std::uint32_t end, std::uint32_t range, std::vector<Piece>& out);

 private:
  std::string_view text() const { return result_.source.text; }
  std::uint32_t word_end(std::uint32_t begin, std::uint32_t limit) const;
  void space(std::uint32_t begin, std::uint32_t end, std::uint32_t range);
  std::pair<text::ShapedText const*, std::int32_t> shaped(std::string_view word, TextStyle const& style,
                                                          std::optional<unicode::Direction> direction);
  /// Of what a paragraph with levels has there.
  std::optional<unicode::Direction> direction_at(std::uint32_t offset) const {
    if (result_.levels.empty()) return std::nullopt;
    return result_.levels[offset] % 2 != 0 ? unicode::Direction::RightToLeft : unicode::Direction::LeftToRight;
  }
  void cut_at(std::uint32_t offset, std::vector<Piece>& word);
  Segment& close(std::uint32_t first, std::uint32_t tail, std::uint32_t last);
  bool is_inside_unbreakable(std::uint32_t offset) const;
  bool is_separator(Piece const& piece) const { return result_.source.ranges[piece.range].generated; }

  Prepared& result_;
  Context& context_;
};

/// The shaped word; with the map of its clusters where capitals stand in for small caps.
std::pair<text::ShapedText const*, std::int32_t> Preparer::shaped(std::string_view word, TextStyle const& style,
                                                                  std::optional<unicode::Direction> direction) {
  if (!style.capitals) return {&context_.shape(word, style, direction), -1};
  std::string capitals;
  std::vector<std::uint32_t> map;
  capitals.reserve(word.size());
  for (std::size_t offset = 0; offset < word.size();) {
    unicode::CodePoint const point = unicode::decode_at(word, offset);
    capitals += unicode::to_upper(word.substr(offset, point.end - point.begin), style.shape.lang);
    map.resize(capitals.size(), static_cast<std::uint32_t>(offset));
    offset = point.end;
  }
  map.push_back(static_cast<std::uint32_t>(word.size()));
  result_.cluster_maps.push_back(std::move(map));
  return {&context_.shape(capitals, style, direction), static_cast<std::int32_t>(result_.cluster_maps.size() - 1)};
}

void Preparer::word(std::uint32_t begin, std::uint32_t end, std::uint32_t range, std::vector<Piece>& out) {
  TextStyle const& style = context_.text_style(result_.source.ranges[range].style);
  auto const [shaped_text, map] = shaped(text().substr(begin, end - begin), style, direction_at(begin));
  auto const original = [&, cluster_map = map](std::uint32_t offset) {
    return begin + (cluster_map < 0 ? offset : result_.cluster_maps[static_cast<std::size_t>(cluster_map)][offset]);
  };
  // Text without glyphs, as controls are, belongs to the piece before it, or else to the next.
  std::optional<std::uint32_t> waiting;
  for (text::ShapedRun const& run : shaped_text->runs) {
    if (run.glyphs.empty()) {
      if (!out.empty() && out.back().origin == begin && out.back().end == original(run.begin))
        out.back().end = original(run.end);
      else if (!waiting)
        waiting = original(run.begin);
      continue;
    }
    Piece piece;
    piece.run = &run;
    piece.last_glyph = static_cast<std::uint32_t>(run.glyphs.size());
    piece.begin = waiting.value_or(original(run.begin));
    piece.end = original(run.end);
    waiting.reset();
    piece.origin = begin;
    piece.range = range;
    piece.cluster_map = map;
    measure(result_, piece, context_);
    out.push_back(piece);
  }
  for (text::MissingGlyph const& missing : shaped_text->missing) {
    result_.missing.push_back({original(missing.begin), original(missing.end), missing.code_point, range});
  }
}

void Preparer::space(std::uint32_t begin, std::uint32_t end, std::uint32_t range) {
  std::size_t const first = result_.pieces.size();
  word(begin, end, range, result_.pieces);
  for (std::size_t i = first; i < result_.pieces.size(); ++i) result_.pieces[i].space = true;
}

std::uint32_t Preparer::word_end(std::uint32_t begin, std::uint32_t limit) const {
  std::uint32_t end = begin;
  while (end < limit && text()[end] != ' ' && text()[end] != '\n' && !text().substr(end).starts_with(no_break_space)) ++end;
  auto const& levels = result_.levels;
  if (!levels.empty())
    end = static_cast<std::uint32_t>(
        std::find_if(levels.begin() + begin, levels.begin() + end, [&](auto level) { return level != levels[begin]; }) - levels.begin());
  if (end - begin <= longest_word) return end;
  // As many whole characters, with their marks, as lie within; one that is longer is cut between code points.
  auto const code_point = [&](std::uint32_t at) {
    while (at > begin && at < end && (static_cast<unsigned char>(text()[at]) & 0xC0) == 0x80) --at;
    return at;
  };
  std::uint32_t const looked_at = code_point(std::min(end, begin + longest_word + longest_character));
  auto const boundaries = unicode::grapheme_boundaries(text().substr(begin, looked_at - begin));
  auto const beyond = std::upper_bound(boundaries.begin(), boundaries.end(), longest_word);
  std::uint32_t const whole = beyond == boundaries.begin() ? 0 : *(beyond - 1);
  return whole > 0 ? begin + whole : code_point(begin + longest_word);
}

void Preparer::cut_at(std::uint32_t offset, std::vector<Piece>& word) {
  auto const covers = [&](Piece const& piece) { return piece.begin < offset && offset < piece.end; };
  auto const piece = std::find_if(word.begin(), word.end(), covers);
  Piece second;
  if (piece != word.end() && split(result_, *piece, offset, second, context_)) word.insert(piece + 1, second);
}

void Preparer::pieces(std::vector<BreakPlace> const& places) {
  result_.pieces.reserve(text().size() / 3 + 4);
  std::vector<Piece> parts;
  std::optional<std::uint32_t> waiting;  // text without glyphs that no piece stands before
  auto place = places.begin();
  for (std::uint32_t range = 0; range < result_.source.ranges.size(); ++range) {
    std::uint32_t position = result_.source.ranges[range].begin;
    std::uint32_t const limit = result_.source.ranges[range].end;
    while (position < limit) {
      std::size_t const known = result_.pieces.size();
      if (text()[position] == '\n') {
        ++position;
        waiting.reset();
      } else if (text()[position] == ' ') {
        space(position, position + 1, range);
        ++position;
      } else if (text().substr(position).starts_with(no_break_space)) {
        auto const end = position + static_cast<std::uint32_t>(no_break_space.size());
        space(position, end, range);
        position = end;
      } else {
        std::uint32_t const end = word_end(position, limit);
        parts.clear();
        word(position, end, range, parts);
        if (parts.empty() && !result_.pieces.empty() && result_.pieces.back().end == position)
          result_.pieces.back().end = end;
        else if (parts.empty() && !waiting)
          waiting = position;
        for (; place != places.end() && place->offset < end; ++place) {
          if (place->offset > position) cut_at(place->offset, parts);
        }
        result_.pieces.insert(result_.pieces.end(), parts.begin(), parts.end());
        position = end;
      }
      if (waiting && result_.pieces.size() > known) result_.pieces[known].begin = *std::exchange(waiting, std::nullopt);
    }
  }
}

Segment& Preparer::close(std::uint32_t first, std::uint32_t tail, std::uint32_t last) {
  Segment segment;
  segment.first = first;
  segment.tail = tail;
  segment.last = last;
  for (std::uint32_t i = first; i < last; ++i) add_to(segment, result_, result_.pieces[i], i < tail ? Part::Seen : Part::Tail, context_);
  return result_.segments.emplace_back(segment);
}

/// Ranges without anything between them are parts of one unbreakable thing: a date in two styles.
bool Preparer::is_inside_unbreakable(std::uint32_t offset) const {
  StyledRange const& range = result_.source.range_at(offset);
  return range.unbreakable && (range.begin < offset || (offset > 0 && result_.source.range_at(offset - 1).unbreakable));
}

void Preparer::prose_segments(std::vector<BreakPlace> const& places) {
  std::vector<Piece>& pieces = result_.pieces;
  auto const size = static_cast<std::uint32_t>(pieces.size());
  std::uint32_t first = 0, at = 0;
  auto const finish = [&](std::uint32_t last, BreakPlace const* place) {
    std::uint32_t tail = last;
    while (tail > first && pieces[tail - 1].space && text()[pieces[tail - 1].begin] == ' ') --tail;
    Segment& segment = close(first, tail, last);
    first = last;
    if (place == nullptr) return;
    segment.mandatory = place->willingness == Willingness::Mandatory;
    segment.penalty = place->penalty;
    segment.flagged = place->hyphen;
    segment.divides = place->inserted;
    if (place->inserted && segment.tail > segment.first)
      segment.hyphen = hyphen_width(style_of(result_, pieces[segment.tail - 1], context_), context_);
  };
  for (BreakPlace const& place : places) {
    while (at < size && pieces[at].begin < place.offset) ++at;
    bool const reached = at < size && pieces[at].begin == place.offset;
    if (place.willingness == Willingness::Mandatory) {
      finish(at, &place);
    } else if (place.willingness == Willingness::Reluctant || is_inside_unbreakable(place.offset)) {
      if (reached) pieces[at].reluctant_before = true;
    } else if (reached && at > first) {
      finish(at, &place);
    }
  }
  if (first < size || result_.segments.empty()) finish(size, nullptr);
}

/// Items between separators; no separator stands at the start or the end of a line.
void Preparer::item_segments(std::vector<BreakPlace> const& places) {
  std::vector<Piece>& pieces = result_.pieces;
  auto const size = static_cast<std::uint32_t>(pieces.size());
  std::uint32_t at = 0;
  for (BreakPlace const& place : places) {
    while (at < size && pieces[at].begin < place.offset) ++at;
    if (at < size && pieces[at].begin == place.offset) pieces[at].reluctant_before = true;
  }
  at = 0;
  while (at < size && is_separator(pieces[at])) ++at;
  while (at < size) {
    std::uint32_t const first = at;
    while (at < size && !is_separator(pieces[at])) ++at;
    std::uint32_t const tail = at;
    while (at < size && is_separator(pieces[at])) ++at;
    close(first, tail, at);
  }
}

}  // namespace

Prepared prepare(Collected collected, Breaking breaking, Context& context) {
  Prepared result;
  result.source = std::move(collected);
  result.breaking = breaking;
  std::string_view const lang = result.source.ranges.empty() ? std::string_view{context.flow.metadata.lang}
                                                             : context.text_style(result.source.ranges.front().style).shape.lang;
  std::vector<BreakPlace> places = break_places(result.source.text, lang, context.shaper.line_breaker());
  if (breaking != Breaking::Items) keep_items_whole(result.source, places);
  if (breaking == Breaking::Hyphenated) add_divisions(result.source, places, context);
  if (!lang.empty()) result.base = unicode::direction_of(lang);
  bool const leftward = result.base == unicode::Direction::RightToLeft || context.direction == unicode::Direction::RightToLeft;
  if (leftward || unicode::may_run_leftwards(result.source.text)) result.levels = unicode::bidi_levels(result.source.text, result.base);
  Preparer preparer{result, context};
  preparer.pieces(places);
  if (breaking == Breaking::Items) {
    preparer.item_segments(places);
  } else {
    preparer.prose_segments(places);
  }
  return result;
}

Width natural_width(Prepared const& prepared) {
  Width widest = 0, line = 0;
  for (Segment const& segment : prepared.segments) {
    widest = std::max(widest, line + segment.width - segment.tracking);
    line = segment.mandatory ? 0 : line + segment.width + segment.tail_width;
  }
  return widest;
}

std::vector<Piece> shape_word(Prepared& prepared, std::uint32_t begin, std::uint32_t end, std::uint32_t range, Context& context) {
  std::vector<Piece> parts;
  std::size_t const known = prepared.missing.size();
  Preparer{prepared, context}.word(begin, end, range, parts);
  prepared.missing.resize(known);  // reported with the whole word
  return parts;
}

}  // namespace resumec::layout

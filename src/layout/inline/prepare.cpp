#include "layout/inline/prepare.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <utility>

namespace resumec::layout {

namespace {

constexpr std::string_view no_break_space = "\u00A0";
/// Words longer than this are shaped in parts: nobody sees the seam, and a shaper's widths stay small.
constexpr std::uint32_t longest_word = 200;
/// No word space may become narrower: extractors lose it.
constexpr Em narrowest_space = Em::milli(170);

Width scaled(std::int64_t own_em, Em ratio) { return Length::divide(own_em * ratio.raw(), Em::one); }

/// Shapes ranges into pieces, and pieces into segments.
class Preparer {
 public:
  Preparer(Prepared& result, Context& context) : result_{result}, context_{context} {}

  void pieces(std::vector<BreakPlace> const& places);
  void prose_segments(std::vector<BreakPlace> const& places);
  void item_segments();
  void word(std::uint32_t begin, std::uint32_t end, std::uint32_t range, std::vector<Piece>& out);

 private:
  std::string_view text() const { return result_.source.text; }
  std::uint32_t word_end(std::uint32_t begin, std::uint32_t limit) const;
  void space(std::uint32_t begin, std::uint32_t end, std::uint32_t range);
  std::pair<text::ShapedText const*, std::int32_t> shaped(std::string_view word, TextStyle const& style);
  void cut_at(std::uint32_t offset, std::vector<Piece>& out);
  void measure(Piece& piece) const;
  void close(Segment segment);
  bool is_separator(Piece const& piece) const { return result_.source.ranges[piece.range].generated; }

  Prepared& result_;
  Context& context_;
};

TextStyle const& style_of(Prepared const& prepared, std::uint32_t range, Context& context) {
  return context.text_style(prepared.source.ranges[range].style);
}

/// Cuts the piece that covers `offset` in two, if a left-to-right cluster starts there; returns whether one did.
bool split(Prepared const& prepared, std::vector<Piece>& pieces, std::size_t index, std::uint32_t offset, Piece& second) {
  Piece& first = pieces[index];
  if (first.space || first.run->direction == text::Direction::RightToLeft) return false;
  for (std::uint32_t glyph = first.first_glyph + 1; glyph < first.last_glyph; ++glyph) {
    std::uint32_t const cluster = cluster_of(prepared, first, first.run->glyphs[glyph]);
    if (cluster < offset) continue;
    if (cluster > offset) return false;
    second = first;
    second.first_glyph = glyph;
    second.begin = offset;
    first.last_glyph = glyph;
    first.end = offset;
    return true;
  }
  return false;
}

}  // namespace

std::uint32_t cluster_of(Prepared const& prepared, Piece const& piece, text::Glyph const& glyph) {
  if (piece.cluster_map < 0) return piece.origin + glyph.cluster;
  return piece.origin + prepared.cluster_maps[static_cast<std::size_t>(piece.cluster_map)][glyph.cluster];
}

Elasticity elasticity_of(Piece const& space, TextStyle const& style) {
  Width const floor = scaled(narrowest_space.raw(), style.ratio);
  return {space.width / 2, std::max<Width>(0, std::min(space.width / 3, space.width - floor))};
}

namespace {

void Preparer::measure(Piece& piece) const {
  TextStyle const& style = style_of(result_, piece.range, context_);
  std::int64_t own = 0;
  std::vector<text::Glyph> const& glyphs = piece.run->glyphs;
  for (std::uint32_t i = piece.first_glyph; i < piece.last_glyph; ++i) {
    own += glyphs[i].advance.raw();
    bool const ends_cluster = i + 1 == piece.last_glyph || glyphs[i + 1].cluster != glyphs[i].cluster;
    if (ends_cluster) own += style.tracking.raw();
  }
  piece.width = scaled(own, style.ratio);
  piece.tracking = scaled(style.tracking.raw(), style.ratio);
}

/// The shaped word; with the map of its clusters where capitals stand in for small caps.
std::pair<text::ShapedText const*, std::int32_t> Preparer::shaped(std::string_view word, TextStyle const& style) {
  if (!style.capitals) return {&context_.shape(word, style), -1};
  std::string capitals;
  std::vector<std::uint32_t> map;
  capitals.reserve(word.size());
  for (std::size_t offset = 0; offset < word.size();) {
    unicode::CodePoint const point = unicode::decode_at(word, offset);
    capitals += unicode::to_upper(word.substr(offset, point.end - point.begin), style.shape.lang);
    map.resize(capitals.size() + 1, static_cast<std::uint32_t>(offset));
    offset = point.end;
  }
  map.back() = static_cast<std::uint32_t>(word.size());
  result_.cluster_maps.push_back(std::move(map));
  return {&context_.shape(capitals, style), static_cast<std::int32_t>(result_.cluster_maps.size() - 1)};
}

void Preparer::word(std::uint32_t begin, std::uint32_t end, std::uint32_t range, std::vector<Piece>& out) {
  auto const [shaped_text, map] = shaped(text().substr(begin, end - begin), style_of(result_, range, context_));
  auto const original = [&, cluster_map = map](std::uint32_t offset) {
    return begin + (cluster_map < 0 ? offset : result_.cluster_maps[static_cast<std::size_t>(cluster_map)][offset]);
  };
  for (text::ShapedRun const& run : shaped_text->runs) {
    if (run.glyphs.empty()) continue;
    Piece piece;
    piece.run = &run;
    piece.last_glyph = static_cast<std::uint32_t>(run.glyphs.size());
    piece.begin = original(run.begin);
    piece.end = original(run.end);
    piece.origin = begin;
    piece.range = range;
    piece.cluster_map = map;
    measure(piece);
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
  if (end - begin <= longest_word) return end;
  end = begin + longest_word;
  while (end > begin + longest_word / 2 && (static_cast<unsigned char>(text()[end]) & 0xC0) == 0x80) --end;
  return end;
}

void Preparer::cut_at(std::uint32_t offset, std::vector<Piece>& out) {
  for (std::size_t i = out.size(); i-- > 0;) {
    if (out[i].end <= offset) return;
    if (out[i].begin >= offset) continue;
    Piece second;
    if (!split(result_, out, i, offset, second)) return;
    measure(out[i]);
    measure(second);
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(i) + 1, second);
    return;
  }
}

void Preparer::pieces(std::vector<BreakPlace> const& places) {
  result_.pieces.reserve(text().size() / 3 + 4);
  std::vector<Piece> parts;
  auto place = places.begin();
  for (std::uint32_t range = 0; range < result_.source.ranges.size(); ++range) {
    std::uint32_t position = result_.source.ranges[range].begin;
    std::uint32_t const limit = result_.source.ranges[range].end;
    while (position < limit) {
      if (text()[position] == '\n') {
        ++position;
      } else if (text()[position] == ' ') {
        space(position, position + 1, range);
        ++position;
      } else if (text().substr(position).starts_with(no_break_space)) {
        space(position, position + 2, range);
        position += 2;
      } else {
        std::uint32_t const end = word_end(position, limit);
        parts.clear();
        word(position, end, range, parts);
        for (; place != places.end() && place->offset < end; ++place) {
          if (place->offset > position) cut_at(place->offset, parts);
        }
        result_.pieces.insert(result_.pieces.end(), parts.begin(), parts.end());
        position = end;
      }
    }
  }
}

/// Counts what is seen and what vanishes of the pieces [first, last), whose tail starts at `tail`.
void Preparer::close(Segment segment) {
  for (std::uint32_t i = segment.first; i < segment.last; ++i) {
    Piece const& piece = result_.pieces[i];
    bool const seen = i < segment.tail;
    (seen ? segment.width : segment.tail_width) += piece.width;
    if (seen) segment.tracking = piece.tracking;
    if (!piece.space) continue;
    Elasticity const elasticity = elasticity_of(piece, style_of(result_, piece.range, context_));
    (seen ? segment.stretch : segment.tail_stretch) += elasticity.stretch;
    (seen ? segment.shrink : segment.tail_shrink) += elasticity.shrink;
  }
  result_.segments.push_back(segment);
}

void Preparer::prose_segments(std::vector<BreakPlace> const& places) {
  std::vector<Piece>& pieces = result_.pieces;
  auto const size = static_cast<std::uint32_t>(pieces.size());
  auto const finish = [&](std::uint32_t first, std::uint32_t last, bool mandatory) {
    Segment segment{first, last, last};
    while (segment.tail > first && pieces[segment.tail - 1].space && text()[pieces[segment.tail - 1].begin] == ' ') --segment.tail;
    segment.mandatory = mandatory;
    close(segment);
  };
  std::uint32_t first = 0, at = 0;
  for (BreakPlace const& place : places) {
    while (at < size && pieces[at].begin < place.offset) ++at;
    bool const reached = at < size && pieces[at].begin == place.offset;
    bool const inside_unbreakable = [&] {
      StyledRange const& range = result_.source.range_at(place.offset);
      return range.unbreakable && range.begin < place.offset;
    }();
    if (place.willingness == Willingness::Mandatory) {
      finish(first, at, true);
      first = at;
    } else if (place.willingness == Willingness::Reluctant || inside_unbreakable) {
      if (reached) pieces[at].reluctant_before = true;
    } else if (reached && at > first) {
      finish(first, at, false);
      first = at;
    }
  }
  if (first < size || result_.segments.empty()) finish(first, size, false);
}

void Preparer::item_segments() {
  std::vector<Piece>& pieces = result_.pieces;
  auto const size = static_cast<std::uint32_t>(pieces.size());
  std::uint32_t at = 0;
  while (at < size && is_separator(pieces[at])) ++at;  // none at a line's start
  while (at < size) {
    Segment segment;
    segment.first = at;
    while (at < size && !is_separator(pieces[at])) ++at;
    segment.tail = at;
    while (at < size && is_separator(pieces[at])) ++at;
    segment.last = at;
    for (std::uint32_t i = segment.first + 1; i < segment.tail; ++i) {
      if (pieces[i - 1].space) pieces[i].reluctant_before = true;
    }
    close(segment);
  }
}

}  // namespace

Prepared prepare(Collected collected, Breaking breaking, Context& context) {
  Prepared result;
  result.source = std::move(collected);
  std::string_view const lang = result.source.ranges.empty() ? std::string_view{context.flow.metadata.lang}
                                                             : context.text_style(result.source.ranges.front().style).shape.lang;
  std::vector<BreakPlace> const places = break_places(result.source.text, lang);
  Preparer preparer{result, context};
  preparer.pieces(places);
  if (breaking == Breaking::Items) {
    result.item_list = true;
    for (BreakPlace const& place : places) {
      auto const at = std::lower_bound(result.pieces.begin(), result.pieces.end(), place.offset,
                                       [](Piece const& piece, std::uint32_t offset) { return piece.begin < offset; });
      if (at != result.pieces.end() && at->begin == place.offset) at->reluctant_before = true;
    }
    preparer.item_segments();
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

std::vector<ByteRange> cut_wide_segments(Prepared& prepared, Width measure, Context& context) {
  std::vector<ByteRange> cut;
  auto const is_wide = [&](Segment const& segment) { return segment.width - segment.tracking > measure; };
  if (std::none_of(prepared.segments.begin(), prepared.segments.end(), is_wide)) return cut;

  std::vector<Piece> pieces;
  std::vector<Segment> segments;
  auto const append = [&](std::uint32_t first, std::uint32_t last, Segment const& whole, bool at_end, bool emergency) {
    Segment segment{static_cast<std::uint32_t>(pieces.size())};
    segment.emergency = emergency;
    auto const count = [&](std::uint32_t from, std::uint32_t to, bool seen) {
      for (std::uint32_t i = from; i < to; ++i) {
        Piece const& piece = prepared.pieces[i];
        pieces.push_back(piece);
        (seen ? segment.width : segment.tail_width) += piece.width;
        if (seen) segment.tracking = piece.tracking;
        if (!piece.space) continue;
        Elasticity const elasticity = elasticity_of(piece, style_of(prepared, piece.range, context));
        (seen ? segment.stretch : segment.tail_stretch) += elasticity.stretch;
        (seen ? segment.shrink : segment.tail_shrink) += elasticity.shrink;
      }
    };
    std::uint32_t tail = last;
    while (!at_end && tail > first && prepared.pieces[tail - 1].space) --tail;
    count(first, tail, true);
    segment.tail = static_cast<std::uint32_t>(pieces.size());
    count(tail, last, false);
    if (at_end) {
      count(whole.tail, whole.last, false);
      segment.mandatory = whole.mandatory;
    }
    segment.last = static_cast<std::uint32_t>(pieces.size());
    segments.push_back(segment);
  };

  // The pieces of a segment whose parts between reluctant places are still too wide are cut into graphemes first.
  for (Segment const& whole : prepared.segments) {
    if (!is_wide(whole)) {
      append(whole.first, whole.tail, whole, true, false);
      continue;
    }
    std::uint32_t part = whole.first;
    while (part < whole.tail) {
      std::uint32_t end = part + 1;
      Width width = prepared.pieces[part].width;
      while (end < whole.tail && !prepared.pieces[end].reluctant_before) width += prepared.pieces[end++].width;
      bool const last_part = end == whole.tail;
      if (width - prepared.pieces[end - 1].tracking <= measure) {
        append(part, end, whole, last_part, false);
        part = end;
        continue;
      }
      cut.push_back({prepared.pieces[part].begin, prepared.pieces[end - 1].end});
      for (std::uint32_t i = part; i < end; ++i) {
        Piece const original = prepared.pieces[i];
        std::string_view const text = std::string_view{prepared.source.text}.substr(original.begin, original.end - original.begin);
        std::vector<Piece> graphemes{original};
        for (std::uint32_t const boundary : unicode::grapheme_boundaries(text)) {
          Piece second;
          if (boundary > 0 && boundary < text.size() &&
              split(prepared, graphemes, graphemes.size() - 1, original.begin + boundary, second)) {
            graphemes.push_back(second);
          }
        }
        for (std::size_t g = 0; g < graphemes.size(); ++g) {
          TextStyle const& style = style_of(prepared, graphemes[g].range, context);
          std::int64_t own = style.tracking.raw();
          for (std::uint32_t k = graphemes[g].first_glyph; k < graphemes[g].last_glyph; ++k)
            own += graphemes[g].run->glyphs[k].advance.raw();
          graphemes[g].width = scaled(own, style.ratio);
          prepared.pieces.push_back(graphemes[g]);
          auto const index = static_cast<std::uint32_t>(prepared.pieces.size() - 1);
          append(index, index + 1, whole, last_part && i + 1 == end && g + 1 == graphemes.size(), true);
        }
      }
      part = end;
    }
  }
  prepared.pieces = std::move(pieces);
  prepared.segments = std::move(segments);
  return cut;
}

}  // namespace resumec::layout

#include "layout/inline/pieces.hpp"

#include "layout/inline/breakpoints.hpp"

#include <algorithm>

namespace resumec::layout {

namespace {

/// No word space may become narrower: extractors lose it (machine-readability.md law 3).
constexpr Em narrowest_space = Em::milli(170);

}  // namespace

Width in_body_em(std::int64_t own_em, TextStyle const& style) { return Length::divide(own_em * style.ratio.raw(), Em::one); }

TextStyle const& style_of(Prepared const& prepared, Piece const& piece, Context& context) {
  return context.text_style(prepared.source.ranges[piece.range].style);
}

std::uint32_t cluster_of(Prepared const& prepared, Piece const& piece, text::Glyph const& glyph) {
  if (piece.cluster_map < 0) return piece.origin + glyph.cluster;
  return piece.origin + prepared.cluster_maps[static_cast<std::size_t>(piece.cluster_map)][glyph.cluster];
}

Em tracking_of(Piece const& piece, TextStyle const& style) { return piece.run->joined ? Em{} : style.tracking; }

void measure(Prepared const& prepared, Piece& piece, Context& context) {
  TextStyle const& style = style_of(prepared, piece, context);
  std::vector<text::Glyph> const& glyphs = piece.run->glyphs;
  Em const tracking = tracking_of(piece, style);
  std::int64_t own = 0;
  for (std::uint32_t i = piece.first_glyph; i < piece.last_glyph; ++i) {
    own += glyphs[i].advance.raw();
    bool const ends_cluster = i + 1 == piece.last_glyph || glyphs[i + 1].cluster != glyphs[i].cluster;
    if (ends_cluster) own += tracking.raw();
  }
  piece.width = in_body_em(own, style);
  piece.tracking = in_body_em(tracking.raw(), style);
}

bool split(Prepared const& prepared, Piece& first, std::uint32_t offset, Piece& second, Context& context) {
  if (first.space) return false;
  // Glyphs are in the order of drawing: what comes second in the text stands on the left where the run goes leftwards.
  bool const leftward = first.run->direction == text::Direction::RightToLeft;
  for (std::uint32_t glyph = first.first_glyph + 1; glyph < first.last_glyph; ++glyph) {
    std::uint32_t const cluster = cluster_of(prepared, first, first.run->glyphs[leftward ? glyph - 1 : glyph]);
    std::uint32_t const other = cluster_of(prepared, first, first.run->glyphs[leftward ? glyph : glyph - 1]);
    if (cluster != offset || other == offset) continue;
    second = first;
    second.begin = offset;
    first.end = offset;
    (leftward ? second.last_glyph : second.first_glyph) = glyph;
    (leftward ? first.first_glyph : first.last_glyph) = glyph;
    measure(prepared, first, context);
    measure(prepared, second, context);
    return true;
  }
  return false;
}

Width hyphen_width(TextStyle const& style, Context& context) {
  return in_body_em(context.shape("-", style).width.raw() + style.tracking.raw(), style);
}

Elasticity elasticity_of(Piece const& piece, TextStyle const& style) {
  if (!piece.space) {
    Width const expansion = style.expands ? piece.width * most_expansion / 1000 : 0;
    return {expansion, expansion};
  }
  Width const floor = in_body_em(narrowest_space.raw(), style);
  return {piece.width / 2, std::max<Width>(0, std::min(piece.width / 3, piece.width - floor))};
}

void add_to(Segment& segment, Prepared const& prepared, Piece const& piece, Part part, Context& context) {
  bool const seen = part == Part::Seen;
  (seen ? segment.width : segment.tail_width) += piece.width;
  if (seen) segment.tracking = piece.tracking;
  Elasticity const elasticity = elasticity_of(piece, style_of(prepared, piece, context));
  (seen ? segment.stretch : segment.tail_stretch) += elasticity.stretch;
  (seen ? segment.shrink : segment.tail_shrink) += elasticity.shrink;
}

}  // namespace resumec::layout

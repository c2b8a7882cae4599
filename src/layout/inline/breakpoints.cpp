#include "layout/inline/breakpoints.hpp"

#include "layout/inline/pieces.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <string_view>

namespace resumec::layout {

namespace {

struct Hang {
  char32_t character;
  int right, left;  ///< thousandths of the glyph's advance
};

// typesetting.md §2.2, after microtype and Typst.
constexpr Hang hangs[] = {
    {U'.', 700, 0},        {U',', 700, 0},        {U':', 300, 0},        {U';', 300, 0},        {U'-', 500, 0},
    {U'\u2010', 500, 0},   {U'\u2013', 200, 0},   {U'\u2014', 200, 0},   {U'\'', 500, 500},     {U'"', 500, 500},
    {U'\u2018', 500, 500}, {U'\u2019', 500, 500}, {U'\u201C', 500, 500}, {U'\u201D', 500, 500}, {U'\u201A', 0, 500},
    {U'\u201E', 0, 500},   {U'\u00AB', 500, 500}, {U'\u00BB', 500, 500}, {U'\u2039', 500, 500}, {U'\u203A', 500, 500},
};

Hang const* hang_of(char32_t character) {
  auto const* const found = std::find_if(std::begin(hangs), std::end(hangs), [&](Hang const& hang) { return hang.character == character; });
  return found == std::end(hangs) ? nullptr : found;
}

/// Is what comes first or last in the text also what stands at the edge of the line?
bool ends_at_an_edge(Prepared const& prepared, Piece const& piece, Context const& context) {
  if (prepared.levels.empty()) return true;
  return context.direction == unicode::Direction::LeftToRight && prepared.levels[piece.begin] == 0;
}

/// The hang of a piece's first or last glyph, if that is what its text starts or ends with.
Width hanging_part(Prepared const& prepared, Piece const& piece, bool at_end, Context& context) {
  if (piece.space || piece.first_glyph == piece.last_glyph || piece.run->direction == text::Direction::RightToLeft) return 0;
  if (!ends_at_an_edge(prepared, piece, context)) return 0;
  std::string_view const text = std::string_view{prepared.source.text}.substr(piece.begin, piece.end - piece.begin);
  std::size_t at = 0;
  if (at_end) {
    at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  }
  Hang const* const hang = hang_of(unicode::decode_at(text, at).value);
  if (hang == nullptr) return 0;
  text::Glyph const& glyph = piece.run->glyphs[at_end ? piece.last_glyph - 1 : piece.first_glyph];
  if (cluster_of(prepared, piece, glyph) != piece.begin + at) return 0;
  TextStyle const& style = style_of(prepared, piece, context);
  return in_body_em(glyph.advance.raw(), style) * (at_end ? hang->right : hang->left) / 1000;
}

/// Letters of the last word, counted no further than six.
bool ends_in_short_word(Prepared const& prepared) {
  constexpr int longest = 5;
  std::string_view const text = prepared.source.text;
  int letters = 0;
  for (std::size_t at = text.size(); at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n' && letters <= longest; --at)
    if ((static_cast<unsigned char>(text[at - 1]) & 0xC0) != 0x80) ++letters;
  return letters <= longest;
}

}  // namespace

std::int64_t expansion_of(std::int64_t r_1024) {
  std::int64_t const wanted = std::min<std::int64_t>(r_1024 < 0 ? -r_1024 : r_1024, 1024) * most_expansion;
  // Narrowed by no less than planned, so that no space becomes too small.
  std::int64_t const steps = (wanted + (r_1024 < 0 ? 1024 * expansion_step - 1 : 512 * expansion_step)) / (1024 * expansion_step);
  return (r_1024 < 0 ? -steps : steps) * expansion_step;
}

Breakpoints breakpoints_of(Prepared const& prepared, Hanging hanging, Context& context) {
  Breakpoints result;
  result.at.reserve(prepared.segments.size() + 1);
  result.at.emplace_back();
  result.short_last_word = ends_in_short_word(prepared);
  Breakpoint* previous = &result.at.front();
  for (Segment const& segment : prepared.segments) {
    Breakpoint point;
    Width const seen = previous->start + segment.width;
    point.start = seen + segment.tail_width;
    point.seen = seen - segment.tracking;
    point.seen_stretch = previous->start_stretch + segment.stretch;
    point.start_stretch = point.seen_stretch + segment.tail_stretch;
    point.seen_shrink = previous->start_shrink + segment.shrink;
    point.start_shrink = point.seen_shrink + segment.tail_shrink;
    point.penalty = segment.penalty;
    point.flagged = segment.flagged;
    point.divides = segment.divides;
    result.divides = result.divides || segment.divides;
    point.hyphen = segment.hyphen;
    point.mandatory = segment.mandatory;
    if (segment.tail > segment.first) {
      if (hanging != Hanging::None) previous->hang_left = hanging_part(prepared, prepared.pieces[segment.first], false, context);
      if (hanging == Hanging::Both) {
        Piece const& last = prepared.pieces[segment.tail - 1];
        if (!segment.divides)
          point.hang_right = hanging_part(prepared, last, true, context);
        else if (ends_at_an_edge(prepared, last, context))
          point.hang_right = segment.hyphen * hang_of(U'-')->right / 1000;
      }
    }
    result.at.push_back(point);
    previous = &result.at.back();
  }
  return result;
}

}  // namespace resumec::layout

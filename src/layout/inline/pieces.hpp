// Pieces of shaped text: measured, cut in two, and summed up into segments. What the steps of a paragraph share.
#pragma once

#include "layout/inline/prepare.hpp"

#include <cstdint>

namespace resumec::layout {

TextStyle const& style_of(Prepared const& prepared, Piece const& piece, Context& context);

/// Of a style's own em, in body em.
Width in_body_em(std::int64_t own_em, TextStyle const& style);

/// Of a piece, in em of its style: none between letters that touch.
Em tracking_of(Piece const& piece, TextStyle const& style);

/// Sets width and tracking from the glyphs. Tracking stands behind clusters, not between a letter and its accent.
void measure(Prepared const& prepared, Piece& piece, Context& context);

/// Cuts a piece before `offset`; false, and nothing changed, where no cluster starts (inside a ligature).
bool split(Prepared const& prepared, Piece& first, std::uint32_t offset, Piece& second, Context& context);

/// Of the hyphen that divides a word.
Width hyphen_width(TextStyle const& style, Context& context);

/// Whether a piece is seen when its segment ends a line.
enum class Part : std::uint8_t { Seen, Tail };
void add_to(Segment& segment, Prepared const& prepared, Piece const& piece, Part part, Context& context);

}  // namespace resumec::layout

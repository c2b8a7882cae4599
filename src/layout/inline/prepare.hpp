// Step 2 of a paragraph: shaped pieces, cut where a line may end, and the segments between those places, with widths in
// body em. Nothing here depends on the width of a column.
#pragma once

#include "layout/inline/collect.hpp"
#include "layout/inline/suppress.hpp"
#include "unicode/unicode.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace resumec::layout {

/// Body em in 16.16, 64 bits wide: sums over a paragraph of any length.
using Width = std::int64_t;

/// Glyphs of one face and one range that stay together, or one space.
struct Piece {
  text::ShapedRun const* run = nullptr;
  std::uint32_t first_glyph = 0, last_glyph = 0;  ///< half-open, of the run
  std::uint32_t begin = 0, end = 0;               ///< bytes of the collected text
  std::uint32_t origin = 0;                       ///< byte at which the shaped word starts
  std::uint32_t range = 0;                        ///< of `Collected::ranges`
  std::int32_t cluster_map = -1;                  ///< of `Prepared::cluster_maps`, where the shaped text is not the text
  Width width = 0;                                ///< tracking included
  Width tracking = 0;                             ///< behind its last glyph
  bool space = false;                             ///< U+0020 or U+00A0: justification changes it
  bool reluctant_before = false;                  ///< a line may end before it if nothing else helps
};

/// The text between two normal break places: pieces [first, tail) are seen, [tail, last) vanish at a line's end.
struct Segment {
  std::uint32_t first = 0, tail = 0, last = 0;  ///< pieces
  Width width = 0, tail_width = 0;
  Width stretch = 0, shrink = 0;  ///< of the seen spaces
  Width tail_stretch = 0, tail_shrink = 0;
  Width tracking = 0;        ///< behind the last seen glyph
  Width hyphen = 0;          ///< of the hyphen that appears if the line ends behind it
  std::int32_t penalty = 0;  ///< for ending a line behind it
  bool flagged = false;      ///< such a line ends in a hyphen
  bool divides = false;      ///< … which is not in the text
  bool mandatory = false;    ///< the line ends behind it
};

struct MissingText {
  std::uint32_t begin, end;  ///< bytes of the collected text
  char32_t code_point;
  std::uint32_t range;
};

enum class Breaking : std::uint8_t {
  Prose,       ///< by UAX #14 and our suppressions
  Hyphenated,  ///< prose, and words may be divided
  Items,       ///< only at generated separators (contact lines)
};

struct Prepared {
  Collected source;
  std::vector<Piece> pieces;
  std::vector<Segment> segments;
  std::vector<std::vector<std::uint32_t>> cluster_maps;  ///< byte of the shaped text → byte of the word
  std::vector<MissingText> missing;
  std::vector<std::uint8_t> levels;  ///< by byte (UAX #9); empty where all runs from left to right
  unicode::Direction base = unicode::Direction::LeftToRight;
  Breaking breaking = Breaking::Prose;  ///< in `Items` tails are separators, which vanish at a line's end and leave a space
};

Prepared prepare(Collected collected, Breaking breaking, Context& context);

/// The width of the widest line if lines only end where they must.
Width natural_width(Prepared const& prepared);

/// Cuts segments that are wider than `measure`: at reluctant places first, between graphemes where even that does not help.
/// Returns the bytes of the words that had to be cut between graphemes.
std::vector<ByteRange> cut_wide_segments(Prepared& prepared, Width measure, Context& context);

/// The stretch and the shrink of a space: half of it, and a third of it but never below 0.17 em of its font (machine-readability.md law 3).
/// Those of other glyphs are a fiftieth of their width (`most_expansion`).
struct Elasticity {
  Width stretch, shrink;
};
Elasticity elasticity_of(Piece const& piece, TextStyle const& style);

/// A word shaped on its own: for the parts of a word that a line's end cuts.
std::vector<Piece> shape_word(Prepared& prepared, std::uint32_t begin, std::uint32_t end, std::uint32_t range, Context& context);

/// The byte of the collected text at which a glyph's cluster starts.
std::uint32_t cluster_of(Prepared const& prepared, Piece const& piece, text::Glyph const& glyph);

}  // namespace resumec::layout

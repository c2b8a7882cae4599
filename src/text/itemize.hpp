// Cuts a text into items that HarfBuzz can shape: one face, one script, one direction each.
#pragma once

#include "fonts/library.hpp"
#include "text/shape.hpp"

#include <hb.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace resumec::text {

/// A code point as HarfBuzz gets it: tabs and line ends are spaces.
struct Character {
  std::uint32_t value;
  std::uint32_t begin;  ///< byte of the text
};

/// Characters `begin` to `end` of the text.
struct Item {
  FaceId face;
  hb_script_t script = HB_SCRIPT_LATIN;
  Direction direction = Direction::LeftToRight;
  std::uint32_t begin = 0, end = 0;
  Em scale = Em::raw(Em::one);  ///< of the face's glyphs, so that their small letters match those of the style's own face
};

struct Itemized {
  std::vector<Character> characters;  ///< ends with a sentinel at the text's end
  std::vector<Item> items;            ///< in logical order; without what no face has
  std::vector<MissingGlyph> missing;
};

/// Fills `result` anew; its memory is used again. Opens faces of the chain as characters need them. `direction` is that of all items;
/// without it each has that of its script.
void itemize(std::string_view text, fonts::Library& library, fonts::FaceChain const& chain, std::optional<Direction> direction,
             World& world, Diagnostics& diagnostics, Itemized& result);

}  // namespace resumec::text

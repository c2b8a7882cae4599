// Outlines on whole font units. Some families (Linux Libertine) were drawn between the units of their grid, and each such
// coordinate costs five bytes in a charstring and defies deflate; a thousandth of an em is far below what is seen.
//
// Comes in: a `CFF ` table without subroutine calls, as hb-subset makes it with HB_SUBSET_FLAGS_DESUBROUTINIZE.
// Goes out: the same table, every point of a path rounded to the nearest whole unit. Holds: no drift along a path, the
// same operators in the same order (so as many segments of the same kinds), the same widths; never longer; a second pass
// changes nothing. Whatever is unusual is left as it was: one charstring (hints, flex, accented by `endchar`, calls, damage) or
// the whole table (CID-keyed, with a font matrix of its own, damaged).
//
// Adobe Technical Notes #5176 (The Compact Font Format) and #5177 (The Type 2 Charstring Format).
#pragma once

#include <string>
#include <string_view>

namespace resumec::fonts {

/// Any bytes are safe; those that are no such table come back unchanged.
std::string round_cff_outlines(std::string table);

/// In a CID-keyed table, makes every glyph's CID its number, as viewers find it that are given numbers. Other tables come back unchanged.
std::string number_cids_by_glyph(std::string table);

/// True for a `CFF ` table with a ROS operator: a viewer finds its glyphs by the charset, not by their order in the file.
bool is_cid_keyed(std::string_view table);

}  // namespace resumec::fonts

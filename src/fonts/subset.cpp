// Subsetting by hb-subset: glyphs renumbered without gaps, no layout tables, no hinting. Dropping GSUB also keeps HarfBuzz
// from adding every glyph that a feature could reach; what it still adds are the parts of composite glyphs. Subroutines are
// written out: deflate shares better than they do, and CFF outlines can then be rounded one by one.
#include "fonts/cff_outlines.hpp"
#include "fonts/font_file.hpp"
#include "fonts/library.hpp"

#include <hb-subset.h>

#include <algorithm>

namespace resumec::fonts {

namespace {

struct InputDeleter {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
struct PlanDeleter {
  void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
using InputPointer = std::unique_ptr<hb_subset_input_t, InputDeleter>;
using PlanPointer = std::unique_ptr<hb_subset_plan_t, PlanDeleter>;

/// What a PDF does not need: layout, names, hints, tables of variations (no variable font gets here).
constexpr hb_tag_t dropped_tables[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'), HB_TAG('c', 'm', 'a', 'p'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'), HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('m', 'e', 't', 'a'), HB_TAG('S', 'T', 'A', 'T'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'),
    HB_TAG('L', 'T', 'S', 'H'), HB_TAG('P', 'C', 'L', 'T'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('f', 'v', 'a', 'r'),
    HB_TAG('g', 'v', 'a', 'r'), HB_TAG('a', 'v', 'a', 'r'), HB_TAG('c', 'v', 'a', 'r'), HB_TAG('H', 'V', 'A', 'R'),
    HB_TAG('V', 'V', 'A', 'R'), HB_TAG('M', 'V', 'A', 'R'), HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'),
    HB_TAG('S', 'V', 'G', ' ')};

std::string bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  char const* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

base::Expected<Subset, std::string> subset(hb_face_t* face, bool cff, std::span<std::uint32_t const> glyphs) {
  using Failure = base::Unexpected<std::string>;
  auto const count = hb_face_get_glyph_count(face);
  if (std::any_of(glyphs.begin(), glyphs.end(), [&](auto glyph) { return glyph >= count; }))
    return Failure{"the font lacks a glyph of the subset"};

  InputPointer const input{hb_subset_input_create_or_fail()};
  if (!input) return Failure{"out of memory"};
  auto* const wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (auto const glyph : glyphs) hb_set_add(wanted, glyph);
  auto* const dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (auto const tag : dropped_tables) hb_set_add(dropped, tag);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_DESUBROUTINIZE);

  PlanPointer const plan{hb_subset_plan_create_or_fail(face, input.get())};
  if (!plan) return Failure{"the font's outlines are damaged"};
  FacePointer const result{hb_subset_plan_execute_or_fail(plan.get())};
  if (!result) return Failure{"the font's outlines are damaged"};

  Subset subset;
  auto* const old_of_new = hb_subset_plan_new_to_old_glyph_mapping(plan.get());
  auto const size = hb_map_get_population(old_of_new);
  for (std::uint32_t glyph = 0; glyph < size; ++glyph) subset.old_glyphs.push_back(hb_map_get(old_of_new, glyph));
  BlobPointer const program{cff ? hb_face_reference_table(result.get(), HB_TAG('C', 'F', 'F', ' ')) : hb_face_reference_blob(result.get())};
  subset.program = cff ? number_cids_by_glyph(round_cff_outlines(bytes_of(program.get()))) : bytes_of(program.get());
  if (subset.program.empty()) return Failure{"the font's outlines are damaged"};
  return subset;
}

}  // namespace

base::Expected<Subset, std::string> subset(Face const& face, std::span<std::uint32_t const> glyphs) {
  if (face.hb_face == nullptr) return base::Unexpected<std::string>{"the font is not open"};
  return subset(face.hb_face, face.cff, glyphs);
}

base::Expected<Subset, std::string> subset(Blob const& blob, std::uint32_t index, bool cff, std::span<std::uint32_t const> glyphs) {
  auto const file = open_font_file(blob, index);
  if (!file) return base::Unexpected<std::string>{file.error()};
  return subset(file->face.get(), cff, glyphs);
}

}  // namespace resumec::fonts

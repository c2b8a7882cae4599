#include "fonts/font_file.hpp"

#include "fonts/cff_outlines.hpp"
#include "fonts/version.hpp"

#include <hb-ot.h>

#include <algorithm>

namespace resumec::fonts {

namespace {

/// A table's bytes, read in big endian; what lies outside is zero.
class Table {
 public:
  Table(hb_face_t* face, hb_tag_t tag) : blob_{hb_face_reference_table(face, tag)} {
    unsigned length = 0;
    char const* data = hb_blob_get_data(blob_.get(), &length);
    bytes_ = {data, length};
  }
  bool empty() const { return bytes_.empty(); }
  std::uint16_t u16(std::size_t offset) const {
    if (offset + 2 > bytes_.size()) return 0;
    return static_cast<std::uint16_t>(u8(offset) << 8 | u8(offset + 1));
  }
  std::int16_t i16(std::size_t offset) const { return static_cast<std::int16_t>(u16(offset)); }
  std::int32_t i32(std::size_t offset) const {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(u16(offset)) << 16 | u16(offset + 2));
  }
  std::uint8_t u8(std::size_t offset) const { return offset < bytes_.size() ? static_cast<std::uint8_t>(bytes_[offset]) : std::uint8_t{0}; }

 private:
  BlobPointer blob_;
  std::string_view bytes_;
};

constexpr hb_tag_t os2_tag = HB_TAG('O', 'S', '/', '2');

bool has_table(hb_face_t* face, hb_tag_t tag) { return !Table{face, tag}.empty(); }

BlobPointer hb_blob(Blob const& blob) {
  return BlobPointer{
      hb_blob_create(blob.bytes.data(), static_cast<unsigned>(blob.bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr)};
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  unsigned size = 256;
  char buffer[256];
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", 2), &size, buffer);
  return {buffer, size};
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != std::string_view::npos; });
}

/// A PostScript name: printable ASCII without delimiters, at most 63 bytes (Adobe TN 5902).
std::string printable(std::string_view name) {
  std::string result;
  for (char const c : name) {
    if (c > ' ' && c < 127 && std::string_view{"()<>[]{}/%"}.find(c) == std::string_view::npos) result += c;
  }
  result.resize(std::min<std::size_t>(result.size(), 63));
  return result;
}

std::string postscript_name(hb_face_t* face, FaceNames const& names) {
  auto const own = printable(name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME));
  bool const says_bold = names.weight < 600 || contains_any(own, {"Bold", "Black", "Heavy"});
  bool const says_italic = names.slope == Slope::Upright || contains_any(own, {"Italic", "Oblique"});
  if (!own.empty() && says_bold && says_italic) return own;
  auto base = printable(names.family);
  base.resize(std::min<std::size_t>(base.size(), 40));
  if (base.empty()) base = "Font";
  std::string const style = std::string{names.weight >= 600 ? "Bold" : ""} + (names.slope == Slope::Italic ? "Italic" : "");
  return base + "-" + (style.empty() ? "Regular" : style);
}

}  // namespace

std::string_view harfbuzz_version() { return hb_version_string(); }

std::uint32_t face_count(Blob const& blob) {
  auto const bytes = hb_blob(blob);
  return hb_face_count(bytes.get());
}

base::Expected<FontFile, std::string> open_font_file(Blob blob, std::uint32_t index) {
  using Failure = base::Unexpected<std::string>;
  if (blob.bytes.starts_with("wOFF") || blob.bytes.starts_with("wOF2"))
    return Failure{"it is a web font (WOFF); a TTF or OTF file is needed"};
  FontFile file;
  file.blob = std::move(blob);
  auto const bytes = hb_blob(file.blob);
  if (index >= hb_face_count(bytes.get())) return Failure{"it is not a TrueType or OpenType font"};
  file.face.reset(hb_face_create(bytes.get(), index));
  auto* const face = file.face.get();
  if (hb_face_get_glyph_count(face) == 0) return Failure{"it has no glyphs"};
  // HarfBuzz 6 writes beyond its memory when it pins the axes of some damaged fonts, and cannot pin CFF2 at all.
  if (has_table(face, HB_TAG('f', 'v', 'a', 'r')) || has_table(face, HB_TAG('C', 'F', 'F', '2')))
    return Failure{"it is a variable font; a file for each weight (the static fonts of the same family) is needed"};
  if (!has_cff_outlines(face) && !(has_table(face, HB_TAG('g', 'l', 'y', 'f')) && has_table(face, HB_TAG('l', 'o', 'c', 'a'))))
    return Failure{"it has no outlines"};
  if (!has_table(face, HB_TAG('c', 'm', 'a', 'p'))) return Failure{"it does not say which characters it has"};
  file.font.reset(hb_font_create(face));
  return file;
}

std::string_view embedding_ban(hb_face_t* face) {
  // OS/2 fsType: bits 0-3 hold one licence, bit 8 forbids subsets, bit 9 allows bitmaps alone.
  auto const type = Table{face, os2_tag}.u16(8);
  if ((type & 0x000F) == 0x0002) return "its maker allows no embedding (OS/2 fsType)";
  if ((type & 0x0100) != 0) return "its maker allows no subsets (OS/2 fsType)";
  if ((type & 0x0200) != 0) return "its maker allows to embed bitmaps alone (OS/2 fsType)";
  return {};
}

bool has_cff_outlines(hb_face_t* face) { return has_table(face, HB_TAG('C', 'F', 'F', ' ')); }

FaceMetrics read_metrics(hb_face_t* face) {
  Table const os2{face, os2_tag}, hhea{face, HB_TAG('h', 'h', 'e', 'a')}, head{face, HB_TAG('h', 'e', 'a', 'd')},
      post{face, HB_TAG('p', 'o', 's', 't')};
  FaceMetrics metrics;
  metrics.units_per_em = hb_face_get_upem(face);
  auto const em = [&](std::int32_t units) { return Em::ratio(units, metrics.units_per_em); };
  // OS/2 fsSelection bit 7 (USE_TYPO_METRICS) says which pair the designer means; an empty pair means nothing.
  bool const typographic = (os2.u16(62) & 0x0080) != 0 || hhea.i16(4) == 0;
  metrics.ascender = em(typographic ? os2.i16(68) : hhea.i16(4));
  metrics.descender = em(typographic ? os2.i16(70) : hhea.i16(6));
  if (metrics.ascender <= Em{}) metrics.ascender = Em::milli(800);
  if (metrics.descender > Em{}) metrics.descender = -metrics.descender;
  bool const has_heights = os2.u16(0) >= 2;
  metrics.x_height = has_heights && os2.i16(86) > 0 ? em(os2.i16(86)) : Em::milli(500);
  metrics.cap_height = has_heights && os2.i16(88) > 0 ? em(os2.i16(88)) : Em::milli(700);
  metrics.underline_position = post.empty() ? Em::milli(-100) : em(post.i16(8));
  metrics.underline_thickness = post.i16(10) > 0 ? em(post.i16(10)) : Em::milli(50);
  metrics.italic_angle_degrees = Em::raw(post.i32(4));
  metrics.x_min = head.i16(36);
  metrics.y_min = head.i16(38);
  metrics.x_max = head.i16(40);
  metrics.y_max = head.i16(42);
  return metrics;
}

FaceNames read_names(hb_face_t* face) {
  Table const os2{face, os2_tag}, head{face, HB_TAG('h', 'e', 'a', 'd')};
  FaceNames names;
  names.family = name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (names.family.empty()) names.family = name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
  bool const bold = (head.u16(44) & 1U) != 0;
  names.weight = os2.empty() ? (bold ? 700 : 400) : std::clamp<std::uint16_t>(os2.u16(4), 1, 1000);
  names.slope = (os2.u16(62) & 1U) != 0 || (head.u16(44) & 2U) != 0 ? Slope::Italic : Slope::Upright;
  // PANOSE: family kind 2 is Latin text, serif styles 11-15 have none.
  names.sans = os2.u8(32) == 2 && os2.u8(33) >= 11 && os2.u8(33) <= 15;
  names.postscript_name = postscript_name(face, names);
  return names;
}

Em x_height_of(FontFile const& file, FaceMetrics const& metrics) {
  Table const os2{file.face.get(), os2_tag};
  if (os2.u16(0) >= 2 && os2.i16(86) > 0) return metrics.x_height;
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents{};
  if (hb_font_get_nominal_glyph(file.font.get(), 'x', &glyph) == 0 || hb_font_get_glyph_extents(file.font.get(), glyph, &extents) == 0)
    return metrics.x_height;
  auto const height = Em::ratio(std::clamp(extents.y_bearing, -0x4000, 0x4000), metrics.units_per_em);
  return height > Em::milli(200) && height < Em::milli(900) ? height : metrics.x_height;
}

}  // namespace resumec::fonts

#include "backend/pdf/font_embed.hpp"

#include "backend/pdf/clusters.hpp"
#include "backend/pdf/to_unicode.hpp"
#include "backend/pdf/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace resumec::backend::pdf {

namespace {

using base::Em;
using base::Length;

constexpr std::uint32_t max_glyphs = 65535;
constexpr std::int64_t max_width = 32767;
constexpr std::size_t widths_per_array = 1000;  // libharu 2.3 takes 32,767 elements

std::int64_t per_mille(Em value) { return Length::divide(std::int64_t{value.raw()} * 1000, Em::one); }

/// A PostScript name may hold few characters; libharu escapes no blanks.
std::string clean_name(std::string_view name) {
  std::string out;
  for (char const c : name.substr(0, 90)) {
    bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || c == '-' || c == '_' || c == '+' || c == '.') out += c;
  }
  return out.empty() ? "Font" : out;
}

/// Six capitals that differ where the subset does (ISO 32000-1, 9.6.4).
std::string subset_tag(std::string_view name, std::vector<std::uint32_t> const& glyphs) {
  std::string key{name};
  for (auto const glyph : glyphs) append_hex16(key, glyph);
  auto const digest = base::digest(key);
  std::string tag;
  for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + digest[i] % 26);
  return tag;
}

/// The usual estimate of the stems' width from the weight: 50 + (weight / 65)².
std::int64_t stem_width(std::uint16_t weight) { return 50 + std::int64_t{weight} * weight / 4225; }

haru::Dict descriptor(haru::Doc& doc, display::Font const& font, std::string_view name) {
  constexpr std::int64_t symbolic = 4, italic = 64;
  auto const units = std::max<std::int64_t>(font.units_per_em, 1);
  auto dict = doc.object();
  dict.set("Type", haru::Name{"FontDescriptor"}).set("FontName", haru::Name{name});
  dict.set("FontFamily", haru::Text{font.family}).set("FontWeight", font.weight);
  dict.set("Flags", symbolic | (font.italic ? italic : 0));
  auto box = dict.array("FontBBox");
  for (std::int64_t const edge : {font.x_min, font.y_min, font.x_max, font.y_max}) box.add(Length::divide(edge * 1000, units));
  dict.set("ItalicAngle", Length::divide(font.italic_angle_degrees.raw(), Em::one));
  dict.set("Ascent", per_mille(font.ascender)).set("Descent", per_mille(font.descender));
  dict.set("CapHeight", per_mille(font.cap_height)).set("StemV", stem_width(font.weight));
  return dict;
}

/// `[first [w w …] next [w …] …]` from CID 1 on; CID 0 is never shown.
void set_widths(haru::Dict font, std::span<std::int64_t const> widths) {
  auto outer = font.array("W");
  for (std::size_t first = 1; first < widths.size(); first += widths_per_array) {
    outer.add(static_cast<std::int64_t>(first));
    auto inner = outer.array();
    for (auto const width : widths.subspan(first, std::min(widths_per_array, widths.size() - first))) inner.add(width);
  }
}

}  // namespace

FontTable::FontTable(display::Document const& document) : document_{document}, faces_(document.fonts.size()) {}

std::uint32_t FontTable::find_or_add(display::FontIndex font, std::uint32_t glyph, std::string_view text, Length natural, Length size) {
  FaceUse& face = faces_[font.index()];
  if (face.first.size() <= glyph) face.first.resize(glyph + std::size_t{1});
  std::uint32_t last = 0, alias = 0;
  for (std::uint32_t i = face.first[glyph]; i != 0; i = uses_[i - 1].next) {
    if (uses_[i - 1].text == text) return i - 1;
    last = i;
    ++alias;
  }
  Use use{font, glyph, std::string{text}, 0, alias, 0, 0, 0};
  // All aliases of a glyph share one width: the first one's.
  use.width =
      last != 0 ? uses_[last - 1].width : std::clamp<std::int64_t>(Length::divide(clamped(natural).raw() * 1000, size.raw()), 0, max_width);
  uses_.push_back(std::move(use));
  auto const added = static_cast<std::uint32_t>(uses_.size());
  (last != 0 ? uses_[last - 1].next : face.first[glyph]) = added;
  face.aliases = std::max(face.aliases, alias + 1);
  return added - 1;
}

std::vector<std::uint32_t> FontTable::add(display::GlyphRun const& run) {
  std::vector<std::uint32_t> out;
  out.reserve(run.glyphs.size());
  auto const texts = cluster_texts(run);
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    auto const& glyph = run.glyphs[i];
    out.push_back(find_or_add(run.font, glyph.id <= max_glyphs ? glyph.id : 0, texts[i], glyph.natural, run.size));
  }
  return out;
}

base::Expected<void, std::string> FontTable::embed(haru::Doc& doc, haru::Dict resources, FontPrograms& programs) {
  std::vector<std::size_t> order;  // faces in the order of their first glyph
  std::vector<bool> seen(faces_.size());
  for (Use const& use : uses_) {
    if (seen[use.font.index()]) continue;
    seen[use.font.index()] = true;
    order.push_back(use.font.index());
  }
  std::vector<std::vector<std::uint32_t>> glyphs;
  for (auto const face : order) {
    glyphs.push_back(glyphs_of(face));
    programs.begin(document_.fonts[face], glyphs.back());
  }
  auto fonts = resources.dict("Font");
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (auto done = embed_face(doc, fonts, programs, order[i], glyphs[i]); !done) return done;
  }
  return {};
}

std::vector<std::uint32_t> FontTable::glyphs_of(std::size_t face) const {
  auto const& first = faces_[face].first;
  std::vector<std::uint32_t> glyphs;
  for (std::uint32_t glyph = 0; glyph < first.size(); ++glyph) {
    if (first[glyph] != 0) glyphs.push_back(glyph);
  }
  return glyphs;
}

base::Expected<void, std::string> FontTable::embed_face(haru::Doc& doc, haru::Dict resources, FontPrograms& programs, std::size_t index,
                                                        std::vector<std::uint32_t> const& glyphs) {
  display::Font const& font = document_.fonts[index];
  FaceUse const& face = faces_[index];
  auto const subset = programs.subset(font, glyphs);
  if (!subset)
    return base::Unexpected<std::string>{fmt::format("the font `{}` cannot be subset: {}", font.postscript_name, subset.error())};
  auto const& [old_glyphs, data] = **subset;

  std::string const base_name = clean_name(font.postscript_name);
  std::string const name = subset_tag(base_name, glyphs) + '+' + base_name;
  std::vector<std::int64_t> widths(old_glyphs.size());
  std::vector<std::vector<std::pair<std::uint32_t, std::string_view>>> codes(face.aliases);
  for (std::uint32_t cid = 0; cid < old_glyphs.size(); ++cid) {
    auto const old = old_glyphs[cid];
    if (old >= face.first.size()) continue;
    for (std::uint32_t i = face.first[old]; i != 0; i = uses_[i - 1].next) {
      Use& use = uses_[i - 1];
      use.cid = cid;
      use.resource = resources_ + use.alias + 1;
      widths[cid] = use.width;
      codes[use.alias].emplace_back(cid, use.text);
    }
  }

  auto program = doc.stream(data);
  if (font.cff) {
    program.set("Subtype", haru::Name{"CIDFontType0C"});
  } else {
    program.set("Length1", static_cast<std::int64_t>(data->data.size()));
  }
  auto description = descriptor(doc, font, name);
  description.set(font.cff ? "FontFile3" : "FontFile2", program);

  auto descendant = doc.object();
  descendant.set("Type", haru::Name{"Font"}).set("Subtype", haru::Name{font.cff ? "CIDFontType0" : "CIDFontType2"});
  descendant.set("BaseFont", haru::Name{name}).set("FontDescriptor", description);
  descendant.dict("CIDSystemInfo").set("Registry", haru::Ascii{"Adobe"}).set("Ordering", haru::Ascii{"Identity"}).set("Supplement", 0);
  if (!font.cff) descendant.set("CIDToGIDMap", haru::Name{"Identity"});
  set_widths(descendant, widths);

  for (auto const& map : codes) {
    auto composite = doc.object();
    composite.set("Type", haru::Name{"Font"}).set("Subtype", haru::Name{"Type0"});
    composite.set("BaseFont", haru::Name{font.cff ? name + "-Identity-H" : name}).set("Encoding", haru::Name{"Identity-H"});
    composite.array("DescendantFonts").add(descendant);
    composite.set("ToUnicode", doc.stream(to_unicode_cmap(map), haru::Filter::Flate));
    resources.set(fmt::format("F{}", ++resources_).c_str(), composite);
  }
  return {};
}

}  // namespace resumec::backend::pdf

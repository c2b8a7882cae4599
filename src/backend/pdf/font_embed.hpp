// Fonts as a PDF wants them. First every glyph in use is noted with the text it stands for; then each face is subset and
// becomes one CIDFont with one or more Type0 fonts. Two texts behind one glyph (a letter and its look-alike, a space and a
// no-break space) need two Type0 fonts: they share everything but the ToUnicode map, which every text extractor reads.
#pragma once

#include "backend/pdf/font_programs.hpp"
#include "backend/pdf/haru/doc.hpp"
#include "base/expected.hpp"
#include "base/hash.hpp"
#include "display/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::backend::pdf {

class FontTable {
 public:
  /// A glyph with its text, in the order of first use.
  struct Use {
    display::FontIndex font;
    std::uint32_t glyph = 0;
    std::string text;            ///< UTF-8; empty for the trailing glyphs of a cluster
    std::int64_t width = 0;      ///< thousandths of an em
    std::uint32_t alias = 0;     ///< which of the face's Type0 fonts
    std::uint32_t resource = 0;  ///< n of /Fn, after `embed`
    std::uint32_t cid = 0;       ///< after `embed`
    std::uint32_t next = 0;      ///< next use of the same glyph + 1
  };

  explicit FontTable(display::Document const& document);

  /// Notes the glyphs of a run; gives the index of a use for each.
  std::vector<std::uint32_t> add(display::GlyphRun const& run);
  Use const& use(std::uint32_t index) const { return uses_[index]; }

  /// Makes the font objects and lists them in `resources`. Nothing may be added afterwards.
  base::Expected<void, std::string> embed(haru::Doc& doc, haru::Dict resources, FontPrograms& programs);

 private:
  struct FaceUse {
    std::vector<std::uint32_t> first;  ///< by glyph: its first use + 1
    std::uint32_t aliases = 0;
  };
  std::uint32_t find_or_add(display::FontIndex font, std::uint32_t glyph, std::string_view text, base::Length natural, base::Length size);
  /// The glyphs of a face that are in use, sorted.
  std::vector<std::uint32_t> glyphs_of(std::size_t face) const;
  base::Expected<void, std::string> embed_face(haru::Doc& doc, haru::Dict resources, FontPrograms& programs, std::size_t face,
                                               std::vector<std::uint32_t> const& glyphs);

  display::Document const& document_;
  std::vector<Use> uses_;
  std::vector<FaceUse> faces_;  ///< by FontIndex
  std::uint32_t resources_ = 0;
};

}  // namespace resumec::backend::pdf

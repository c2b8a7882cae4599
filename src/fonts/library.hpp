// Fonts by family, weight and slope. In: the catalogue, the program's own faces and the user's font files, all
// through `World`. Out: faces with design metrics, coverage and features; fallback chains; subsets. HarfBuzz
// without shaping. Faces are opened when first used; a library lives in the `Engine` and outlives a document.
// It is used by one thread at a time: looking at a face may fill its caches.
#pragma once

#include "base/expected.hpp"
#include "base/ids.hpp"
#include "base/length.hpp"
#include "resumec/diagnostics.hpp"
#include "resumec/world.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct hb_font_t;
struct hb_face_t;

namespace resumec::fonts {

using base::Em;
using base::FaceId;

enum class Slope : std::uint8_t { Upright, Italic };

/// Font-wide measures in em, y upwards.
struct FaceMetrics {
  std::uint32_t units_per_em = 1000;
  Em ascender, descender;  ///< descender is negative
  Em cap_height, x_height;
  Em underline_position, underline_thickness;
  Em italic_angle_degrees;                                  ///< 16.16 degrees, counter-clockwise
  std::int32_t x_min = 0, y_min = 0, x_max = 0, y_max = 0;  ///< font units
};

struct Face {
  FaceId id;
  std::string family;           ///< as in the catalogue: "Linux Libertine"
  std::string postscript_name;  ///< as printed into PDFs; says Bold and Italic where the face is
  std::uint16_t weight = 400;   ///< CSS weight
  Slope slope = Slope::Upright;
  bool cff = false;     ///< OpenType with CFF outlines
  Blob blob;
  std::uint32_t index = 0;  ///< in a collection
  FaceMetrics metrics;
  hb_face_t* hb_face = nullptr;  ///< owned by the library
  hb_font_t* hb_font = nullptr;  ///< at scale units_per_em
};

/// A request by style: a family by catalogue name or role ("serif", "sans", "mono", "display", "math", "symbols").
struct FaceRequest {
  std::string_view family;
  std::uint16_t weight = 400;
  Slope slope = Slope::Upright;
};

/// The faces to try for a character, first to last. Never empty. The first is open; each of the others must be opened
/// with `Library::open` before it is asked for anything, and until then has no glyph.
struct FaceChain {
  std::vector<FaceId> faces;
  std::vector<std::string> scripts;  ///< of each face: the script whose characters alone it is for; empty for all

  /// May the face at `index` be asked for the character?
  bool is_for(std::size_t index, char32_t code_point) const;
};

/// A face of the catalogue or of the user's files, for `resumec fonts`.
struct FaceListing {
  std::string family, role, file, licence, package;
  std::uint16_t weight;
  Slope slope;
  bool present;
  std::string sha256;          ///< of the file in use, from the manifest of the build; empty for user fonts
  bool other_digest = false;   ///< its bytes are not those that the catalogue was written for
  std::uint16_t x_height = 0;  ///< thousandths of an em, by the catalogue
  std::string features;        ///< OpenType features that the catalogue promises, separated by blanks
};

class Library {
 public:
  /// Reads catalogue and manifest (`fonts/catalogue.txt`, made from catalogue.yaml, and `fonts/manifest.txt`) and the
  /// names in the user's font files; opens no face of the catalogue. Without a manifest every face counts as present.
  static std::unique_ptr<Library> load(World& world, Diagnostics& diagnostics);
  ~Library();

  /// True for a family's name (ASCII case is ignored) and for a role.
  bool has_family(std::string_view family) const;
  /// Names without roles: the user's families first, then the catalogue's.
  std::vector<std::string_view> family_names() const;
  std::vector<FaceListing> list() const;

  /// Reports every face of the catalogue that is missing or another file than the catalogue's: `resumec fonts`.
  void check(Diagnostics& diagnostics) const;

  /// The best face and its fallbacks by script. Missing faces are skipped; `diagnostics` hears of them once. An unknown
  /// family gives the serif one: whoever read the name asks `has_family` and reports it at its place. The reference holds
  /// as long as the library.
  FaceChain const& chain(FaceRequest const& request, World& world, Diagnostics& diagnostics);
  /// Opens a face of a chain if it is not open yet. False if it is missing, damaged or must not be embedded, which is
  /// reported once.
  bool open(FaceId id, World& world, Diagnostics& diagnostics);
  /// The face of an id that this library gave. Only an open one has a blob, metrics and HarfBuzz objects of its own.
  Face const& face(FaceId id) const;

  /// How much larger `other` is set than it is drawn, so that its small letters are as tall as those of `face`: within 85 and 115 per cent,
  /// which is as far as weights go together. Both are open.
  Em matching_size(FaceId face, FaceId other) const;
  /// Of a family's or a role's regular face, in thousandths of an em, without opening one of the catalogue; 0 if there is none.
  std::int32_t x_height(std::string_view family) const;
  /// Is there a family of that name, rather than of a role so called?
  bool is_name(std::string_view family) const;
  /// Is the family there for that role alone?
  bool plays(std::string_view family, std::string_view role) const;

  /// Glyph of a code point in that face; 0 if it has none.
  std::uint32_t nominal_glyph(FaceId id, char32_t code_point) const;
  bool has_feature(FaceId id, std::string_view feature_tag) const;
  /// Advance width in font units, before kerning.
  std::int32_t advance(FaceId id, std::uint32_t glyph) const;

 private:
  Library();
  struct State;
  std::unique_ptr<State> state_;
};

/// A font program holding only some glyphs, renumbered.
struct Subset {
  std::string program;                    ///< TrueType: the whole subset font; CFF: its `CFF ` table alone
  std::vector<std::uint32_t> old_glyphs;  ///< new glyph id → old glyph id; [0] is 0
};
/// Drops layout tables and hinting; glyph 0 is always kept. `glyphs` sorted, unique.
base::Expected<Subset, std::string> subset(Face const& face, std::span<std::uint32_t const> glyphs);
/// The same for a face known only by its file: what a display list's font holds.
base::Expected<Subset, std::string> subset(Blob const& blob, std::uint32_t index, bool cff, std::span<std::uint32_t const> glyphs);

}  // namespace resumec::fonts

// Fonts by family, weight and slope. In: the catalogue, the program's own faces and the user's font files, all
// through `World`. Out: faces with design metrics, coverage and features; fallback chains; subsets. HarfBuzz
// without shaping. Faces are opened when first used; a library lives in the `Engine` and outlives a document.
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
  Em ascender, descender;    ///< descender is negative
  Em cap_height, x_height;
  Em underline_position, underline_thickness;
  Em italic_angle_degrees;   ///< 16.16 degrees, counter-clockwise
  std::int32_t x_min = 0, y_min = 0, x_max = 0, y_max = 0;  ///< font units
};

struct Face {
  FaceId id;
  std::string family;           ///< as in the catalogue: "Linux Libertine"
  std::string postscript_name;  ///< as printed into PDFs; says Bold and Italic where the face is
  std::uint16_t weight = 400;   ///< CSS weight
  Slope slope = Slope::Upright;
  bool cff = false;             ///< OpenType with CFF outlines
  bool embeddable = true;       ///< OS/2 fsType
  Blob blob;
  std::uint32_t index = 0;      ///< in a collection
  FaceMetrics metrics;
  hb_face_t* hb_face = nullptr; ///< owned by the library
  hb_font_t* hb_font = nullptr; ///< at scale units_per_em
};

/// A request by style: a family by catalogue name or role ("serif", "sans", "mono", "math").
struct FaceRequest {
  std::string_view family;
  std::uint16_t weight = 400;
  Slope slope = Slope::Upright;
};

/// The faces to try for a character, first to last. Never empty.
struct FaceChain {
  std::vector<FaceId> faces;
};

/// A face of the catalogue or of the user's files, for `resumec fonts`.
struct FaceListing {
  std::string family, role, file, licence, package;
  std::uint16_t weight;
  Slope slope;
  bool present;
  std::string sha256;   ///< of the file in use, from the manifest of the build; empty for user fonts
  bool other_digest = false;  ///< its bytes are not those that the catalogue was written for
};

class Library {
 public:
  /// Reads catalogue and manifest (`fonts/catalogue.yaml`, `fonts/manifest.txt`); opens no face.
  static std::unique_ptr<Library> load(World& world, Diagnostics& diagnostics);
  ~Library();

  bool has_family(std::string_view family) const;
  std::vector<std::string_view> family_names() const;
  std::vector<FaceListing> list() const;
  /// Changes whenever a face's bytes or the catalogue change.
  std::string fingerprint() const;

  /// The best face and its fallbacks by script. Missing faces are skipped; `diagnostics` hears of them once.
  FaceChain const& chain(FaceRequest const& request, World& world, Diagnostics& diagnostics);
  Face const& face(FaceId id) const;

  /// Glyph of a code point in that face; 0 if it has none.
  std::uint32_t nominal_glyph(FaceId id, char32_t code_point) const;
  bool has_feature(FaceId id, std::string_view feature_tag) const;
  /// Advance width in font units.
  std::int32_t advance(FaceId id, std::uint32_t glyph) const;

 private:
  Library();
  struct State;
  std::unique_ptr<State> state_;
};

/// A font program holding only some glyphs, renumbered.
struct Subset {
  std::string program;                     ///< TrueType: the whole subset font; CFF: its `CFF ` table alone
  std::vector<std::uint32_t> old_glyphs;   ///< new glyph id → old glyph id; [0] is 0
};
/// Drops layout tables and hinting; glyph 0 is always kept. `glyphs` sorted, unique.
base::Expected<Subset, std::string> subset(Face const& face, std::span<std::uint32_t const> glyphs);
/// The same for a face known only by its file: what a display list's font holds.
base::Expected<Subset, std::string> subset(Blob const& blob, std::uint32_t index, bool cff, std::span<std::uint32_t const> glyphs);


}  // namespace resumec::fonts

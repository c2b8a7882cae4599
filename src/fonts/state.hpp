// What a `Library` holds: every face it knows of, open or not, the families they form, and the chains asked for so far.
#pragma once

#include "fonts/catalogue.hpp"
#include "fonts/font_file.hpp"
#include "fonts/library.hpp"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::fonts {

/// Latin letters, accents and figures have their glyphs in a flat array; the rest asks HarfBuzz.
inline constexpr std::size_t cached_characters = 0x180;
inline constexpr std::uint32_t unknown_glyph = 0xFFFF'FFFF;
inline constexpr std::int32_t unknown_advance = INT32_MIN;

struct Entry {
  enum class Status : std::uint8_t { Closed, Open, Failed };
  Face face;
  FontFile file;
  CatalogueFace const* catalogue = nullptr;  ///< none for a user's face
  std::string user_file;
  std::string sha256;  ///< of the file in use, by the manifest
  bool present = true;
  Status status = Status::Closed;
  // Filled while the face is looked at.
  std::vector<std::uint32_t> glyphs;  ///< of the cached characters
  std::vector<std::int32_t> advances;
  std::vector<std::uint32_t> features;  ///< tags, sorted
  bool features_known = false;
};

/// Names of families are compared without regard to the case of ASCII letters.
bool same_name(std::string_view a, std::string_view b);

struct Family {
  std::string name;
  std::string roles;          ///< separated by blanks
  std::vector<FaceId> faces;  ///< the user's first
  bool user = false;          ///< has faces of the user
};

struct Chain {
  std::string family;
  std::uint16_t weight;
  Slope slope;
  FaceChain faces;
};

struct Library::State {
  Blob catalogue_text, manifest_text;  ///< `catalogue` points into them
  Catalogue catalogue;
  std::deque<Entry> entries;     ///< by FaceId; the catalogue's in its order, then the user's, then the last resort
  std::vector<Family> families;  ///< the catalogue's in its order, then the user's
  std::deque<Chain> chains;
  FaceId last_resort;  ///< an empty face, made when no font can be used

  Entry& entry(FaceId id);
  Family const* find_family(std::string_view name) const;
  Family& family_named(std::string_view name);
  void add_catalogue_faces();
  void add_user_fonts(World& world, Diagnostics& diagnostics);
  void add_user_face(std::string const& file, Blob const& blob, std::uint32_t index, Diagnostics& diagnostics);

  /// Faces of a family, best first.
  std::vector<FaceId> ranked(Family const& family, FaceRequest const& request);
  struct Other {
    FaceId face;
    std::string_view script;
  };
  std::vector<Other> fallbacks(Family const& family, FaceRequest const& request);
  /// The role that a list shows: for families of one script, the script.
  std::string role_of(CatalogueFace const& face) const;
  FaceId empty_face();
  bool open(FaceId id, World& world, Diagnostics& diagnostics);
  FaceChain build_chain(FaceRequest const& request, World& world, Diagnostics& diagnostics);
};

}  // namespace resumec::fonts

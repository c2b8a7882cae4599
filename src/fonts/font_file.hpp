// One font file opened: HarfBuzz objects, design metrics, names, and whether it may be embedded. Any bytes are safe.
#pragma once

#include "base/expected.hpp"
#include "fonts/library.hpp"

#include <hb.h>

#include <memory>
#include <string>
#include <string_view>

namespace resumec::fonts {

struct BlobDeleter {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct FaceDeleter {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct FontDeleter {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using BlobPointer = std::unique_ptr<hb_blob_t, BlobDeleter>;
using FacePointer = std::unique_ptr<hb_face_t, FaceDeleter>;
using FontPointer = std::unique_ptr<hb_font_t, FontDeleter>;

/// HarfBuzz's objects on a font file. They read its bytes where they lie; `blob` keeps these alive.
struct FontFile {
  Blob blob;
  FacePointer face;
  FontPointer font;
};

/// Opens a face, or says in words why it cannot be used: not a font, outlines that a PDF cannot hold, …
base::Expected<FontFile, std::string> open_font_file(Blob blob, std::uint32_t index);

/// The number of faces in a file; 0 if it is no font.
std::uint32_t face_count(Blob const& blob);

/// Why the licence bits of OS/2 forbid embedding a subset; empty if they do not.
std::string_view embedding_ban(hb_face_t* face);
bool has_cff_outlines(hb_face_t* face);
FaceMetrics read_metrics(hb_face_t* face);
/// What OS/2 says, or else what the letter x measures.
Em x_height_of(FontFile const& file, FaceMetrics const& metrics);

/// What a font file says of itself.
struct FaceNames {
  std::string family, postscript_name;
  std::uint16_t weight = 400;
  Slope slope = Slope::Upright;
  bool sans = false;  ///< by its PANOSE classification
};
/// The PostScript name is made printable, and says Bold and Italic where the face is.
FaceNames read_names(hb_face_t* face);

}  // namespace resumec::fonts

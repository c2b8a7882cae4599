// The catalogue as the build writes it (fonts/CMakeLists.txt): lines of fields separated by tabs, cheap to read.
#pragma once

#include "fonts/library.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::fonts {

/// One face of the catalogue. The views point into the catalogue's text.
struct CatalogueFace {
  std::string_view family, roles;  ///< roles separated by blanks; every face of a family has the same
  std::string_view file;
  std::uint16_t weight = 400;
  Slope slope = Slope::Upright;
  std::string_view postscript_name, licence, package, sha256, features;
  std::uint16_t x_height = 0;  ///< of the family's regular face, thousandths of an em
};

/// A family tried for characters that a family of that role lacks; role "any" comes after every role's own.
struct Fallback {
  std::string_view role, family;
  std::string_view script;  ///< its characters alone; empty for all
};

struct Catalogue {
  std::vector<CatalogueFace> faces;
  std::vector<Fallback> fallbacks;
};

/// Lines that are not of the form are left out: the build writes the file, and a damaged one must not stop a document.
Catalogue read_catalogue(std::string_view text);

/// A font file of the build.
struct ManifestFile {
  std::string_view sha256, file;
};
std::vector<ManifestFile> read_manifest(std::string_view text);

/// True if `list`, words separated by blanks, holds `word`.
bool has_word(std::string_view list, std::string_view word);

}  // namespace resumec::fonts

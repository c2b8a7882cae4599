// Display list → PDF bytes, through libharu's object layer. Dumb: it places nothing and decides nothing.
#pragma once

#include "backend/pdf/font_programs.hpp"
#include "base/expected.hpp"
#include "base/hash.hpp"
#include "display/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace resumec::backend::pdf {

struct PdfOptions {
  std::optional<std::int64_t> date;  ///< seconds since 1970 UTC; none: the PDF carries no date
  std::string producer;              ///< "resumec 0.1.0"
  bool object_streams = true;        ///< false: classic cross-reference table, for old parsers
  base::Digest inputs{};             ///< of what the document was made from, and
  std::string note{};                ///< one line of printable ASCII about its pages: for whoever reads the file's seal
  FontPrograms* programs = nullptr;  ///< of earlier documents; only saves making the same subsets again
};

/// The bytes, or in words why there are none (a font that cannot be subset).
base::Expected<std::string, std::string> emit_pdf(display::Document const& document, PdfOptions const& options);

/// Of libharu.
std::string_view library_version();

}  // namespace resumec::backend::pdf

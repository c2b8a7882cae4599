// Display list → PDF bytes, through libharu's object layer. Dumb: it places nothing and decides nothing.
#pragma once

#include "base/expected.hpp"
#include "display/document.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace resumec::backend::pdf {

struct PdfOptions {
  std::optional<std::int64_t> date;  ///< seconds since 1970 UTC; none: the PDF carries no date
  std::string producer;              ///< "resumec 0.1.0"
  bool object_streams = true;        ///< false: classic cross-reference table, for old parsers
};

/// The bytes, or in words why there are none (a font that cannot be subset).
base::Expected<std::string, std::string> emit_pdf(display::Document const& document, PdfOptions const& options);

}  // namespace resumec::backend::pdf

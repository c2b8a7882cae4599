// What the file says of itself: document information and the same in XMP, with the PDF/UA-1 identifier and its schema.
#pragma once

#include "backend/pdf/haru/doc.hpp"
#include "display/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace resumec::backend::pdf {

struct MetadataOptions {
  std::string_view producer;
  std::optional<std::int64_t> date;  ///< seconds since 1970 UTC
};

/// A moment of the civil calendar, UTC.
struct Moment {
  int year = 1970;
  unsigned month = 1, day = 1, hour = 0, minute = 0, second = 0;
};
/// None outside the years 1 to 9999, which PDF cannot print.
std::optional<Moment> to_moment(std::int64_t seconds);

/// A complete XMP packet in UTF-8; all values are escaped.
std::string xmp_packet(display::Metadata const& metadata, MetadataOptions const& options);

/// A BCP 47 tag for the document: "und" where nothing is known, because a tagged PDF must say something.
std::string_view language_of(display::Metadata const& metadata);

/// Fills the information dictionary and the catalogue's Lang, Metadata and ViewerPreferences.
void write_metadata(haru::Doc& doc, display::Metadata const& metadata, MetadataOptions const& options);

}  // namespace resumec::backend::pdf

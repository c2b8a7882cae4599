// The paragraphs of a document as a reader who cannot see the page meets them: the structure tree in order, each node's own runs
// and its children's interleaved as they were placed.
#pragma once

#include "display/document.hpp"

#include <cstdint>
#include <vector>

namespace resumec::display {

struct PlacedRun {
  std::uint32_t page = 0;
  GlyphRun const* run = nullptr;
};

/// Runs up to one whose line end is `Paragraph`. Never empty.
struct ReadParagraph {
  std::vector<PlacedRun> runs;
};

/// Points into `document`.
std::vector<ReadParagraph> reading_order(Document const& document);

/// The artifacts' runs page by page, in the same form.
std::vector<ReadParagraph> artifacts(Document const& document);

}  // namespace resumec::display

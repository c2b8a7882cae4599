// The paragraphs of a document as a reader who cannot see the page meets them: the structure tree in order, each node's own runs
// and its children's interleaved as they were placed.
#pragma once

#include "display/document.hpp"

#include <cstdint>
#include <string_view>
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

/// Does the run end in a hyphen that divides a word? Its text is a soft hyphen at the end of `text`, on a line end that is `Tight`.
bool divides_word(GlyphRun const& run);
/// The run's text without that hyphen.
std::string_view printed_text(GlyphRun const& run);

/// Points into `document`.
std::vector<ReadParagraph> reading_order(Document const& document);

/// The artifacts' runs page by page, in the same form.
std::vector<ReadParagraph> artifacts(Document const& document);

}  // namespace resumec::display

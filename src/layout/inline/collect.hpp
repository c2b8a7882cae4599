// Step 1 of a paragraph: its inlines → one text with ranges of one style and node.
#pragma once

#include "layout/context.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::layout {

/// Bytes of the collected text that share style and node.
struct StyledRange {
  std::uint32_t begin = 0, end = 0;
  NodeId node;
  StyleId style;
  Span span;
  bool generated = false;
  bool unbreakable = false;
};

struct ByteRange {
  std::uint32_t begin, end;
};

/// Hard breaks are `\n` in the text. Ranges follow one another without gaps, hard breaks included.
struct Collected {
  std::string text;
  std::vector<StyledRange> ranges;
  std::vector<std::uint32_t> soft_hyphens;  ///< the bytes before which they stood: they are no part of the text

  StyledRange const& range_at(std::uint32_t offset) const;
};

Collected collect(flow::Inlines const& inlines, Context const& context);

/// Where in the source the bytes [begin, end) of the text were written: exact where the source holds the text verbatim.
Span source_of(Collected const& collected, std::uint32_t begin, std::uint32_t end);

/// The beginning of a long text, for messages.
std::string shortened(std::string_view text);

}  // namespace resumec::layout

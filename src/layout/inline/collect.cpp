#include "layout/inline/collect.hpp"

#include <algorithm>
#include <string>

namespace resumec::layout {

namespace {

/// Soft hyphens say where a word may be divided. They are no part of the text: in that of a PDF they would split words.
void append_printed(Collected& result, std::string_view piece) {
  std::string& text = result.text;
  constexpr std::string_view soft_hyphen = "\u00AD";
  for (auto at = piece.find(soft_hyphen); at != std::string_view::npos; at = piece.find(soft_hyphen)) {
    text += piece.substr(0, at);
    result.soft_hyphens.push_back(static_cast<std::uint32_t>(text.size()));
    piece.remove_prefix(at + soft_hyphen.size());
  }
  text += piece;
}

}  // namespace

Collected collect(flow::Inlines const& inlines, Context const& context) {
  Collected result;
  std::size_t bytes = 0;
  for (flow::Inline const& piece : inlines) bytes += piece.text.size() + 4;
  result.text.reserve(bytes);
  result.ranges.reserve(inlines.size());
  for (flow::Inline const& piece : inlines) {
    auto const begin = static_cast<std::uint32_t>(result.text.size());
    switch (piece.kind) {
      case flow::InlineKind::Text:
        append_printed(result, piece.text);
        break;
      case flow::InlineKind::HardBreak:
        result.text += '\n';
        break;
      case flow::InlineKind::LineEnd:
        break;
      case flow::InlineKind::PageNumber:
        if (context.fields.page > 0) result.text += std::to_string(context.fields.page);
        break;
      case flow::InlineKind::PageCount:
        if (context.fields.count > 0) result.text += std::to_string(context.fields.count);
        break;
    }
    auto const end = static_cast<std::uint32_t>(result.text.size());
    if (begin == end) continue;
    result.ranges.push_back({begin, end, piece.node, piece.style, piece.span, piece.generated, piece.unbreakable});
  }
  return result;
}

StyledRange const& Collected::range_at(std::uint32_t offset) const {
  auto const after =
      std::upper_bound(ranges.begin(), ranges.end(), offset, [](std::uint32_t at, StyledRange const& range) { return at < range.begin; });
  return after == ranges.begin() ? ranges.front() : *(after - 1);
}

Span source_of(Collected const& collected, std::uint32_t begin, std::uint32_t end) {
  if (collected.ranges.empty()) return {};
  StyledRange const& range = collected.range_at(begin);
  bool const verbatim = !range.span.detached() && range.span.size() == range.end - range.begin && end <= range.end;
  if (!verbatim) return range.span;
  return {range.span.source, range.span.begin + (begin - range.begin), range.span.begin + (end - range.begin)};
}

std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (text.size() <= longest) return std::string{text};
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string{text.substr(0, end)} + "…";
}

}  // namespace resumec::layout

#include "backend/pdf/clusters.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace resumec::backend::pdf {

namespace {

void share_out(std::string_view text, std::span<std::string> pieces) {
  std::string decomposed;
  if (unicode::length(text) != pieces.size()) {
    decomposed = unicode::to_nfd(text);
    if (unicode::length(decomposed) != pieces.size()) {
      pieces.front() = text;
      return;
    }
    text = decomposed;
  }
  std::size_t offset = 0;
  for (auto& piece : pieces) {
    auto const point = unicode::decode_at(text, offset);
    piece = text.substr(offset, point.end - point.begin);
    offset = point.end;
  }
}

}  // namespace

std::vector<std::string> cluster_texts(display::GlyphRun const& run) {
  std::string_view const text = run.text;
  auto const size = static_cast<std::uint32_t>(text.size());
  std::vector<std::uint32_t> starts;
  starts.reserve(run.glyphs.size() + 1);
  for (display::Glyph const& glyph : run.glyphs) starts.push_back(std::min(glyph.cluster, size));
  if (!std::is_sorted(starts.begin(), starts.end())) std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  if (!starts.empty()) starts.front() = 0;  // text before the first cluster belongs to it

  std::vector<std::string> pieces(run.glyphs.size());
  for (std::size_t i = 0; i < run.glyphs.size();) {
    std::uint32_t const cluster = run.glyphs[i].cluster;
    std::size_t end = i + 1;
    while (end < run.glyphs.size() && run.glyphs[end].cluster == cluster) ++end;
    auto const after = std::upper_bound(starts.begin(), starts.end(), std::min(cluster, size));
    std::uint32_t const begin = after == starts.begin() ? 0 : *(after - 1);
    std::string_view const piece = text.substr(begin, (after == starts.end() ? size : *after) - begin);
    if (end - i == 1) {
      pieces[i] = piece;
    } else {
      share_out(piece, std::span{pieces}.subspan(i, end - i));
    }
    i = end;
  }
  return pieces;
}

}  // namespace resumec::backend::pdf

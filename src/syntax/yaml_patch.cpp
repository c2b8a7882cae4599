#include "syntax/yaml_patch.hpp"

#include <algorithm>
#include <iterator>

namespace resumec::syntax {

PatchedText::PatchedText(SourceId source, std::string_view text, std::vector<Edit> edits) : source_{source}, original_{text} {
  if (edits.empty()) return;
  std::stable_sort(edits.begin(), edits.end(), [](Edit const& a, Edit const& b) { return a.begin < b.begin; });
  patched_.reserve(text.size() + 2 * edits.size());
  auto const size = static_cast<std::uint32_t>(text.size());
  auto const here = [this] { return static_cast<std::uint32_t>(patched_.size()); };
  segments_.push_back({0, 0, size});
  std::uint32_t done = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    Edit const& edit = edits[i];
    if (edit.begin < done || edit.end > size) continue;  // behind the document's end, or in a stretch cut out before
    if (edit.stands_in && i + 1 < edits.size() && edits[i + 1].begin < edit.end) continue;
    patched_ += text.substr(done, edit.begin - done);
    segments_.push_back({here(), edit.begin, edit.end});
    if (edit.stands_in) stand_ins_.push_back({here(), edit.begin, edit.end});
    patched_ += edit.replacement;
    segments_.push_back({here(), edit.end, size});
    done = edit.end;
  }
  patched_ += text.substr(done);
}

std::size_t PatchedText::segment_of(std::size_t offset) const {
  auto const after = std::upper_bound(segments_.begin(), segments_.end(), offset,
                                      [](std::size_t value, Segment const& segment) { return value < segment.patched; });
  return static_cast<std::size_t>(std::distance(segments_.begin(), after)) - 1;
}

std::uint32_t PatchedText::to_source(std::size_t offset) const {
  auto const wanted = static_cast<std::uint32_t>(offset);
  if (segments_.empty()) return std::min(wanted, static_cast<std::uint32_t>(original_.size()));
  Segment const& segment = segments_[segment_of(offset)];
  return std::min(segment.limit, segment.source + (wanted - segment.patched));
}

std::optional<Span> PatchedText::stood_in_for(std::size_t offset) const {
  auto const found = std::lower_bound(stand_ins_.begin(), stand_ins_.end(), offset,
                                      [](StandIn const& stand_in, std::size_t value) { return stand_in.patched < value; });
  if (found == stand_ins_.end() || found->patched != offset) return std::nullopt;
  return Span{source_, found->begin, found->end};
}

Span PatchedText::span(std::size_t begin, std::size_t end) const {
  std::uint32_t const from = to_source(begin);
  return {source_, from, std::max(from, to_source(end))};
}

void PatchedText::append_pieces(std::vector<TextPiece>& pieces, std::uint32_t text, std::size_t begin, std::size_t size) const {
  pieces.push_back({text, to_source(begin)});
  if (segments_.empty()) return;
  for (std::size_t next = segment_of(begin) + 1; next < segments_.size() && segments_[next].patched < begin + size; ++next) {
    pieces.push_back({text + static_cast<std::uint32_t>(segments_[next].patched - begin), segments_[next].source});
  }
}

}  // namespace resumec::syntax

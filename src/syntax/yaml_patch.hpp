// A source text with small edits applied, and the way back. The YAML pre-pass quotes scalars and mends indentation
// before yaml-cpp sees the text; every offset yaml-cpp gives is led back to the source here.
#pragma once

#include "syntax/node.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::syntax {

/// Source bytes [begin, end) stand as `replacement` in the patched text; an insertion has begin == end.
struct Edit {
  std::uint32_t begin;
  std::uint32_t end;
  std::string replacement;
  bool stands_in = false;  ///< for a plain scalar, or what is between quotes, which yaml-cpp then needs not look at
};

class PatchedText {
 public:
  /// Edits do not overlap; they are sorted here. Insertions at one place keep their order. What stands in gives way to any other.
  PatchedText(SourceId source, std::string_view text, std::vector<Edit> edits);
  PatchedText(PatchedText const&) = delete;
  PatchedText& operator=(PatchedText const&) = delete;

  SourceId source() const { return source_; }
  std::string_view original() const { return original_; }
  std::string_view text() const { return segments_.empty() ? original_ : std::string_view{patched_}; }
  std::uint32_t to_source(std::size_t offset) const;
  Span span(std::size_t begin, std::size_t end) const;
  /// The source's place of the scalar that something stands in for at a byte of the patched text.
  std::optional<Span> stood_in_for(std::size_t offset) const;
  /// Appends the pieces of a run of text that stands at [begin, begin + size) of the patched text.
  void append_pieces(std::vector<TextPiece>& pieces, std::uint32_t text, std::size_t begin, std::size_t size) const;

 private:
  /// From `patched` on, bytes map one to one from `source` on, but not beyond `limit`.
  struct Segment {
    std::uint32_t patched, source, limit;
  };
  std::size_t segment_of(std::size_t offset) const;

  struct StandIn {
    std::uint32_t patched, begin, end;
  };

  SourceId source_;
  std::string_view original_;
  std::string patched_;
  std::vector<Segment> segments_;  ///< empty without edits
  std::vector<StandIn> stand_ins_;
};

}  // namespace resumec::syntax

// Places in sources: the vocabulary in which every value and every message says where it came from.
#pragma once

#include <compare>
#include <cstdint>

namespace resumec {

/// A text known to a `World`. Zero means "no source".
struct SourceId {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(SourceId, SourceId) = default;
  constexpr explicit operator bool() const { return value != 0; }
};

/// A half-open range of UTF-8 bytes of one source. Line and column are computed only when printed.
/// A default-constructed span is detached: it belongs to no source.
struct Span {
  SourceId source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend constexpr auto operator<=>(Span const&, Span const&) = default;
  constexpr bool detached() const { return !source; }
  constexpr std::uint32_t size() const { return end - begin; }
  /// The empty range where this one starts.
  constexpr Span start() const { return {source, begin, begin}; }
};

}  // namespace resumec

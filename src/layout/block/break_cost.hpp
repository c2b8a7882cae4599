// What it costs to end a page at a place, in points: 100 are one mildly ugly thing (typesetting.md §3.2). Where several rules concern one
// place, the dearest counts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace resumec::layout {

using Cost = std::int64_t;

/// From here on a cost is a rule broken: no page ends there while anything else is left. To part a heading from its text is worse than
/// to tear any number of paragraphs.
inline constexpr Cost torn = 1'000'000;
inline constexpr Cost parted = 1'000'000 * torn;
/// A page does end there.
inline constexpr Cost forced = -torn;
/// What the source's wishes add.
inline constexpr Cost avoided = 1000, preferred = -500;

/// What a place between two boxes is.
enum class Seam : std::uint8_t {
  BetweenSections,
  BetweenEntries,
  BetweenParts,  ///< of an entry or a section: paragraphs, lists, positions in one organisation
  BetweenPoints,
  BeforeLastPoint,
  AfterFirstPoint,
  InsidePoint,      ///< before its nested points or its next paragraph
  ShortEntry,       ///< anywhere in an entry of few lines
  InsideParagraph,  ///< of so many lines that two stay on each side
  Torn,             ///< in a shorter one, or in what is kept together
  Parted,           ///< behind a title or a header
};

inline constexpr std::size_t seam_count = static_cast<std::size_t>(Seam::Parted) + 1;

/// typesetting.md §3.2. `BetweenParts` and `InsidePoint` are not in its table: they are between its values for points, and as much as to
/// leave one point behind.
constexpr Cost cost_of(Seam place) {
  constexpr std::array<Cost, seam_count> costs{-50, 0, 120, 120, 200, 300, 300, 400, 400, torn, parted};
  return costs[static_cast<std::size_t>(place)];
}

constexpr std::string_view words_of(Seam place) {
  constexpr std::array<std::string_view, seam_count> words{"between sections",
                                                           "between entries",
                                                           "between parts of an entry",
                                                           "between points",
                                                           "before the last point of an entry",
                                                           "after the first point of an entry",
                                                           "inside a point",
                                                           "inside a short entry",
                                                           "inside a paragraph",
                                                           "inside what belongs together",
                                                           "behind a title or a header"};
  return words[static_cast<std::size_t>(place)];
}

/// The end of a page before a box.
struct PageBreak {
  Seam seam = Seam::BetweenSections;
  Cost cost = 0;
  bool allowed() const { return cost < torn; }
  bool is_forced() const { return cost <= forced; }
};

}  // namespace resumec::layout

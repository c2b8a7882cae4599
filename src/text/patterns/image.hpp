// Hyphenation patterns as the build compiles them (compile.cpp): for each language a minimal automaton over its letters. Nothing is read or
// built when the program starts; a document that divides no word does not touch these pages.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace resumec::text {

struct PatternImage {
  std::string_view tag;
  std::uint8_t left = 2, right = 2;        ///< letters that stay before and behind a hyphen
  std::uint32_t root = 0;                  ///< state
  std::span<char32_t const> letters;       ///< sorted; label n is letters[n], a word's ends are U'.'
  std::span<std::uint32_t const> states;   ///< first edge of each, and the number of edges
  std::span<std::uint32_t const> edges;    ///< label << 24 | target, sorted in each state
  std::span<std::uint16_t const> outputs;  ///< of each state: into `levels`; 0 is none
  std::span<std::uint16_t const> levels;   ///< lists that end in 0: letters back from here << 4 | level
};

/// All that the build compiled, by tag.
extern std::span<PatternImage const> const pattern_images;

/// Levels above those of patterns (1 to 9): of the words that are written out.
inline constexpr std::uint16_t forbidden_level = 10, demanded_level = 11;

}  // namespace resumec::text

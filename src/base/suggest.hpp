// "Did you mean": the nearest of a list of known words.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace resumec::base {

/// Damerau-Levenshtein distance (optimal string alignment) in bytes, ignoring ASCII case; stops counting above `limit` and
/// gives `limit + 1`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The known word nearest to `word`, if one is near enough to be meant: at most 2 edits, and at most a third
/// of the word's length (1 for words of 2 to 4 letters, none for a single one: case alone may differ). Ties keep the order of `known`.
std::optional<std::string_view> nearest(std::string_view word, std::span<std::string_view const> known);

/// The name that is meant: the nearest or, for a single word such as `size`, the only name of several (`font-size`) that has it among its
/// words.
std::optional<std::string_view> meant_name(std::string_view word, std::span<std::string_view const> known);

/// The one of a choice of words that is meant: the nearest or, for a pattern of dates such as `MM/YYYY`, the style that prints them so
/// (`numeric`).
std::optional<std::string_view> meant_choice(std::string_view word, std::span<std::string_view const> known);

}  // namespace resumec::base

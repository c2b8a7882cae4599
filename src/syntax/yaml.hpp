// YAML → data tree. yaml-cpp's events, with a pre-pass and recovery of our own.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <cstddef>
#include <string_view>

namespace resumec::syntax {

struct YamlLimits {
  std::size_t depth = 128;
  std::size_t expansion = 1'000'000;  ///< nodes made by anchors and merge keys
};

/// What the format of the source says of words, for places where YAML leaves open what a mistyped line means. Nothing is known by default.
struct YamlWords {
  using Test = bool (*)(std::string_view);
  Test is_top_field = [](std::string_view) { return false; };   ///< a key of the outermost map
  Test is_field = [](std::string_view) { return false; };       ///< a key of any map
  Test is_list = [](std::string_view) { return false; };        ///< a key that takes a list of sentences
  Test names_section = [](std::string_view) { return false; };  ///< a key of the map under `sections`
  bool folds_lists = false;  ///< `- a` below `- text`, further in, belongs to that text on purpose
};

/// Reads a whole source. Always returns a tree; every problem is in `diagnostics`, all of them in one run. The text is
/// UTF-8 that `source::decode` has found good.
Node read_yaml(SourceId source, std::string_view text, Diagnostics& diagnostics, YamlWords const& words = {},
               YamlLimits const& limits = {});

}  // namespace resumec::syntax

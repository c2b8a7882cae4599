// A YAML source laid out anew: two blanks a level, items below their keys, one blank line at most between two lines. Texts, quotes, what
// stands in brackets and comments stay as they were typed; a comment is found in the gap between two values and keeps to what follows it,
// or to the line it ends.
//
// Anchors, aliases, merge keys, tags, `?` and several documents are refused: a tree does not say which of its parts they wrote.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace resumec::syntax {

/// What a key is to be called; `end` is the offset behind it.
struct KeyName {
  std::uint32_t end;
  std::string name;
};
/// By the offset at which the key begins.
using KeyNames = std::map<std::uint32_t, KeyName>;

/// `root` is the map or list that `read_yaml` made of `text`, without errors; where it mended the text, whoever calls this reads the result
/// again and compares. Nothing, and a finding, if the text cannot be laid out.
std::optional<std::string> format_yaml(std::string_view text, Node const& root, KeyNames const& names, Diagnostics& diagnostics);

}  // namespace resumec::syntax

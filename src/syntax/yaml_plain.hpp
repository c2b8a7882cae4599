// Which texts YAML takes as they are, and how the others are quoted.
#pragma once

#include "syntax/yaml.hpp"

#include <string>
#include <string_view>

namespace resumec::syntax {

/// Where a text stands: behind a key or a dash, in brackets, or as a key.
enum class YamlPlace : std::uint8_t { Value, Brackets, Key };

/// True if the text, on one line, comes back as it is and without a finding.
bool is_plain_yaml(std::string_view text, YamlPlace place, YamlWords const& words);
/// In single quotes, if it holds what would need escapes in double ones; else in double quotes. One line whatever the text.
std::string quoted_yaml(std::string_view text);
/// True if `|` can hold the text: lines as they are, without characters that need an escape.
bool is_literal_yaml(std::string_view text);

}  // namespace resumec::syntax

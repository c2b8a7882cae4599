// Data tree → YAML that people like to edit: block style, two blanks a level, quotes where the text would be read as something else.
//
// What is written is read back by `read_yaml` as the same tree, without a word of complaint. A text is quoted only if the plain text would
// come back as another one, as nothing (`null`, `~`) or with a finding: `yes`, `2020-01` and `1.10` stand as they are, because no reader of
// ours resolves types. Texts are never folded: a change of one word is a change of one line.
#pragma once

#include "syntax/node.hpp"
#include "syntax/yaml.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::syntax {

struct YamlStyle {
  std::size_t width = 100;                          ///< columns that a list in brackets may reach
  YamlWords words = {};                             ///< of the reader; a key that takes sentences has its list in block style
  std::vector<std::string_view> parted = {};        ///< keys of maps whose members are parted by blank lines
  std::map<Node const*, std::string> remarks = {};  ///< for the line above a member (its value) or an item
};

/// Ends with a line break. What could not be read (`Kind::Error`) is written as nothing.
std::string write_yaml(Node const& root, YamlStyle const& style = {});

/// One text as it stands behind a key or a dash, on one line: plain, or in quotes. `words` are those of the reader.
std::string write_yaml_text(std::string_view text, YamlWords const& words);

}  // namespace resumec::syntax

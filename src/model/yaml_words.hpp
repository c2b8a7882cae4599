// What the format says of words, for the reader of YAML, which knows none.
#pragma once

#include "syntax/yaml.hpp"

namespace resumec::model {

/// Keys and their other names, exactly as the table of fields has them.
syntax::YamlWords yaml_words();

}  // namespace resumec::model

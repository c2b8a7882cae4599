// What titles and words say of sections and entries.
#pragma once

#include "model/resume.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace resumec::model {

/// `publication`, `publications`, or a title of sections in any language.
std::optional<Kind> kind_of_word(std::string_view word);
/// The role that a section's key or title names, by itself or without words such as "selected"; empty if none.
std::string role_of_title(std::string_view title);
std::optional<Kind> kind_of_role(std::string_view role);

}  // namespace resumec::model

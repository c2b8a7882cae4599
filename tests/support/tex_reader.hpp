// Reads escaped text as TeX would, as far as text goes: the judge of the escaper. Knows the commands that the backend may write into
// running text, and nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace resumec::testing {

/// What TeX prints for `tex`; none if something in it would be obeyed, a group is open, or a command is not one of the escaper's.
std::optional<std::string> read_tex(std::string_view tex);

/// True if braces and environments of a whole file balance, comments and escaped braces aside.
bool is_balanced(std::string_view tex);

}  // namespace resumec::testing

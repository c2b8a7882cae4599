// A selection for people: every item, whether it is in, and why; and two selections side by side.
#pragma once

#include "variant/select.hpp"

#include <string>
#include <string_view>

namespace resumec::variant {

/// One line an item, in the source's order: `in` or `out`, the item, and after a colon what decided.
std::string explain(Selection const& selection);

/// Two selections of one source, item by item; what differs has a line for each.
std::string diff(Selection const& first, std::string_view first_name, Selection const& second, std::string_view second_name);

}  // namespace resumec::variant

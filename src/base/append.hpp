// Formatted text at the end of a string. fmt::format_to would compile the formatting of every kind of number into each source that calls
// it.
#pragma once

#include <fmt/core.h>

#include <string>

namespace resumec::base {

void append_formatted(std::string& out, fmt::string_view format, fmt::format_args arguments);

/// `format` as fmt::format has it.
template <typename... T>
void append(std::string& out, fmt::format_string<T...> format, T&&... arguments) {
  append_formatted(out, format, fmt::make_format_args(arguments...));
}

}  // namespace resumec::base

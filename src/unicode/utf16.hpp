// ICU's own form of text, for the functions of its C interface that know no UTF-8. Private to this module.
#pragma once

#include <string>
#include <string_view>

namespace resumec::unicode {

/// Malformed bytes become U+FFFD.
std::u16string to_utf16(std::string_view text);
/// Unpaired surrogates become U+FFFD.
std::string to_utf8(std::u16string_view text);

}  // namespace resumec::unicode

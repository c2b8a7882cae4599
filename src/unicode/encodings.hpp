// Encodings other than UTF-8. The tables are small and the program's own: opening ICU's converters would load its data in calls that
// need nothing else of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace resumec::unicode {

/// Of one byte a character; the first half is ASCII.
enum class ByteEncoding : std::uint8_t { Windows1252, MacRoman };

/// The character of a byte. Nothing for the five bytes that Windows-1252 leaves open.
std::optional<char32_t> character_of(ByteEncoding encoding, unsigned char byte);
/// The byte of a character, if the encoding has it.
std::optional<unsigned char> byte_of(ByteEncoding encoding, char32_t character);

enum class WideEncoding : std::uint8_t { Utf16Little, Utf16Big, Utf32Little, Utf32Big };

/// The text in UTF-8, without a byte order mark; nothing if the bytes are not in that encoding. A last line end may be a single byte.
std::optional<std::string> from_wide(WideEncoding encoding, std::string_view bytes);

}  // namespace resumec::unicode

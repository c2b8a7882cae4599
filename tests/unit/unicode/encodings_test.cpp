#include "unicode/encodings.hpp"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <string>

namespace resumec::unicode {
namespace {

using namespace std::string_literals;

/// ICU's converter: nothing where it has no character.
std::optional<char32_t> by_icu(UConverter* converter, unsigned char byte) {
  UErrorCode error = U_ZERO_ERROR;
  char const source = static_cast<char>(byte);
  char16_t target[2] = {};
  auto const size = ucnv_toUChars(converter, target, 2, &source, 1, &error);
  return size == 1 && target[0] != 0xFFFD ? std::optional{static_cast<char32_t>(target[0])} : std::nullopt;
}

TEST(Encodings, BytesAreTheCharactersThatIcuHas) {
  constexpr std::pair<ByteEncoding, char const*> encodings[] = {{ByteEncoding::Windows1252, "windows-1252"},
                                                                {ByteEncoding::MacRoman, "macintosh"}};
  for (auto const& [encoding, name] : encodings) {
    UErrorCode error = U_ZERO_ERROR;
    auto* const converter = ucnv_open(name, &error);
    ASSERT_TRUE(U_SUCCESS(error)) << name;
    for (unsigned byte = 0; byte < 256; ++byte) {
      auto const expected = by_icu(converter, static_cast<unsigned char>(byte));
      auto const character = character_of(encoding, static_cast<unsigned char>(byte));
      // The five bytes that Windows-1252 leaves open are control characters to ICU.
      if (!character) {
        EXPECT_TRUE(expected && *expected == byte) << name << ' ' << byte;
        continue;
      }
      EXPECT_EQ(character, expected) << name << ' ' << byte;
      EXPECT_EQ(byte_of(encoding, *character), byte) << name << ' ' << byte;
    }
    ucnv_close(converter);
  }
}

TEST(Encodings, OtherCharactersHaveNoByte) {
  for (char32_t const character : {char32_t{0x81}, U'Ā', U'日', char32_t{0xFFFD}, char32_t{0x1F600}}) {
    EXPECT_FALSE(byte_of(ByteEncoding::Windows1252, character)) << static_cast<unsigned>(character);
    EXPECT_FALSE(byte_of(ByteEncoding::MacRoman, character)) << static_cast<unsigned>(character);
  }
}

TEST(Encodings, WideTexts) {
  struct Case {
    WideEncoding encoding;
    std::string bytes;
    std::optional<std::string> text;
  };
  Case const cases[] = {
      {WideEncoding::Utf16Little, "\xFF\xFE"s + "a\0\xE9\0"s, "aé"},
      {WideEncoding::Utf16Big, "\0a\0\xE9"s, "aé"},
      {WideEncoding::Utf16Little, "\x3D\xD8\x00\xDE"s, "😀"},
      {WideEncoding::Utf16Big, "\xD8\x3D\xDE\x00"s, "😀"},
      {WideEncoding::Utf16Big, "\xD8\x3D"s, std::nullopt},
      {WideEncoding::Utf16Big, "\xD8\x3D\0a"s, std::nullopt},
      {WideEncoding::Utf16Big, "\xDE\x00\0a"s, std::nullopt},
      {WideEncoding::Utf16Big, "\0a\0"s, std::nullopt},
      {WideEncoding::Utf16Big, "\0a\n"s, "a"},
      {WideEncoding::Utf16Little, "a\0\n\0"s, "a\n"},
      {WideEncoding::Utf32Little, "\xFF\xFE\0\0a\0\0\0"s, "a"},
      {WideEncoding::Utf32Big, "\0\x01\xF6\x00"s, "😀"},
      {WideEncoding::Utf32Big, "\0\x11\0\0"s, std::nullopt},
      {WideEncoding::Utf32Big, "\0\0\xD8\0"s, std::nullopt},
      {WideEncoding::Utf16Little, "", ""},
  };
  for (auto const& c : cases) EXPECT_EQ(from_wide(c.encoding, c.bytes), c.text) << c.text.value_or("nothing");
}

}  // namespace
}  // namespace resumec::unicode

// Properties of single code points. ICU holds these tables in its code, not in its data file.
#include "unicode/unicode.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace resumec::unicode {

namespace {

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

/// The database's name of that sort; empty if there is none.
std::string name_of(char32_t code_point, UCharNameChoice choice) {
  std::array<char, 128> buffer{};
  UErrorCode status = U_ZERO_ERROR;
  auto const size = u_charName(static_cast<UChar32>(code_point), choice, buffer.data(), static_cast<std::int32_t>(buffer.size()), &status);
  if (U_FAILURE(status) || size <= 0) return {};
  return {buffer.data(), static_cast<std::size_t>(size)};
}

}  // namespace

std::string_view script_of(char32_t code_point) {
  if (code_point < 0x80) return is_ascii_letter(code_point) ? "Latn" : "Zyyy";
  UErrorCode status = U_ZERO_ERROR;
  auto const script = uscript_getScript(static_cast<UChar32>(code_point), &status);
  auto const* const name = U_SUCCESS(status) ? uscript_getShortName(script) : nullptr;
  return name != nullptr ? name : "Zzzz";
}

bool has_script(char32_t code_point, std::string_view script) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode code = USCRIPT_INVALID_CODE;
  auto const found = uscript_getCode(std::string{script}.c_str(), &code, 1, &status);
  return U_SUCCESS(status) && found == 1 && uscript_hasScript(static_cast<UChar32>(code_point), code) != 0;
}

bool is_letter(char32_t code_point) {
  if (code_point < 0x80) return is_ascii_letter(code_point);
  return u_isalpha(static_cast<UChar32>(code_point)) != 0;
}

bool is_space(char32_t code_point) {
  if (code_point < 0x80) return code_point == U' ' || (code_point >= U'\t' && code_point <= U'\r');
  return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0;
}

bool runs_leftwards(char32_t code_point) {
  if (code_point < 0x590) return false;
  auto const direction = u_charDirection(static_cast<UChar32>(code_point));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER;
}

bool is_emoji(char32_t code_point) {
  if (code_point < 0x203C) return false;
  auto const c = static_cast<UChar32>(code_point);
  return code_point == 0xFE0F || u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0 ||
         u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) != 0;
}

bool is_default_ignorable(char32_t code_point) {
  if (code_point < 0xAD) return false;
  return u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

unsigned terminal_columns(char32_t code_point) {
  if (code_point < 0x80) return code_point < 0x20 || code_point == 0x7F ? 0 : 1;
  auto const c = static_cast<UChar32>(code_point);
  if ((U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) return 0;
  auto const width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string name_of(char32_t code_point) {
  // Controls have no name but an alias; what is unassigned is described: <unassigned-0378>.
  for (auto const choice : {U_UNICODE_CHAR_NAME, U_CHAR_NAME_ALIAS, U_EXTENDED_CHAR_NAME}) {
    auto name = name_of(code_point, choice);
    if (!name.empty()) return name;
  }
  return {};
}

}  // namespace resumec::unicode

// Normal forms (UAX #15), and the key by which names are compared.
#include "unicode/inert.hpp"
#include "unicode/unicode.hpp"
#include "unicode/utf16.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <iterator>

namespace resumec::unicode {

namespace {

using Form = UNormalizer2 const* (*)(UErrorCode*);

std::u16string normalize(std::u16string const& text, Form form) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* const normalizer = form(&status);
  if (U_FAILURE(status)) return text;
  std::u16string result(text.size() + text.size() / 2 + 8, u'\0');
  auto const run = [&] {
    status = U_ZERO_ERROR;
    return unorm2_normalize(normalizer, text.data(), static_cast<std::int32_t>(text.size()), result.data(),
                            static_cast<std::int32_t>(result.size()), &status);
  };
  auto size = run();
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    result.resize(static_cast<std::size_t>(size));
    size = run();
  }
  if (U_FAILURE(status)) return text;
  result.resize(static_cast<std::size_t>(size));
  return result;
}

struct PlainForm {
  char32_t letter;
  std::string_view plain;
};

/// Letters whose stroke or ligature is no decomposition in the database, as they are commonly written without it.
constexpr PlainForm plain_forms[] = {
    {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"}, {U'đ', "d"}, {U'ħ', "h"}, {U'ı', "i"}, {U'ł', "l"}, {U'œ', "oe"}, {U'ŧ', "t"},
};

/// Empty for a letter that stands for itself.
std::string_view plain_form(char32_t letter) {
  auto const* const found =
      std::find_if(std::begin(plain_forms), std::end(plain_forms), [&](auto const& form) { return form.letter == letter; });
  return found == std::end(plain_forms) ? std::string_view{} : found->plain;
}

/// Accents have a combining class of 10 or more. Below are the viramas, nuktas and kana marks, which make another letter.
bool is_accent(char32_t code_point) {
  auto const c = static_cast<UChar32>(code_point);
  return u_charType(c) == U_NON_SPACING_MARK && u_getCombiningClass(c) >= 10;
}

bool is_part_of_name(char32_t code_point) {
  auto const c = static_cast<UChar32>(code_point);
  return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

std::string fold_ascii(std::string_view text) {
  std::string key;
  for (char const c : text) {
    if (c >= 'A' && c <= 'Z') {
      key.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      key.push_back(c);
    }
  }
  return key;
}

std::u16string fold_case(std::u16string const& text) {
  // Full case folding makes at most three code units of one.
  std::u16string result(text.size() * 3, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  auto const size = u_strFoldCase(result.data(), static_cast<std::int32_t>(result.size()), text.data(),
                                  static_cast<std::int32_t>(text.size()), U_FOLD_CASE_DEFAULT, &status);
  if (U_FAILURE(status)) return text;
  result.resize(static_cast<std::size_t>(size));
  return result;
}

}  // namespace

bool is_nfc(std::string_view text) {
  if (is_inert(text)) return true;
  auto const wide = to_utf16(text);
  UErrorCode status = U_ZERO_ERROR;
  auto const* const normalizer = unorm2_getNFCInstance(&status);
  return U_SUCCESS(status) && unorm2_isNormalized(normalizer, wide.data(), static_cast<std::int32_t>(wide.size()), &status) != 0 &&
         U_SUCCESS(status);
}

std::string to_nfc(std::string_view text) {
  if (is_inert(text)) return std::string{text};
  return to_utf8(normalize(to_utf16(text), unorm2_getNFCInstance));
}

std::string to_nfd(std::string_view text) {
  if (is_ascii(text)) return std::string{text};
  return to_utf8(normalize(to_utf16(text), unorm2_getNFDInstance));
}

std::string to_nfkc(std::string_view text) {
  if (is_ascii(text)) return std::string{text};
  return to_utf8(normalize(to_utf16(text), unorm2_getNFKCInstance));
}

std::string fold_for_matching(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  // Folded before and after: some capitals decompose only once they are small, and compatibility forms hide capitals.
  auto const decomposed = to_utf8(fold_case(normalize(fold_case(to_utf16(text)), unorm2_getNFKDInstance)));
  std::string key;
  for (std::size_t i = 0; i < decomposed.size();) {
    auto const code_point = decode_at(decomposed, i);
    i = code_point.end;
    if (is_accent(code_point.value) || !is_part_of_name(code_point.value)) continue;
    if (auto const plain = plain_form(code_point.value); !plain.empty()) {
      key += plain;
    } else {
      append(key, code_point.value);
    }
  }
  return to_nfc(key);
}

}  // namespace resumec::unicode

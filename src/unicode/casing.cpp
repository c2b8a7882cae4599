// Full case mappings by the rules of a language (Unicode SpecialCasing).
#include "unicode/unicode.hpp"

#include <unicode/ucasemap.h>

#include <algorithm>

namespace resumec::unicode {

namespace {

using Mapping = std::int32_t (*)(UCaseMap const*, char*, std::int32_t, char const*, std::int32_t, UErrorCode*);

/// The case rules depend on the primary language alone.
std::string primary_language(std::string_view lang) {
  std::string result;
  for (char const c : lang.substr(0, std::min<std::size_t>(lang.size(), 8))) {
    bool const upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z')) break;
    result.push_back(upper ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return result;
}

/// In Turkish and Azerbaijani `i` and `I` are two letters.
bool has_dotless_i(std::string_view language) { return language == "tr" || language == "az"; }

std::string map_case(std::string_view text, std::string const& language, Mapping mapping) {
  UErrorCode status = U_ZERO_ERROR;
  auto* const map = ucasemap_open(language.c_str(), 0, &status);
  if (U_FAILURE(status)) return std::string{text};
  std::string result(text.size() + text.size() / 2 + 8, '\0');
  auto const run = [&] {
    status = U_ZERO_ERROR;
    return mapping(map, result.data(), static_cast<std::int32_t>(result.size()), text.data(), static_cast<std::int32_t>(text.size()),
                   &status);
  };
  auto size = run();
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    result.resize(static_cast<std::size_t>(size));
    size = run();
  }
  ucasemap_close(map);
  if (U_FAILURE(status)) return std::string{text};
  result.resize(static_cast<std::size_t>(size));
  // Case mappings of composed letters may come out decomposed.
  return to_nfc(result);
}

}  // namespace

std::string to_upper(std::string_view text, std::string_view lang) {
  auto const language = primary_language(lang);
  if (!is_ascii(text) || has_dotless_i(language)) return map_case(text, language, ucasemap_utf8ToUpper);
  std::string result{text};
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

std::string to_lower(std::string_view text, std::string_view lang) {
  auto const language = primary_language(lang);
  if (!is_ascii(text) || has_dotless_i(language)) return map_case(text, language, ucasemap_utf8ToLower);
  std::string result{text};
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

}  // namespace resumec::unicode

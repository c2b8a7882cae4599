// Names and codes of languages, from CLDR as ICU holds it.
#include "unicode/unicode.hpp"
#include "unicode/utf16.hpp"
#include "unicode/version.hpp"

#include <unicode/uloc.h>
#include <unicode/uversion.h>

namespace resumec::unicode {

std::string icu_version() {
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_getVersion(version);
  u_versionToString(version, text);
  return text;
}

std::string language_name(std::string_view language, std::string_view in) {
  std::u16string name(100, u'\0');
  UErrorCode status = U_ZERO_ERROR;
  auto const size = uloc_getDisplayLanguage(std::string{language}.c_str(), std::string{in}.c_str(), name.data(),
                                            static_cast<std::int32_t>(name.size()), &status);
  if (U_FAILURE(status)) return {};
  name.resize(static_cast<std::size_t>(size));
  return to_utf8(name);
}

std::string long_language_code(std::string_view language) { return uloc_getISO3Language(std::string{language}.c_str()); }

}  // namespace resumec::unicode

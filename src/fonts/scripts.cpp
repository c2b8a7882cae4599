#include "fonts/scripts.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>

namespace resumec::fonts {

namespace {

/// Ideographic punctuation and full-width forms, which Unicode counts as common to all scripts.
bool is_east_asian_sign(char32_t c) { return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF); }

struct ScriptPackage {
  std::string_view script, package;
};

// Large families that few need: copied by hand into a `fonts/` folder.
constexpr std::array<ScriptPackage, 16> packages{{
    {"Armn", "fonts-noto-core"},
    {"Beng", "fonts-noto-core"},
    {"Bopo", "fonts-noto-cjk"},
    {"Ethi", "fonts-noto-core"},
    {"Geor", "fonts-noto-core"},
    {"Gujr", "fonts-noto-core"},
    {"Guru", "fonts-noto-core"},
    {"Hang", "fonts-noto-cjk"},
    {"Hani", "fonts-noto-cjk"},
    {"Khmr", "fonts-noto-core"},
    {"Knda", "fonts-noto-core"},
    {"Laoo", "fonts-noto-core"},
    {"Mlym", "fonts-noto-core"},
    {"Sinh", "fonts-noto-core"},
    {"Taml", "fonts-noto-core"},
    {"Telu", "fonts-noto-core"},
}};

}  // namespace

bool serves(std::string_view script, char32_t code_point) {
  if (script == "Jpan")
    return unicode::has_script(code_point, "Hani") || unicode::has_script(code_point, "Hira") || unicode::has_script(code_point, "Kana") ||
           is_east_asian_sign(code_point);
  return unicode::has_script(code_point, script);
}

std::string_view package_for(char32_t code_point) {
  auto const script = unicode::script_of(code_point);
  auto const* const found =
      std::find_if(packages.begin(), packages.end(), [&](ScriptPackage const& known) { return known.script == script; });
  return found == packages.end() ? std::string_view{} : found->package;
}

}  // namespace resumec::fonts

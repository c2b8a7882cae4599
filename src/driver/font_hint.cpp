#include "driver/font_hint.hpp"

#include "base/ascii.hpp"

#include <fmt/format.h>

namespace resumec::driver {
namespace {

/// Families that other programs offer, and the role that is of their kind here.
struct FamiliarFont {
  std::string_view family, role;
};
constexpr FamiliarFont familiar_fonts[] = {
    {"arial", "sans"},    {"helvetica", "sans"},   {"helvetica neue", "sans"}, {"calibri", "sans"},          {"verdana", "sans"},
    {"tahoma", "sans"},   {"segoe ui", "sans"},    {"roboto", "sans"},         {"open sans", "sans"},        {"lato", "sans"},
    {"aptos", "sans"},    {"sans-serif", "sans"},  {"times", "serif"},         {"times new roman", "serif"}, {"georgia", "serif"},
    {"cambria", "serif"}, {"garamond", "serif"},   {"palatino", "serif"},      {"book antiqua", "serif"},    {"computer modern", "serif"},
    {"courier", "mono"},  {"courier new", "mono"}, {"consolas", "mono"},       {"monospace", "mono"},
};

}  // namespace

std::string font_hint(std::string_view family) {
  std::string const name = base::ascii_lower(family);
  std::string hint;
  for (FamiliarFont const& known : familiar_fonts)
    if (known.family == name) hint = fmt::format("the family of that kind is `{}` here; ", known.role);
  return hint +
         "`resumec fonts` lists the families; fonts that are installed on your machine are not searched: put their files into a `fonts/` "
         "folder beside the source, or say `--font-dir DIR`";
}

}  // namespace resumec::driver

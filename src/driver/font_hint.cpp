#include "driver/font_hint.hpp"

#include "base/ascii.hpp"

#include <fmt/format.h>

namespace resumec::driver {
namespace {

/// Families that other programs offer, and what stands for them here: one of the same widths or of the same model, or a role.
struct FamiliarFont {
  std::string_view family, here;
};
constexpr FamiliarFont familiar_fonts[] = {
    {"arial", "sans"},
    {"helvetica", "sans"},
    {"helvetica neue", "sans"},
    {"calibri", "Carlito"},
    {"verdana", "sans"},
    {"tahoma", "sans"},
    {"segoe ui", "sans"},
    {"open sans", "Noto Sans"},
    {"aptos", "sans"},
    {"sans-serif", "sans"},
    {"times", "TeX Gyre Termes"},
    {"times new roman", "TeX Gyre Termes"},
    {"georgia", "serif"},
    {"cambria", "serif"},
    {"garamond", "EB Garamond"},
    {"palatino", "TeX Gyre Pagella"},
    {"palatino linotype", "TeX Gyre Pagella"},
    {"book antiqua", "TeX Gyre Pagella"},
    {"computer modern", "serif"},
    {"courier", "mono"},
    {"courier new", "mono"},
    {"consolas", "mono"},
    {"monospace", "mono"},
};

}  // namespace

std::string font_hint(std::string_view family) {
  std::string const name = base::ascii_lower(family);
  std::string hint;
  for (FamiliarFont const& known : familiar_fonts)
    if (known.family == name) hint = fmt::format("the family of that kind is `{}` here; ", known.here);
  return hint +
         "`resumec fonts` lists the families; fonts that are installed on your machine are not searched: put their files into a `fonts/` "
         "folder beside the source, or say `--font-dir DIR`";
}

}  // namespace resumec::driver

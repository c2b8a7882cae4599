#include "diag/pages.hpp"
#include "diag/report.hpp"
#include "resumec/render.hpp"

#include <algorithm>

namespace resumec {

std::string_view explain(std::string_view kind) {
  if (!diag::find_kind(kind)) return {};
  for (auto const& page : diag::pages()) {
    if (page.kind == kind) return page.text;
  }
  return {};
}

std::vector<std::string_view> diagnostic_kinds() {
  std::vector<std::string_view> names;
  for (auto const& kind : diag::kind_table) names.push_back(kind.name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace resumec

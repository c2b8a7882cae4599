#include "resumec/render.hpp"

#include "diag/renderers.hpp"

#include <fmt/format.h>

#include <map>
#include <string_view>

namespace resumec {

namespace {

std::string render_one(Diagnostic const& diagnostic, diag::Places& places, RenderOptions const& options) {
  switch (options.format) {
    case DiagnosticFormat::Human:
      return diag::render_human(diagnostic, places, options);
    case DiagnosticFormat::Short:
      return diag::render_short(diagnostic, places);
    case DiagnosticFormat::Json:
      return diag::render_json(diagnostic, places);
    case DiagnosticFormat::Github:
      break;
  }
  return diag::render_github(diagnostic, places);
}

/// Of one kind, besides in JSON: who has twenty to repair need not see the other thousands.
constexpr std::size_t most_of_a_kind = 20;

}  // namespace

std::string render(Diagnostics const& diagnostics, World const& world, RenderOptions const& options) {
  diag::Places places{world};
  std::string result;
  std::map<std::string_view, std::size_t> total, shown;
  for (auto const& diagnostic : diagnostics) ++total[diagnostic.kind];
  bool const all = options.format == DiagnosticFormat::Json;
  for (auto const& diagnostic : diagnostics) {
    auto const number = ++shown[diagnostic.kind];
    if (all || number <= most_of_a_kind) result += render_one(diagnostic, places, options);
    auto const more = total[diagnostic.kind] - most_of_a_kind;
    if (!all && number == most_of_a_kind + 1)
      result +=
          render_one({diagnostic.kind, Severity::Note, fmt::format("and {} more of this kind", more), {}, {}, {}, {}, {}}, places, options);
  }
  return result;
}

}  // namespace resumec

#include "resumec/render.hpp"

#include "diag/renderers.hpp"

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

}  // namespace

std::string render(Diagnostics const& diagnostics, World const& world, RenderOptions const& options) {
  diag::Places places{world};
  std::string result;
  for (auto const& diagnostic : diagnostics) result += render_one(diagnostic, places, options);
  return result;
}

}  // namespace resumec

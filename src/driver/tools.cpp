#include "resumec/tools.hpp"

#include "diag/report.hpp"
#include "driver/input_digest.hpp"
#include "driver/passes.hpp"
#include "export/json_resume.hpp"
#include "fonts/font_digest.hpp"
#include "fonts/library.hpp"
#include "model/lower.hpp"
#include "resumec/version.hpp"
#include "style/layout_file.hpp"

#include <fmt/format.h>

namespace resumec {

std::vector<std::string_view> layout_names() { return style::builtin_layouts(); }

Outcome<std::string> describe_layout(World& world, std::string_view name) {
  Outcome<std::string> outcome;
  if (auto const layout = style::load_layout(name, Span{}, world, outcome.diagnostics)) outcome.value = style::describe(*layout);
  return outcome;
}

Outcome<std::vector<FontListing>> list_fonts(World& world) {
  Outcome<std::vector<FontListing>> outcome;
  auto const library = fonts::Library::load(world, outcome.diagnostics);
  library->check(outcome.diagnostics);
  std::vector<FontListing> listings;
  for (auto const& face : library->list()) {
    listings.push_back({face.family, face.role, face.file, face.licence, face.package, face.weight, face.slope == fonts::Slope::Italic,
                        face.present, face.other_digest, face.x_height, face.features});
  }
  outcome.value = std::move(listings);
  return outcome;
}

std::string fingerprint(World& world) {
  auto const fonts = fonts::FontDigests{}.of(world);
  return fmt::format("{:08x}-{:02x}{:02x}{:02x}{:02x}", driver::program_fingerprint(), fonts[0], fonts[1], fonts[2], fonts[3]);
}

Outcome<std::string> json_resume(Engine& engine, World& world, SourceId source, CompileOptions const& options) {
  Outcome<std::string> outcome;
  driver::Passes passes{engine, world, source, options};
  if (passes.run(Stage::Selection)) outcome.value = exporting::json_resume(passes.selection.resume);
  outcome.diagnostics = std::move(passes.diagnostics);
  outcome.diagnostics.sort();
  return outcome;
}

std::string source_schema() { return model::json_schema(); }
std::string layout_schema() { return style::relax_ng(); }
std::string field_reference() { return model::reference_page(); }

}  // namespace resumec

// `resumec import`: read and import as for a build, then write the native tree down.
#include "resumec/import.hpp"

#include "diag/report.hpp"
#include "driver/read_source.hpp"
#include "importers/arrange.hpp"
#include "importers/report.hpp"
#include "model/yaml_words.hpp"
#include "source/decode.hpp"
#include "syntax/yaml_write.hpp"

#include <fmt/format.h>

#include <utility>

namespace resumec {

Outcome<ImportedSource> import_source(World& world, SourceId source, CompileOptions const& options) {
  Outcome<ImportedSource> outcome;
  auto& diagnostics = outcome.diagnostics;
  auto const name = world.name(source);
  if (!source::check_text(source, name, world.text(source), diagnostics)) return outcome;
  auto reading = driver::read_source(source, world.text(source), options.from);
  diagnostics.append(reading.diagnostics);
  if (reading.format == SourceFormat::Native) {
    diag::report<diag::Kind::NativeAlready>(diagnostics, Span{}, name)
        .hint(fmt::format("`resumec build {0}` builds it, `resumec fmt {0}` gives its fields their usual names", name))
        .hint("`--from` names the format, if it is one of another program");
    return outcome;
  }
  if (options.strictness == Strictness::Strict) {
    for (auto& finding : diagnostics)
      if (finding.severity == Severity::Warning) finding.severity = Severity::Error;
  }
  if (diagnostics.has_errors()) return outcome;

  ImportedSource imported;
  imported.format = reading.format;
  imported.leaves = importers::report_leaves(reading.foreign, reading.tree, reading.ignored);
  importers::arrange(reading.tree);
  syntax::YamlStyle style;
  style.words = model::yaml_words();
  style.parted = {"sections"};
  imported.yaml = fmt::format("# Made from a file of {} by `resumec import`.\n{}", info(reading.format).name,
                              syntax::write_yaml(reading.tree, style));
  outcome.value = std::move(imported);
  return outcome;
}

}  // namespace resumec

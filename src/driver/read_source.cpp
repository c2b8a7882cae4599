#include "driver/read_source.hpp"

#include "diag/report.hpp"
#include "importers/importer.hpp"
#include "model/yaml_words.hpp"
#include "syntax/json.hpp"
#include "syntax/yaml.hpp"

namespace resumec::driver {

namespace {

/// What is known of the words in a YAML file.
syntax::YamlWords words_of(SourceFormat format) {
  if (format == SourceFormat::Native) return model::yaml_words();
  syntax::YamlWords words;
  words.folds_lists = format == SourceFormat::RenderCv;
  return words;
}

/// A key that stands twice is an error of a native file alone: an importer keeps what both say.
void soften_duplicates(Diagnostics& diagnostics) {
  for (auto& finding : diagnostics)
    if (finding.kind == diag::info(diag::Kind::DuplicateKey).name) finding.severity = Severity::Warning;
}

}  // namespace

Reading read_source(SourceId source, std::string_view text, std::optional<SourceFormat> from) {
  Reading reading;
  bool const markdown = from ? *from == SourceFormat::Markdown : importers::syntax_of(text) == importers::Syntax::Markdown;
  if (markdown) {
    importers::Imported imported = importers::import_markdown(source, text, reading.diagnostics);
    reading.format = SourceFormat::Markdown;
    reading.tree = std::move(imported.tree);
    reading.ignored = std::move(imported.ignored);
    reading.foreign = importers::markdown_tree(source, text);
    return reading;
  }
  syntax::Node root;
  if (importers::syntax_of(text) == importers::Syntax::Json)
    root = syntax::read_json(source, text, reading.diagnostics);
  else
    root = syntax::read_yaml(source, text, reading.diagnostics, words_of(from.value_or(importers::guess_yaml_format(text))));
  reading.format = from.value_or(importers::format_of(root));
  importers::Imported imported;
  if (reading.format != SourceFormat::Native) soften_duplicates(reading.diagnostics);
  switch (reading.format) {
    case SourceFormat::RenderCv:
      imported = importers::import_rendercv(root, text, reading.diagnostics);
      break;
    case SourceFormat::ReactiveResume:
      imported = importers::import_reactive_resume(root, reading.diagnostics);
      break;
    case SourceFormat::Fresh:
      imported = importers::import_fresh(root, reading.diagnostics);
      break;
    case SourceFormat::JsonResume:
      imported = importers::import_json_resume(root, reading.diagnostics);
      break;
    default:
      reading.tree = std::move(root);
      return reading;
  }
  reading.tree = std::move(imported.tree);
  reading.ignored = std::move(imported.ignored);
  reading.foreign = std::move(root);
  return reading;
}

}  // namespace resumec::driver

#include "driver/read_source.hpp"

#include "diag/report.hpp"
#include "importers/importer.hpp"
#include "model/yaml_words.hpp"
#include "syntax/bibtex.hpp"
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

/// How a file of a format is written; YAML and JSON are told by the text.
importers::Syntax syntax_of(std::string_view text, std::optional<SourceFormat> from) {
  if (from == SourceFormat::Markdown) return importers::Syntax::Markdown;
  if (from == SourceFormat::Bibtex) return importers::Syntax::Bibtex;
  auto const syntax = importers::syntax_of(text);
  bool const is_tree = syntax == importers::Syntax::Yaml || syntax == importers::Syntax::Json;
  return from && !is_tree ? importers::Syntax::Yaml : syntax;
}

syntax::Node read_tree(SourceId source, std::string_view text, importers::Syntax syntax, std::optional<SourceFormat> from,
                       Diagnostics& diagnostics) {
  switch (syntax) {
    case importers::Syntax::Markdown:
      return {};  // its importer reads the text
    case importers::Syntax::Bibtex:
      return syntax::read_bibtex(source, text, diagnostics);
    case importers::Syntax::Json:
      return syntax::read_json(source, text, diagnostics);
    case importers::Syntax::Yaml:
      break;
  }
  return syntax::read_yaml(source, text, diagnostics, words_of(from.value_or(importers::guess_yaml_format(text))));
}

importers::Imported import(SourceFormat format, syntax::Node const& root, SourceId source, std::string_view text,
                           Diagnostics& diagnostics) {
  switch (format) {
    case SourceFormat::Native:
      break;
    case SourceFormat::RenderCv:
      return importers::import_rendercv(root, text, diagnostics);
    case SourceFormat::JsonResume:
      return importers::import_json_resume(root, diagnostics);
    case SourceFormat::YamlResume:
      return importers::import_yaml_resume(root, diagnostics);
    case SourceFormat::Markdown:
      return importers::import_markdown(source, text, diagnostics);
    case SourceFormat::Bibtex:
      return importers::import_bibtex(root, diagnostics);
    case SourceFormat::CslJson:
      return importers::import_csl_json(root, diagnostics);
    case SourceFormat::Fresh:
      return importers::import_fresh(root, diagnostics);
    case SourceFormat::ReactiveResume:
      return importers::import_reactive_resume(root, diagnostics);
  }
  return {};
}

}  // namespace

Reading read_source(SourceId source, std::string_view text, std::optional<SourceFormat> from, Keep keep) {
  Reading reading;
  auto const syntax = syntax_of(text, from);
  syntax::Node root = read_tree(source, text, syntax, from, reading.diagnostics);
  reading.format = from                                    ? *from
                   : syntax == importers::Syntax::Markdown ? SourceFormat::Markdown
                   : syntax == importers::Syntax::Bibtex   ? SourceFormat::Bibtex
                                                           : importers::format_of(root);
  if (reading.format == SourceFormat::Native) {
    reading.tree = std::move(root);
    return reading;
  }
  soften_duplicates(reading.diagnostics);
  auto imported = import(reading.format, root, source, text, reading.diagnostics);
  reading.tree = std::move(imported.tree);
  reading.ignored = std::move(imported.ignored);
  if (keep == Keep::ForeignToo)
    reading.foreign = reading.format == SourceFormat::Markdown ? importers::markdown_tree(source, text) : std::move(root);
  return reading;
}

}  // namespace resumec::driver

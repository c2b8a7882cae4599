#include "driver/read_source.hpp"

#include "importers/importer.hpp"
#include "model/yaml_words.hpp"
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

}  // namespace

Reading read_source(SourceId source, std::string_view text, std::optional<SourceFormat> from) {
  Reading reading;
  auto const guess = from.value_or(importers::guess_yaml_format(text));
  syntax::Node root = syntax::read_yaml(source, text, reading.diagnostics, words_of(guess));
  reading.format = from.value_or(importers::format_of(root));
  importers::Imported imported;
  switch (reading.format) {
    case SourceFormat::RenderCv:
      imported = importers::import_rendercv(root, text, reading.diagnostics);
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

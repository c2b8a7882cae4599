#include "driver/read_source.hpp"

#include "importers/importer.hpp"
#include "model/yaml_words.hpp"
#include "syntax/yaml.hpp"

namespace resumec::driver {

Reading read_source(SourceId source, std::string_view text, std::optional<SourceFormat> from) {
  Reading reading;
  syntax::Node root = syntax::read_yaml(source, text, reading.diagnostics, model::yaml_words());
  reading.format = from.value_or(importers::format_of(root));
  switch (reading.format) {
    case SourceFormat::RenderCv:
      reading.tree = importers::import_rendercv(root, reading.diagnostics).tree;
      break;
    default:
      reading.tree = std::move(root);
      break;
  }
  return reading;
}

}  // namespace resumec::driver

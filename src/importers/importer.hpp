// A foreign file → the same résumé in the native format, as a tree whose every value keeps its place in the foreign file. Lowering,
// variants, settings and diagnostics then work as if the file were native, and `resumec import` has only to write the tree down.
//
// No leaf of a source vanishes: it is in the native tree under a field of the format, or under an `x-` key, or it is among what was
// ignored, which holds only settings of the other program's own design.
#pragma once

#include "resumec/diagnostics.hpp"
#include "resumec/source.hpp"
#include "resumec/source_formats.hpp"
#include "syntax/node.hpp"

#include <string_view>
#include <vector>

namespace resumec::importers {

struct Imported {
  syntax::Node tree;          ///< native
  std::vector<Span> ignored;  ///< values of the source that are no content: design, fonts, program settings
};

/// How a source is written.
enum class Syntax : std::uint8_t { Yaml, Json, Markdown, Bibtex };

/// By the text alone, never by its name.
Syntax syntax_of(std::string_view text);
/// Of a YAML text, by the keys at the beginning of its lines: before it is read, to know its habits.
SourceFormat guess_yaml_format(std::string_view text);
/// Of a tree that was read from YAML or JSON: by its keys.
SourceFormat format_of(syntax::Node const& root);
/// A file of that format is whole without the name of a person.
bool may_be_nameless(SourceFormat format);

/// Where the name belongs in a file that has none.
std::string_view name_hint(SourceFormat format);

// One function a format. What is wrong in the source is a warning: the value is kept, under an `x-` key where nothing else takes it.
/// `text`: of the source, whose line ends say what is a list in a text.
Imported import_rendercv(syntax::Node const& root, std::string_view text, Diagnostics& diagnostics);
Imported import_json_resume(syntax::Node const& root, Diagnostics& diagnostics);
/// `records`: of `syntax::read_bibtex`.
Imported import_bibtex(syntax::Node const& records, Diagnostics& diagnostics);
Imported import_csl_json(syntax::Node const& root, Diagnostics& diagnostics);

Imported import_reactive_resume(syntax::Node const& root, Diagnostics& diagnostics);
Imported import_fresh(syntax::Node const& root, Diagnostics& diagnostics);
Imported import_yaml_resume(syntax::Node const& root, Diagnostics& diagnostics);
/// The texts of a Markdown file as a tree, to compare an import with.
syntax::Node markdown_tree(SourceId source, std::string_view text);
/// Its texts are not read yet: they stand in the tree as Markdown.
Imported import_markdown(SourceId source, std::string_view text, Diagnostics& diagnostics);

}  // namespace resumec::importers

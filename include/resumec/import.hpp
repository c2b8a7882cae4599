// Rewriting sources: files of other programs into the native format, and native files into their usual form.
#pragma once

#include "resumec/compile.hpp"
#include "resumec/outcome.hpp"
#include "resumec/source_formats.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec {

/// What became of one value of a foreign file.
enum class LeafFate : std::uint8_t {
  Mapped,      ///< the same text under the same key
  Alias,       ///< the same text under another key
  Normalised,  ///< another text: split, joined or spelt anew
  Extra,       ///< kept under a key that begins with `x-`, and not printed
  Ignored,     ///< a setting of the other program's own design
  Lost,        ///< nowhere: a defect of the program
};
inline constexpr std::size_t fate_count = 6;
/// `mapped`, `alias` …, in the order of the enumerators.
std::string_view name_of(LeafFate fate);

/// One text of a foreign file: everything that is neither empty nor a list or map.
struct ImportedLeaf {
  std::string path;  ///< in the foreign file: `cv.sections.experience.1.company`; items are counted from 1
  std::string to;    ///< in the native one; of several places, the first; empty if there is none
  Span span;         ///< in the foreign file
  LeafFate fate = LeafFate::Lost;
};

struct ImportedSource {
  SourceFormat format = SourceFormat::Native;
  std::string yaml;                  ///< a native source that builds to the same words
  std::vector<ImportedLeaf> leaves;  ///< in the order of the foreign file
};

/// A file of another program as a native source (`resumec import`), with a report of every value. No value if the file cannot be read, or
/// is native already. `options`: the format, if it is not to be told by the content, and the strictness.
Outcome<ImportedSource> import_source(World& world, SourceId source, CompileOptions const& options = {});

enum class ReportForm : std::uint8_t { Summary, Values, Json };
/// What became of the values: a line with how many had which fate; with `Values`, a line for each of them above it; or one JSON object on a
/// line. `source` is what was imported.
std::string import_report(ImportedSource const& imported, World const& world, SourceId source, ReportForm form);

/// A native source in its usual form (`resumec fmt`): the format's own names for fields, two blanks a level, texts and comments as they
/// were. No value if the source has errors, is not native, or uses what would be lost.
Outcome<std::string> format_source(Engine& engine, World& world, SourceId source);

/// The version of the format that a native source is written for. No value if it has errors, is written for a newer version, or is not
/// native.
Outcome<int> source_version(World& world, SourceId source);

}  // namespace resumec

// One source, many files: the formats there are, the plan that a source's `outputs:` makes, and one output of it. Nothing here touches
// a disk: whoever has one hands in what stands at an output's place and writes what comes out.
#pragma once

#include "resumec/compile.hpp"
#include "resumec/outcome.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec {

enum class OutputFormat : std::uint8_t { Pdf, Text, Latex };

/// What `--to` and `format:` call a format, and how its files end.
struct FormatInfo {
  OutputFormat format;
  std::string_view name, ending;
};

/// Every format, in the order of the enumerators.
inline constexpr FormatInfo output_formats[] = {
    {OutputFormat::Pdf, "pdf", ".pdf"},
    {OutputFormat::Text, "text", ".txt"},
    {OutputFormat::Latex, "latex", ".tex"},
};

constexpr FormatInfo const& info(OutputFormat format) { return output_formats[static_cast<std::size_t>(format)]; }

/// One file to make.
struct PlannedOutput {
  std::string file;  ///< below the folder of the outputs, with `/` between its parts; never leads out of it
  OutputFormat format = OutputFormat::Pdf;
  CompileOptions options;
  Span span;  ///< of the entry of `outputs:` that asks for it; detached where none does
};

/// Everything that the source asks for: each entry of `outputs:` by its variants, layouts, languages and formats; without `outputs:` the
/// full document and every variant as PDF. `options` is what all of them have in common, `stem` the source's file name without its
/// ending. File names that leave the folder or that two outputs share are errors at the entry.
Outcome<std::vector<PlannedOutput>> plan_outputs(Engine& engine, World& world, SourceId source, CompileOptions const& options,
                                                 std::string_view stem);

/// An output in memory.
struct Output {
  bool current = false;  ///< what stands there is what would come out: `bytes` is empty
  std::string bytes;
  std::size_t page_count = 0;
  PageSize page_size;                   ///< of the first page
  std::vector<std::string> font_names;  ///< of the faces in use, unless it is `current`
};

/// Makes one output. `existing` is what stands at its place: where it says that it was made from the same inputs by the same program, it
/// is not laid out again, and nothing is made.
Outcome<Output> make_output(Engine& engine, World& world, SourceId source, PlannedOutput const& planned, std::string_view existing = {});

/// How an existing output differs from what this program makes of this source. The first that holds.
enum class Staleness : std::uint8_t {
  Edited,    ///< it is not as resumec wrote it, or not an output at all
  Program,   ///< made by another version of the program or its libraries
  Fonts,     ///< made with other fonts
  Contents,  ///< made from another source, layout or options
};
/// Why `existing`, which is not what `make_output` gives, is out of date.
Staleness why_stale(World& world, OutputFormat format, std::string_view existing);

/// True for an error that says that a promised limit does not hold (`max_pages`, the page budget).
bool is_limit(Diagnostic const& diagnostic);

}  // namespace resumec

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

/// What stands at an output's place.
struct Existing {
  std::string_view bytes;
  std::string_view record;  ///< the `Output::record` that was kept beside it; empty where none was
};

/// An output in memory.
struct Output {
  bool current = false;  ///< what stands there is what would come out: `bytes` is empty
  std::string bytes;
  std::string record;  ///< to be kept beside the output, where there is a place for it: then the next call need not even read the source
  std::size_t page_count = 0;
  std::size_t left_out = 0;             ///< items that fitting to pages left out, unless it is `current`
  PageSize page_size;                   ///< of the first page
  std::vector<std::string> font_names;  ///< of the faces in use, unless it is `current`
};

/// Makes one output. Where what stands at its place says that it was made from the same inputs by the same program, it is not laid out
/// again, and nothing is made.
Outcome<Output> make_output(Engine& engine, World& world, SourceId source, PlannedOutput const& planned, Existing const& existing = {});

/// How an old output differs from a new one, by what both say of themselves. Where `edited` or `program` holds, nothing more is known.
struct Difference {
  bool edited = false;    ///< the old one is not as resumec wrote it, or not an output at all
  bool program = false;   ///< made by another version of the program or its libraries
  bool fonts = false;     ///< made with other fonts
  bool contents = false;  ///< made from another source, layout or options; or, in a format that says nothing of itself, from anything else
  std::vector<std::string> libraries;   ///< with `program`: those that the old one was made with and the new one was not, where it tells
  std::vector<std::string> font_names;  ///< of the faces that are others, where the format tells
};
Difference difference(OutputFormat format, std::string_view old, std::string_view made);

/// True for an output of a format that people edit, which says that resumec made it and has other lines than it wrote.
bool is_edited(OutputFormat format, std::string_view existing);

/// True for an error that says that a promised limit does not hold (`max_pages`, the page budget).
bool is_limit(Diagnostic const& diagnostic);

}  // namespace resumec

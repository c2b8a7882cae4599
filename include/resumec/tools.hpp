// What surrounds compiling: looking into the stages, listing what there is, schemas.
#pragma once

#include "resumec/compile.hpp"
#include "resumec/outcome.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec {

enum class Stage : std::uint8_t { Syntax, Model, Selection, Style, Flow, Lines, Display, Text, Overlay };

/// `syntax`, `model`, …; nothing for another word.
std::optional<Stage> stage_named(std::string_view name);
std::vector<std::string_view> stage_names();

/// The value of a stage in its stable notation (`resumec dump`).
Outcome<std::string> dump(Engine& engine, World& world, SourceId source, Stage stage, CompileOptions const& options = {});

/// The names under `variants:`, in the source's order; none where there are none. Findings are those of reading the source.
Outcome<std::vector<std::string>> variant_names(World& world, SourceId source);
/// Every item of the source with whether it is in `options.variant`, and why: one line an item (`--explain variants`).
Outcome<std::string> explain_variant(Engine& engine, World& world, SourceId source, CompileOptions const& options = {});
/// How full each page is, where it ends, why there, and what that costs (`--explain layout`).
Outcome<std::string> explain_layout(Engine& engine, World& world, SourceId source, CompileOptions const& options = {});
/// Two variants item by item, with the reason for each item in or out (`resumec diff`); an empty name is the full document. The variant of
/// `options` is not used.
Outcome<std::string> diff_variants(Engine& engine, World& world, SourceId source, std::string_view first, std::string_view second,
                                   CompileOptions const& options = {});

/// What is shown, as a file of JSON Resume. Every text is in it, in a field of one's own where the schema has none.
Outcome<std::string> json_resume(Engine& engine, World& world, SourceId source, CompileOptions const& options = {});

enum class FitFormat : std::uint8_t { Text, Json };
/// What fitting to pages decided, what it left out and at which price, and what more room or fewer words would show (`--explain fit`). The
/// document is not laid out.
Outcome<std::string> explain_fit(Engine& engine, World& world, SourceId source, FitFormat format, CompileOptions const& options = {});

/// The program's own layouts, sorted; and one layout's options with types, defaults, ranges and help.
std::vector<std::string_view> layout_names();
Outcome<std::string> describe_layout(World& world, std::string_view name);

/// One face of the catalogue or of the user's fonts.
struct FontListing {
  std::string family, role, file, licence, package;
  int weight = 400;
  bool italic = false;
  bool present = false;       ///< installed with the program
  bool other_digest = false;  ///< its bytes are not those of the catalogue
  int x_height = 0;           ///< of the family, thousandths of an em; 0 where it is not known
  std::string features;       ///< OpenType features of every face of the family, separated by blanks
};
Outcome<std::vector<FontListing>> list_fonts(World& world);
/// Changes whenever the program, a library it links or a font it uses changes: eight hexadecimal digits of the program and its libraries,
/// and after a hyphen eight of the fonts.
std::string fingerprint(World& world);

/// JSON Schema of native sources, RELAX NG schema of layout files, the reference of native fields in Markdown.
std::string source_schema();
std::string layout_schema();
std::string field_reference();

}  // namespace resumec

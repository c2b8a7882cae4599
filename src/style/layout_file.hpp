// The layout language (layouts.md): an XML file → options, styles, pages, templates, placement. A layout is data, never
// code. In: the file's bytes through `World`. Out: a `Layout` that `resolve` turns, with the résumé's own options, into
// styles and metrics. Every mistake is located in the file that made it.
#pragma once

#include "base/color.hpp"
#include "base/length.hpp"
#include "resumec/diagnostics.hpp"
#include "resumec/world.hpp"
#include "style/style.hpp"
#include "syntax/node.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::style {

struct Layout;  // defined in style/layout.hpp

/// The text of the layout `name`: a file if it ends in `.xml`, else one of the program's own. `asked_at` is where the résumé (or nothing)
/// names it. Nothing after errors.
std::optional<SourceId> find_layout(std::string_view name, Span asked_at, World& world, Diagnostics& diagnostics);
/// Null after errors. Depends on the text and its id alone.
std::shared_ptr<Layout const> read_layout(SourceId source, World const& world, Diagnostics& diagnostics);
/// Both.
std::shared_ptr<Layout const> load_layout(std::string_view name, Span asked_at, World& world, Diagnostics& diagnostics);

/// Names of the program's own layouts, sorted, for did-you-mean and `resumec layouts`.
std::vector<std::string_view> builtin_layouts();

/// `resumec layouts show NAME`: options with types, defaults, ranges and help.
std::string describe(Layout const& layout);

/// RELAX NG schema (XML syntax) of the layout language, from the same table that the reader uses: `resumec schema --layout`.
std::string relax_ng();

}  // namespace resumec::style

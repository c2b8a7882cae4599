// Diagnostics → text. The only place where a span becomes a line and a column.
#pragma once

#include "resumec/diagnostics.hpp"
#include "resumec/world.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace resumec {

enum class DiagnosticFormat : std::uint8_t {
  Human,   ///< source line, caret frame, labels, hints, fix-its
  Short,   ///< `file:line:col: error: … [kind]`
  Json,    ///< one JSON object a line
  Github,  ///< workflow commands: `::error file=…,line=…::…`
};

struct RenderOptions {
  DiagnosticFormat format = DiagnosticFormat::Human;
  bool color = false;   ///< ANSI colours (human)
  bool unicode = true;  ///< box-drawing characters; else ASCII (human)
};

/// All of them, in order; of one kind the first 20 and the number of the others, but all in JSON. Ends in a line feed unless empty.
std::string render(Diagnostics const& diagnostics, World const& world, RenderOptions const& options = {});

/// The page of a kind of diagnostic (`resumec explain`): Markdown; empty for an unknown kind.
std::string_view explain(std::string_view kind);
/// Every kind's name, sorted.
std::vector<std::string_view> diagnostic_kinds();

}  // namespace resumec

// Flow document × layout → one self-contained LaTeX file for pdflatex, xelatex and lualatex.
#pragma once

#include "flow/document.hpp"
#include "resumec/diagnostics.hpp"
#include "style/resolve.hpp"

#include <string>
#include <string_view>

namespace resumec::backend::latex {

/// UTF-8, `\n` line ends, no line wider than 100 columns. Characters that not every engine can print are reported.
std::string emit_latex(flow::Document const& document, style::Resolved const& layout, std::string_view producer, Diagnostics& diagnostics);

}  // namespace resumec::backend::latex

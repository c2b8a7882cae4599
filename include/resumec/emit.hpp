// Document → bytes. Emitting decides nothing: what is on the page was settled by `compile`.
#pragma once

#include "resumec/compile.hpp"
#include "resumec/outcome.hpp"

#include <string>

namespace resumec {

struct PdfOptions {
  bool object_streams = true;  ///< false: a classic cross-reference table, for old parsers; larger
};

/// The PDF's bytes. The same document gives the same bytes.
Outcome<std::string> emit_pdf(Document const& document, PdfOptions const& options = {});

/// Plain text, UTF-8, `\n` line ends: the PDF's own words in reading order.
Outcome<std::string> emit_text(Document const& document);

/// One LaTeX file for pdflatex, xelatex and lualatex, UTF-8: the content as calls of macros, one a template of the layout. Warnings name
/// characters that not every engine prints.
Outcome<std::string> emit_latex(Document const& document);

}  // namespace resumec

// Texts with LaTeX markup, as bibliographies have them → text of the native format, every part of which knows its place.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace resumec::syntax {

enum class LatexTo : std::uint8_t {
  Literal,     ///< the letters alone: names, numbers
  Line,        ///< Markdown for `parse_inlines`
  Paragraphs,  ///< Markdown for `parse_blocks`; blank lines part paragraphs
};

/// Accents, signs, fonts, links and `$…$` become what they stand for; braces that protect capitals go. Of an unknown command its arguments
/// are printed, with a warning [unknown-latex]. What Markdown would take for markup is escaped.
MappedText from_latex(MappedText const& text, LatexTo form, Diagnostics& diagnostics);

/// Text that Markdown prints letter for letter.
std::string escape_markdown(std::string_view text);

// ---- latex_tables.cpp

/// The combining mark (U+03xx) of an accent's command, or 0: `'`, `"`, `v`.
char32_t latex_accent(std::string_view command);
/// What a command without arguments stands for; empty if it is not known.
std::string_view latex_sign(std::string_view command);

/// What is done with the arguments of a command.
enum class LatexCommand : std::uint8_t {
  Unknown,
  Strong,
  Emphasis,
  SmallCaps,
  Underline,
  Strike,
  Superscript,
  Subscript,
  Code,  ///< of the one argument
  Quotes,
  InnerQuotes,
  Parentheses,
  Plain,        ///< the argument as it is
  Silent,       ///< the argument is not printed
  Second,       ///< the second of two arguments is printed
  Link,         ///< `\href{address}{text}`
  Address,      ///< `\url{address}`
  Environment,  ///< `\begin{name}`
  Switch,       ///< stands alone and prints nothing
  Blank,        ///< stands alone for a blank
  Break,        ///< ends a paragraph
};
LatexCommand latex_command(std::string_view command);
/// Of `\bf` and the like, which hold to the end of their group: what they do with it.
LatexCommand latex_declaration(std::string_view command);

}  // namespace resumec::syntax

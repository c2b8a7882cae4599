// BibTeX and BibLaTeX → data tree. What stands between entries is no content, as in those programs.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <cstddef>
#include <string_view>

namespace resumec::syntax {

/// Keys of the two members of a record that are no fields: what it is (`article`), and the name by which it is cited.
inline constexpr std::string_view bib_type = "@type";
inline constexpr std::string_view bib_key = "@key";

struct BibtexLimits {
  std::size_t records = 100'000;
  std::size_t expansion = 1'000'000;  ///< bytes that macros stand for
};

/// Reads a whole source into a list of maps, one a record: `bib_type`, `bib_key` if there is one, then the fields in order, their names in
/// lower case. Values are the text that BibTeX would hand to LaTeX, without delimiters, with `#` carried out and macros replaced; names
/// of months stay names. Always returns a list; what is wrong is a warning, and reading goes on with the next field or record.
Node read_bibtex(SourceId source, std::string_view text, Diagnostics& diagnostics, BibtexLimits const& limits = {});

}  // namespace resumec::syntax

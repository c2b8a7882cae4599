// What sorts of publications there are, in the words of the native format, of BibTeX, BibLaTeX and CSL.
#pragma once

#include <string_view>

namespace resumec::importers {

/// `article`, `paper`, `book`, `chapter`, `thesis`, `report` … for the word of any of these formats; an unknown word is its own type.
std::string_view record_type(std::string_view word);

}  // namespace resumec::importers

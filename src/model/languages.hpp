// The language of a document or of a part of it, as it is given by a tag.
#pragma once

#include "resumec/diagnostics.hpp"

#include <string_view>

namespace resumec::model {

/// True for the form of a BCP 47 tag: `en`, `en-GB`.
bool is_language_tag(std::string_view word);
/// Reports a word that is no tag; a language's name gives a hint.
void report_no_language_tag(std::string_view word, Span span, Diagnostics& diagnostics);
/// Reports the language of a document if it is no tag, or one of a language without words for dates and titles.
void check_language(std::string_view lang, Span span, Diagnostics& diagnostics);

}  // namespace resumec::model

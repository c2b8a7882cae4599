// What stands before the content: settings, fonts, languages, characters, machinery.
#pragma once

#include "backend/latex/content.hpp"
#include "backend/latex/escape.hpp"
#include "backend/latex/source.hpp"
#include "flow/document.hpp"
#include "style/resolve.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace resumec::backend::latex {

struct PreambleParts {
  flow::Document const& document;
  style::Resolved const& layout;
  Escaper& escaper;
  ContentNeeds const& content;
  std::string foot_first, foot_later, head_first, head_later;  ///< finished TeX, or empty
  std::string_view producer;
  std::optional<base::Length> rule;  ///< how thick the layout's rules are, if it has any
};

/// Header, class, settings, packages; the machinery goes below it.
void write_preamble(PreambleParts const& parts, Source& out);
/// Declarations of the characters in use that need one.
void write_characters(CharacterNeeds const& needs, Source& out);

/// The TeX that is the same for every résumé: machinery.tex; and characters.tex, for those that need more than the text font.
std::string_view machinery_tex();
std::string_view characters_tex();

}  // namespace resumec::backend::latex

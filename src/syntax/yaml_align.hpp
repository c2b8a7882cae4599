// Where a scalar ends and where each of its characters stood. yaml-cpp gives a scalar's value and its start mark only;
// walking value and source in step recovers the rest, without knowing the context.
#pragma once

#include "syntax/yaml_patch.hpp"

namespace resumec::syntax {

struct Alignment {
  ScalarStyle style = ScalarStyle::Plain;
  std::size_t end = 0;  ///< of the whole scalar in the patched text, closing quote included
  MappedText text;
};

/// `begin`: the scalar's first character (quote, block header or text) in the patched text. Where value and source do
/// not agree the rest of the value maps to the rest of its line: spans grow coarse, never wrong in kind.
Alignment align_scalar(PatchedText const& patched, std::size_t begin, std::string_view value);

/// A plain scalar that stands at `place` and that nothing was edited in: its lines, folded.
MappedText plain_scalar(std::string_view source, Span place);

}  // namespace resumec::syntax

// What each engine can do with a character: the one table behind escaping. pdflatex sees fonts of 256 characters, so it needs
// encodings, accents and mathematics; xelatex and lualatex take every character that one of their fonts has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace resumec::backend::latex {

enum class CharacterKind : std::uint8_t {
  Ascii,
  Text,         ///< in the text fonts of all three engines, written as it is
  Written,      ///< written as the TeX in `tex`
  Declared,     ///< written as it is; the preamble declares `tex` for engines and fonts that lack it
  Script,       ///< a letter of another script: `\resumescript{tex}{…}` around its run
  Joining,      ///< belongs to the run before it: combining marks
  Ignored,      ///< prints nothing anywhere: bidi controls, variation selectors
  Unprintable,  ///< no font has it: controls, private use, unassigned
};

struct Character {
  CharacterKind kind = CharacterKind::Text;
  std::string tex;
};

Character classify(char32_t character);

/// True for scripts that pdflatex has fonts for: `greek`, `cyrillic`.
bool has_pdftex_encoding(std::string_view script);

/// TeX for letters with an accent that T1 lacks: `\d{s}`; empty where there is none.
std::string accented(char32_t character);
/// TeX for a symbol through mathematics, without the dollars: `\leq`; empty where there is none.
std::string mathematics(char32_t character);
/// The package that `tex` needs beyond LaTeX itself, if any.
std::string_view package_of(std::string_view tex);

}  // namespace resumec::backend::latex

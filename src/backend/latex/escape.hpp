// The one road of user characters into the file. Whatever stands in the résumé, it comes out as text that TeX prints and never obeys:
// groups balance, every special character is escaped, no ligature is made that the text does not ask for.
#pragma once

#include "backend/latex/characters.hpp"
#include "resumec/diagnostics.hpp"
#include "resumec/source.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace resumec::backend::latex {

/// What the preamble must provide for the characters that were written.
struct CharacterNeeds {
  std::map<char32_t, std::string> declared;  ///< with their TeX; empty: none of pdflatex's fonts has it
  std::set<std::string> scripts;             ///< beside the Latin one
  std::set<char32_t> without_pdftex;         ///< letters of scripts that pdflatex has no encoding for
};

class Escaper {
 public:
  explicit Escaper(Diagnostics& diagnostics) : diagnostics_{diagnostics} {}

  enum class Before { Braces, Item };
  /// A new paragraph, argument or list item starts: what stood before does not touch what comes. After an `\item`, a bracket would be
  /// taken for its option.
  void start(Before before = Before::Braces) {
    previous_ = 0;
    before_ = before;
  }
  /// The next piece of running text. Only its plain blanks may become line ends of the file.
  std::string text(std::string_view text, Span span);
  /// Words of the layout between two pieces: blanks at its ends are meant.
  std::string separator(std::string_view words);
  /// An address as an argument of `\href`: what a URL may not hold is percent-encoded.
  static std::string url(std::string_view address);
  /// A value of the PDF's metadata.
  std::string pdf_string(std::string_view text);
  /// The rest of a comment's line.
  static std::string comment(std::string_view text);

  CharacterNeeds const& needs() const { return needs_; }

 private:
  void plain(char c, std::string& out);
  void close_script(std::string& out);
  void replace(char32_t character, Span span, std::string& out);
  void report_engine(char32_t character, Span span);

  Diagnostics& diagnostics_;
  CharacterNeeds needs_;
  std::set<char32_t> reported_;
  std::string script_;     ///< of the run that is open
  std::string blanks_;     ///< that wait: inside the run if it goes on
  char32_t previous_ = 0;  ///< 0 at the start
  Before before_ = Before::Item;
};

}  // namespace resumec::backend::latex

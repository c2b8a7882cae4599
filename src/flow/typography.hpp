// The right characters for a language: quotation marks, apostrophes, dashes, ellipses, primes. Works through a paragraph piece by
// piece, because a quotation may open in one run and close in another. Never used on code and literals.
#pragma once

#include "locale/locale.hpp"

#include <string>
#include <string_view>

namespace resumec::flow {

enum class Wording : std::uint8_t { Typographic, AsWritten };

class Typographer {
 public:
  Typographer(locale::Locale const& locale, Wording wording) : locale_{&locale}, wording_{wording} {}

  /// The next piece of the paragraph.
  std::string apply(std::string_view piece);
  /// A quotation that was never closed ends with its field.
  void start_field() { double_open_ = single_open_ = false; }
  /// A piece that was printed as it stands.
  void pass(std::string_view piece);

 private:
  char32_t previous_ = 0;  ///< last code point of the paragraph so far; 0 at its start
  bool double_open_ = false, single_open_ = false;
  locale::Locale const* locale_;
  Wording wording_;
};

/// True if the text starts with a quotation mark of any language.
bool is_quoted(std::string_view text);

}  // namespace resumec::flow

// Text while it is being read: parts with byte offsets of the decoded text. They become `Inline`s, whose spans lie in
// the source, when a paragraph is complete.
#pragma once

#include "syntax/inline.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::syntax {

/// Nesting of markup; deeper markup becomes plain text. A fixed bound keeps every later recursion safe.
inline constexpr std::size_t span_depth_limit = 24;   ///< CommonMark's spans
inline constexpr std::size_t part_height_limit = 40;  ///< spans of our own around them
inline constexpr std::size_t block_depth_limit = 32;

struct Part {
  InlineKind kind = InlineKind::Text;
  std::size_t begin = 0, end = 0;
  std::string text;
  std::string target;
  std::string lang;
  std::vector<std::string> references;
  bool silent = false;
  std::vector<Part> children;
  std::size_t height = 0;      ///< of the tree below
  char delimiter = '\0';       ///< `^`, `~`, `=` for `~~`, `[`, `]`: text unless its partner is found
  std::size_t attributes = 0;  ///< of a `]`: where `{…}` ends
};
using Parts = std::vector<Part>;

/// Adds plain text, joined to plain text before it.
void append_text(Parts& parts, std::string_view text, std::size_t begin, std::size_t end);

/// What md4c must not see, by byte offset of the text.
enum class SpecialKind : std::uint8_t { Math, Citation, Comment, UnclosedComment, NoBreakSpace, HardBreak, SoftBreak };
struct Special {
  SpecialKind kind;
  std::size_t begin, end;
};

/// The text [begin, end) as md4c gets it, byte for byte in place: specials are blotted out.
struct MaskedText {
  std::string mask;
  std::vector<Special> specials;
};
/// `Join`: one paragraph, line breaks become specials. `Keep`: md4c sees the lines.
enum class Lines : std::uint8_t { Join, Keep };
MaskedText mask_text(std::string_view text, std::size_t begin, std::size_t end, Lines lines);

/// Pairs delimiters: ^sup^, ~sub~, ~~strike~~ and [text]{…}; those without a partner become text.
Parts pair_delimiters(Parts parts, MappedText const& source, Diagnostics& diagnostics);

/// A citation's ids, or nothing if [begin, end) is none.
struct CitationList {
  std::vector<std::string> ids;
  bool silent = false;
};
std::optional<CitationList> read_citation(std::string_view text);

/// `$…$`: TeX symbols as Unicode, super- and subscripts as parts. [begin, end) is the content.
Parts read_tex(MappedText const& source, std::size_t begin, std::size_t end, Diagnostics& diagnostics);

/// Takes `{!1 .tag #id}` off the end of a paragraph.
Attributes take_attributes(Parts& parts, MappedText const& source, Diagnostics& diagnostics);

/// The end of `{…}` at `at` if it can be a span's attributes, else 0.
std::size_t span_attributes_end(std::string_view text, std::size_t at);
/// Wraps children as `[children]{attributes}` says; [begin, end) are the attributes with their braces.
Part wrap_span(Parts children, MappedText const& source, std::size_t begin, std::size_t end, Diagnostics& diagnostics);

/// Drops blanks at both ends and joins neighbouring texts.
void tidy(Parts& parts);
Inlines to_inlines(Parts const& parts, MappedText const& source);

/// The characters an HTML entity stands for; empty if it is not known.
std::string decode_entity(std::string_view entity);
/// The Unicode text of a TeX command's name (without the backslash); empty if it is not known.
std::string_view tex_symbol(std::string_view name);

}  // namespace resumec::syntax

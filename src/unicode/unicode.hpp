// Everything that needs the Unicode character database: ICU and nothing else. Texts are UTF-8; offsets are bytes.
// ASCII takes a short way that never touches ICU's data, because loading it costs start-up time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::unicode {

/// One code point of a text that is valid UTF-8.
struct CodePoint {
  char32_t value;
  std::uint32_t begin, end;  ///< bytes
};
/// Reads the code point at `offset`; malformed bytes give U+FFFD of length 1.
CodePoint decode_at(std::string_view text, std::size_t offset);
/// Appends a code point as UTF-8.
void append(std::string& text, char32_t code_point);
/// The offset of the first byte that is not UTF-8, if any.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);
bool is_ascii(std::string_view text);
/// Number of code points.
std::size_t length(std::string_view text);

/// Normalisation form C; its opposite, D; and KC, by which keys are compared.
std::string to_nfc(std::string_view text);
std::string to_nfd(std::string_view text);
bool is_nfc(std::string_view text);
std::string to_nfkc(std::string_view text);

/// Full upper case by the language's rules (BCP 47): accents stay, but for those that the language drops (Greek). Non-ASCII results are in
/// NFC.
std::string to_upper(std::string_view text, std::string_view lang);
std::string to_lower(std::string_view text, std::string_view lang);
/// A key for comparing names: case, accents, blanks and punctuation folded away.
std::string fold_for_matching(std::string_view text);

/// The name of a language in a language, both by their tags: `de` in `en` is "German".
std::string language_name(std::string_view language, std::string_view in);
/// The code of three letters for a language's tag: "deu" for `de`.
std::string long_language_code(std::string_view language);

/// Grapheme cluster boundaries (UAX #29), 0 and the length included.
std::vector<std::uint32_t> grapheme_boundaries(std::string_view text);

enum class BreakKind : std::uint8_t { Optional, Mandatory };
struct BreakOpportunity {
  std::uint32_t offset;  ///< a line may end before this byte
  BreakKind kind;
};
/// UAX #14 for the language, without the end of the text. The suppression layer of the layout works on these.
/// Keeps what it loaded for each language, so that one object serves all paragraphs. Not for several threads at once.
class LineBreaker {
 public:
  LineBreaker();
  ~LineBreaker();
  LineBreaker(LineBreaker&&) noexcept;
  LineBreaker& operator=(LineBreaker&&) noexcept;

  std::vector<BreakOpportunity> breaks(std::string_view text, std::string_view lang);

 private:
  struct Iterators;
  std::unique_ptr<Iterators> iterators_;
};
/// The same for a single text.
std::vector<BreakOpportunity> line_breaks(std::string_view text, std::string_view lang);

enum class Direction : std::uint8_t { LeftToRight, RightToLeft };
/// The direction in which a language is written, by its tag: its script if it names one.
Direction direction_of(std::string_view lang);
/// Could a text hold anything that does not run from left to right? Cheap, and never false for one that does.
bool may_run_leftwards(std::string_view text);
/// The embedding level of each byte (UAX #9): odd ones run from right to left. The signs of `C++` and `C#` belong to their letters (HL3).
std::vector<std::uint8_t> bidi_levels(std::string_view text, Direction base);
/// Things of a line by their levels, in logical order → their indices from left to right (UAX #9, L2).
std::vector<std::uint32_t> visual_order(std::span<std::uint8_t const> levels);

/// ISO 15924 tag of a code point's script ("Latn", "Grek"); "Zyyy" common, "Zinh" inherited.
std::string_view script_of(char32_t code_point);
/// Is the code point used in a script, perhaps beside others (Script_Extensions)?
bool has_script(char32_t code_point, std::string_view script);
bool is_letter(char32_t code_point);
bool is_space(char32_t code_point);
/// A letter or digit of a script that runs from right to left (bidi classes R, AL and AN).
bool runs_leftwards(char32_t code_point);
/// A pictograph, a skin tone or a variation selector for emoji: what U+200D joins to one picture.
bool is_emoji(char32_t code_point);
/// Default-ignorable code points need no glyph (U+200B, U+2060, variation selectors …).
bool is_default_ignorable(char32_t code_point);
/// Columns that a terminal gives the code point, roughly: 0 for marks and controls, 2 for East Asian wide ones, else 1.
unsigned terminal_columns(char32_t code_point);
/// "LATIN SMALL LETTER A", for messages about missing glyphs.
std::string name_of(char32_t code_point);

}  // namespace resumec::unicode

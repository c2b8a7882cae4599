// Shaping: text + style → glyphs with advances in em. Size-free: the same run serves every font size. Each grapheme is set in
// the first face of the style's chain that has it; the letters of a word stay together in one face where one has them all.
#pragma once

#include "base/ids.hpp"
#include "base/length.hpp"
#include "fonts/library.hpp"
#include "resumec/diagnostics.hpp"
#include "unicode/unicode.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::text {

using base::Em;
using base::FaceId;

/// OpenType features as styles ask for them. A face that lacks one sets the text plainly: nothing is imitated here. Ask
/// `fonts::Library::has_feature(chain.faces[0], "smcp")` first to decide on another form (capitals, a smaller size).
struct Features {
  bool kerning = true, ligatures = true;
  bool small_caps = false;      ///< smcp; caps stay caps
  bool all_small_caps = false;  ///< c2sc with it: caps are small as well
  bool tabular = false;         ///< tnum
  enum class Figures : std::uint8_t { Default, Lining, OldStyle } figures = Figures::Default;
  bool case_forms = false;   ///< case: punctuation for capitals
  bool superscript = false;  ///< sups
  bool subscript = false;    ///< subs, or sinf where a face has that instead
  friend bool operator==(Features const&, Features const&) = default;
};

using unicode::Direction;

struct Glyph {
  std::uint32_t id = 0;
  Em advance;             ///< after kerning
  Em x_offset, y_offset;  ///< y upwards
  std::uint32_t cluster;  ///< byte of the run's text where this glyph's cluster starts
  bool unsafe_to_break = false;
};

/// Glyphs of one face, never glyph 0. The clusters cover the text exactly once, in logical order for left-to-right runs and
/// in reverse for right-to-left ones: glyphs are in the order of drawing. What is invisible (U+200B, U+00AD) has no glyph of
/// its own, so a run may have none.
struct ShapedRun {
  FaceId face;
  std::uint32_t begin = 0, end = 0;  ///< bytes of the shaped text
  std::vector<Glyph> glyphs;         ///< clusters are relative to the shaped text
  Direction direction = Direction::LeftToRight;
  Em width;  ///< sum of the advances, at most 32,767 em
  /// Of the glyphs, in em of the style: a face that stands in for another is set so that small letters match. Advances have it already.
  Em scale = Em::raw(Em::one);
  bool joined = false;  ///< its letters touch one another: no tracking between them
};

/// A grapheme that no face of the chain has. It belongs to no run.
struct MissingGlyph {
  std::uint32_t begin, end;  ///< bytes of the shaped text
  char32_t code_point;
};

struct ShapedText {
  std::vector<ShapedRun> runs;  ///< in logical order
  std::vector<MissingGlyph> missing;
  Em width;
};

struct ShapeStyle {
  fonts::FaceRequest font;
  Features features;
  std::string_view lang;
  std::optional<Direction> direction = {};  ///< of all of the text, where its paragraph says so; else by the scripts in it
  friend bool operator==(ShapeStyle const&, ShapeStyle const&);
};

/// Shapes words and remembers them; lives in the `Engine`, one per thread.
class Shaper {
 public:
  explicit Shaper(fonts::Library& library);
  ~Shaper();
  /// `text` is one word, space or short phrase without line breaks. The result lives until the shaper dies.
  ShapedText const& shape(std::string_view text, ShapeStyle const& style, World& world, Diagnostics& diagnostics);
  /// Of all texts that are shaped: where lines may end.
  unicode::LineBreaker& line_breaker() { return line_breaker_; }
  fonts::Library& library() { return library_; }

 private:
  fonts::Library& library_;
  struct State;
  std::unique_ptr<State> state_;
  unicode::LineBreaker line_breaker_;
};

}  // namespace resumec::text

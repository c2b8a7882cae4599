// The frame of a human-readable diagnostic: lines of a source with their numbers, and marks under them. Writes text with or
// without colour, in ASCII or with box-drawing characters. Private to the human renderer.
#pragma once

#include "diag/line_view.hpp"
#include "resumec/diagnostics.hpp"
#include "resumec/render.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::diag {

enum class Paint : std::uint8_t { Plain, Bold, Error, Warning, Note, Help, Frame, Added, Removed };

Paint paint_of(Severity severity);

/// A piece of a line that is underlined, with a text beside it. Bytes of the line.
struct Mark {
  std::uint32_t begin, end;
  char sign;
  Paint paint;
  std::string text;
};

/// What stands between a line's number and its text.
enum class Gutter : std::uint8_t { Bar, Added, Removed };

class Frame {
 public:
  /// `widest` is the greatest line number that will be shown.
  Frame(RenderOptions const& options, std::uint32_t widest);

  void heading(Severity severity, std::string_view message, std::string_view kind);
  /// `--> cv.yaml:2:1`, and a blank row.
  void file(std::string_view place, bool first);
  /// A row of the frame alone.
  void blank();
  void gap();
  /// A line, cut around its first mark, and below it the marks; the first one wins where they overlap.
  void line(std::uint32_t number, std::string_view text, std::vector<Mark> const& marks, Gutter gutter = Gutter::Bar);
  /// `= help: …`; `last` if the frame ends with it.
  void help(std::string_view text, bool last);

  std::string take() { return std::move(out_); }

 private:
  struct Row;
  std::string painted(Paint paint, std::string_view text) const;
  void write(Row const& row);
  void underline(LineView const& view, std::vector<Mark> const& marks);
  std::string indent(unsigned more) const { return std::string(number_width_ + more, ' '); }
  std::string_view bar() const { return unicode_ ? "│" : "|"; }

  bool color_, unicode_;
  unsigned number_width_;
  std::string out_;
};

}  // namespace resumec::diag

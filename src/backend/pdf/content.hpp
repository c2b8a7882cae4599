// The content stream of one page: operators, and the two promises a tagged page makes. Nothing is painted outside marked
// content, and marked content is never nested; both are checked. Input has y growing downwards from the page's top left
// corner, output has it growing upwards from the bottom left one.
#pragma once

#include "backend/pdf/units.hpp"
#include "base/color.hpp"
#include "base/length.hpp"
#include "display/document.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::backend::pdf {

enum class ArtifactKind : std::uint8_t {
  Plain,       ///< rules, icons
  Pagination,  ///< running heads and feet
};

/// A glyph as a page shows it.
struct ShownGlyph {
  std::uint32_t resource = 0;  ///< n of the font resource /Fn
  std::uint32_t cid = 0;
  std::int64_t width = 0;  ///< as the font's /W says it, in thousandths of an em
  base::Length advance, natural, x_offset, y_offset;
};

class Content {
 public:
  explicit Content(base::Length page_height);

  void begin_marked(std::string_view tag, std::uint32_t mcid);
  /// What is shown until the end is read as this text.
  void begin_marked_as(std::string_view actual_text, std::uint32_t mcid);
  void begin_artifact(ArtifactKind kind);
  void end_marked();

  /// Positions never drift from the advances given: the difference between them and the font's rounded widths is
  /// corrected wherever it exceeds the tolerance.
  /// `scale`: width of the glyphs' shapes in thousandths.
  void show(base::Point origin, base::Length size, std::int32_t scale, base::Color color, std::span<ShownGlyph const> glyphs);
  void fill_rect(base::Rect const& rect, base::Color color);
  void fill_path(std::span<display::PathCommand const> commands, base::Color color);

  /// The operators. No marked content is open.
  std::string take();

 private:
  void begin_text();
  void end_text();
  void set_color(base::Color color);
  void set_font(std::uint32_t resource, Milli size);
  void set_state(std::optional<Milli>& state, Milli value, std::string_view op);
  void point(base::Point point);

  std::string out_;
  Milli height_;
  bool marked_ = false, in_text_ = false;
  Milli line_x_ = 0, line_y_ = 0;  ///< start of the current text line, since BT
  std::optional<base::Color> color_;
  std::optional<std::uint32_t> font_;
  Milli font_size_ = 0;
  std::optional<Milli> tracking_ = 0, rise_ = 0, scale_ = 100'000;  ///< scale in percent
};

}  // namespace resumec::backend::pdf

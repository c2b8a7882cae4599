// Styles with nothing left to inherit. Sizes are relative to the body size, vertical gaps are counts of a sixteenth of
// the body line height, everything else is in em of the style's own size: one flow serves every rung of the fit ladder.
#pragma once

#include "base/color.hpp"
#include "base/length.hpp"
#include "fonts/library.hpp"

#include <cstdint>
#include <string>

namespace resumec::style {

using base::Color;
using base::Em;
using base::Length;

/// Auto: justified in columns of 36 em and more, else ragged (layout/inline/paragraph.hpp).
enum class Align : std::uint8_t { Left, Center, Right, Justify, Auto };
/// Auto: in narrow columns of the print profile.
enum class Hyphenate : std::uint8_t { Auto, On, Off };
enum class Case : std::uint8_t { None, Upper };
enum class Caps : std::uint8_t { None, Small, AllSmall };
enum class Figures : std::uint8_t { Default, Lining, OldStyle };
enum class Script : std::uint8_t { Normal, Super, Sub };

struct ComputedStyle {
  std::string family;                 ///< catalogue name or role
  std::uint16_t weight = 400;
  fonts::Slope slope = fonts::Slope::Upright;
  Em size = Em::raw(Em::one);         ///< × body size
  Color color;
  Case letter_case = Case::None;
  Caps caps = Caps::None;
  Figures figures = Figures::Default;
  bool tabular = false;
  bool ligatures = true;
  Em tracking;                        ///< added between letters, em of this style
  Script script = Script::Normal;
  bool underline = false;
  bool strike = false;
  std::string lang;                   ///< BCP 47
  // of the paragraph it is set on
  Align align = Align::Left;
  Hyphenate hyphenate = Hyphenate::Auto;
  int leading_16ths = 16;             ///< line height in sixteenths of the body line height
  int above = 0, below = 0;           ///< gaps in sixteenths of the body line height
  Em indent;                          ///< of the whole paragraph, body em
  friend bool operator==(ComputedStyle const&, ComputedStyle const&) = default;
};

/// What the fit ladder turns. Everything else on a page follows from it.
struct Metrics {
  Length body_size;
  Length line_height;                 ///< of body text; a multiple of 16 units
  Length page_width, page_height;
  Length margin_top, margin_right, margin_bottom, margin_left;
  Length column_gap;
  int gaps = 100;  ///< percent of the layout's gaps between blocks
  friend bool operator==(Metrics const&, Metrics const&) = default;
};

/// A gap in sixteenths of the line height, made smaller or larger. Few gaps are more than 20 (look.md, rule 3), and none becomes so.
constexpr int scaled_gap(int gap, int percent) {
  if (gap <= 0) return gap;
  constexpr int most = 20;
  int const scaled = (gap * percent + 50) / 100;
  return scaled < 1 ? 1 : scaled > most && scaled > gap ? (gap > most ? gap : most) : scaled;
}

/// One sixteenth of the line height: the vertical grid.
constexpr Length grid(Metrics const& metrics) { return Length::raw(metrics.line_height.raw() / 16); }

}  // namespace resumec::style

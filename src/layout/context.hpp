// What every step of one layout shares: the flow document, the shaper, styles made ready for shaping, and the table of fonts in
// use. Lives on the stack of `lay_out`.
#pragma once

#include "display/document.hpp"
#include "flow/document.hpp"
#include "layout/fragment.hpp"
#include "resumec/diagnostics.hpp"
#include "resumec/world.hpp"
#include "text/hyphenate.hpp"
#include "text/shape.hpp"
#include "unicode/unicode.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace resumec::layout {

struct ColumnNote;

using base::FaceId;
using base::LinkId;
using base::NodeId;
using base::StyleId;

/// A computed style with everything that shaping and placing ask for.
struct TextStyle {
  style::ComputedStyle const* computed = nullptr;
  text::ShapeStyle shape;
  Em ratio;               ///< its em in body em
  Length size;            ///< its em on the page
  Length rise;            ///< of its baseline, upwards
  Em tracking;            ///< its own em
  bool expands = true;    ///< justification may widen its glyphs a little; not those of code
  bool capitals = false;  ///< small caps that the face does not have: shaped as capitals, the text stays
};

/// What page fields print. Zero: not on a page.
struct PageFields {
  std::uint32_t page = 0, count = 0;
};

class Context {
 public:
  Context(flow::Document const& document, text::Shaper& text_shaper, World& outside, Diagnostics& sink);

  flow::Document const& flow;
  text::Shaper& shaper;
  World& world;
  Diagnostics& diagnostics;

  Length const body_size;
  Length const grid;                            ///< lh/16
  unicode::Direction const direction;           ///< of the document's language: the pages of a leftward one are mirrored at the end
  NodeId const artifact;                        ///< the node of all decoration, one behind the flow's last
  PageFields fields;                            ///< of the running head being made
  bool in_artifact = false;                     ///< everything made now is decoration
  text::Divisions const divisions;              ///< of words, as the résumé has them
  std::string* line_log = nullptr;              ///< `dump --stage=lines` listens here
  std::vector<ColumnNote>* page_log = nullptr;  ///< `build --explain layout` listens here
  std::unordered_map<flow::Inlines const*, std::vector<struct LineEnd>>* line_ends = nullptr;  ///< `with_line_ends` listens here
  /// Fitting lays one document out many times; elsewhere nothing is kept.
  std::unordered_map<flow::Inlines const*, struct Prepared>* prepared_texts = nullptr;

  TextStyle const& text_style(StyleId id);
  text::ShapedText const& shape(std::string_view text, TextStyle const& style, std::optional<unicode::Direction> direction = {});

  display::FontIndex font_of(FaceId face);
  display::Font const& font(display::FontIndex index) const { return fonts_[index.index()]; }
  std::vector<display::Font> take_fonts() { return std::move(fonts_); }

  /// The nearest Role::Link at or above a node; none if there is none.
  NodeId link_node(NodeId node) const;

  /// A length in 1/65,536 of the body size, wide enough for any paragraph.
  std::int64_t in_body_em(Length length) const { return Length::divide(length.raw() * Em::one, body_size.raw()); }
  Length from_body_em(Em em) const { return base::at(em, body_size); }
  Length from_body_em(std::int64_t em) const { return Length::raw(Length::divide(em * body_size.raw(), Em::one)); }
  /// The x-height of a style's own face, in its em.
  Em x_height(StyleId style);
  /// Between the columns of a group; the page's own gap, or two em where the page has none.
  Length column_gap() const;

 private:
  TextStyle resolve(style::ComputedStyle const& computed);

  std::vector<std::optional<TextStyle>> styles_;
  std::vector<display::Font> fonts_;
  std::vector<display::FontIndex> font_of_face_;
};

}  // namespace resumec::layout

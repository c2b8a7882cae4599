#include "layout/context.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace resumec::layout {

namespace {

// Superscripts and subscripts: size and shift of the usual text fonts' own (OS/2 ySuperscript…: 0.65 and 0.33-0.48, 0.07-0.14).
constexpr Em script_size = Em::milli(650);
constexpr Em superscript_rise = Em::milli(340);
constexpr Em subscript_drop = Em::milli(120);
// Capitals that stand in for small caps (typesetting.md §1.5).
constexpr Em capitals_size = Em::milli(920);

text::Features::Figures figures_of(style::Figures figures) {
  switch (figures) {
    case style::Figures::Default:
      return text::Features::Figures::Default;
    case style::Figures::Lining:
      return text::Features::Figures::Lining;
    case style::Figures::OldStyle:
      return text::Features::Figures::OldStyle;
  }
  return text::Features::Figures::Default;
}

}  // namespace

Context::Context(flow::Document const& document, text::Shaper& text_shaper, World& outside, Diagnostics& sink)
    : flow{document},
      shaper{text_shaper},
      world{outside},
      diagnostics{sink},
      body_size{document.page.metrics.body_size},
      grid{style::grid(document.page.metrics)},
      direction{unicode::direction_of(document.metadata.lang)},
      artifact{NodeId::from(document.nodes.size())},
      divisions{document.divisions},
      styles_(document.styles.size()) {
  RESUMEC_CHECK(body_size > Length{});
  RESUMEC_CHECK(grid > Length{});
}

TextStyle const& Context::text_style(StyleId id) {
  RESUMEC_CHECK(id && id.index() < styles_.size());
  std::optional<TextStyle>& slot = styles_[id.index()];
  if (!slot) slot = resolve(flow.styles[id.index()]);
  return *slot;
}

TextStyle Context::resolve(style::ComputedStyle const& computed) {
  TextStyle result;
  result.computed = &computed;
  result.shape.font = {computed.family, computed.weight, computed.slope};
  result.shape.lang = computed.lang.empty() ? std::string_view{flow.metadata.lang} : std::string_view{computed.lang};
  result.shape.features.ligatures = computed.ligatures;
  result.shape.features.tabular = computed.tabular;
  result.shape.features.figures = figures_of(computed.figures);
  result.shape.features.case_forms = computed.letter_case == style::Case::Upper;
  result.ratio = computed.size;
  result.tracking = computed.tracking;
  fonts::Library& library = shaper.library();
  if (computed.family == "mono" || library.plays(computed.family, "mono")) {
    result.expands = false;
    // As tall as the text around it, which is body text mostly.
    style::ComputedStyle const& body = flow.styles.front();
    FaceId const own = library.chain(result.shape.font, world, diagnostics).faces.front();
    FaceId const around = library.chain({body.family, computed.weight, fonts::Slope::Upright}, world, diagnostics).faces.front();
    if (body.family != computed.family) result.ratio = result.ratio * library.matching_size(around, own);
  }
  if (computed.caps != style::Caps::None) {
    FaceId const face = library.chain(result.shape.font, world, diagnostics).faces.front();
    bool const all = computed.caps == style::Caps::AllSmall;
    if (library.has_feature(face, "smcp") && (!all || library.has_feature(face, "c2sc"))) {
      result.shape.features.small_caps = true;
      result.shape.features.all_small_caps = all;
    } else {
      result.capitals = true;
      result.ratio = result.ratio * capitals_size;
    }
  }
  Length const full_size = base::at(result.ratio, body_size);
  switch (computed.script) {
    case style::Script::Normal:
      break;
    case style::Script::Super:
      result.rise = base::at(superscript_rise, full_size);
      result.ratio = result.ratio * script_size;
      break;
    case style::Script::Sub:
      result.rise = -base::at(subscript_drop, full_size);
      result.ratio = result.ratio * script_size;
      break;
  }
  result.size = base::at(result.ratio, body_size);
  return result;
}

text::ShapedText const& Context::shape(std::string_view text, TextStyle const& style, std::optional<unicode::Direction> forced) {
  if (!forced) return shaper.shape(text, style.shape, world, diagnostics);
  text::ShapeStyle directed = style.shape;
  directed.direction = forced;
  return shaper.shape(text, directed, world, diagnostics);
}

display::FontIndex Context::font_of(FaceId id) {
  if (id.index() >= font_of_face_.size()) font_of_face_.resize(id.index() + 1);
  display::FontIndex& slot = font_of_face_[id.index()];
  if (slot) return slot;
  slot = display::FontIndex::from(fonts_.size());
  fonts::Face const& face = shaper.library().face(id);
  display::Font font;
  font.blob = face.blob;
  font.index = face.index;
  font.postscript_name = face.postscript_name;
  font.family = face.family;
  font.weight = face.weight;
  font.italic = face.slope == fonts::Slope::Italic;
  font.cff = face.cff;
  font.units_per_em = face.metrics.units_per_em;
  font.ascender = face.metrics.ascender;
  font.descender = face.metrics.descender;
  font.cap_height = face.metrics.cap_height;
  font.italic_angle_degrees = face.metrics.italic_angle_degrees;
  font.x_min = face.metrics.x_min;
  font.y_min = face.metrics.y_min;
  font.x_max = face.metrics.x_max;
  font.y_max = face.metrics.y_max;
  fonts_.push_back(std::move(font));
  return slot;
}

Em Context::x_height(StyleId style) {
  fonts::FaceChain const& chain = shaper.library().chain(text_style(style).shape.font, world, diagnostics);
  return chain.faces.empty() ? Em::milli(450) : shaper.library().face(chain.faces.front()).metrics.x_height;
}

Length Context::column_gap() const {
  Length const gap = flow.page.metrics.column_gap;
  return gap > Length{} ? gap : body_size * 2;
}

NodeId Context::link_node(NodeId node) const {
  // A tree of n nodes has no longer way up than n.
  for (std::size_t steps = 0; node && node.index() < flow.nodes.size() && steps < flow.nodes.size(); ++steps) {
    flow::Node const& at = flow.nodes[node.index()];
    if (at.role == base::Role::Link && at.link) return node;
    node = at.parent;
  }
  return NodeId{};
}

}  // namespace resumec::layout

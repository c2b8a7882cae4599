// `dump --stage=overlay`: pages one below the other as SVG, with what a reader does not see: the text area, the lines of the grid, boxes
// and baselines of texts, and the boxes of what they belong to.
#include "display/document.hpp"
#include "display/notation.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace resumec::display {

namespace {

constexpr Length between_pages = Length::pt(24);

struct Box {
  Length left, top, right, bottom;
  bool empty = true;

  void add(Rect const& rect) {
    Length const far_right = rect.origin.x + rect.size.width, far_bottom = rect.origin.y + rect.size.height;
    left = empty ? rect.origin.x : std::min(left, rect.origin.x);
    top = empty ? rect.origin.y : std::min(top, rect.origin.y);
    right = empty ? far_right : std::max(right, far_right);
    bottom = empty ? far_bottom : std::max(bottom, far_bottom);
    empty = false;
  }
  Rect rect() const { return {{left, top}, {right - left, bottom - top}}; }
};

struct Written final : pugi::xml_writer {
  std::string text;
  void write(void const* data, std::size_t size) override { text.append(static_cast<char const*>(data), size); }
};

Length times(Length length, Em factor) { return Length::raw(Length::divide(length.raw() * factor.raw(), Em::one)); }

class Overlay {
 public:
  Overlay(Document const& document, Length line_height) : document_{document}, line_height_{line_height} {}

  std::string svg() {
    auto root = svg_.append_child("svg");
    Length width, height;
    for (Page const& page : document_.pages) {
      width = std::max(width, page.size.width);
      height += page.size.height + between_pages;
    }
    root.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
    root.append_attribute("viewBox") = fmt::format("0 0 {} {}", points(width), points(height)).c_str();
    root.append_attribute("width") = fmt::format("{}pt", points(width)).c_str();
    root.append_child("style").text() =
        "rect, line { fill: none; stroke-width: 0.3 } .page { fill: white; stroke: #888 } .area { stroke: #2a2 } .grid { stroke: #bdb } "
        ".block { stroke: #c70; stroke-dasharray: 2 1 } .run { stroke: #39f } .baseline { stroke: #d22 } .rule { fill: #888; stroke: none "
        "}";
    Length top;
    for (Page const& page : document_.pages) {
      auto group = root.append_child("g");
      group.append_attribute("transform") = fmt::format("translate(0 {})", points(top)).c_str();
      this->page(page, group);
      top += page.size.height + between_pages;
    }
    Written out;
    svg_.save(out, " ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(out.text);
  }

 private:
  void page(Page const& page, pugi::xml_node out) {
    rectangle(out, "page", {{}, page.size});
    Rect const& area = page.text_area;
    for (Length y = area.origin.y; line_height_ > Length{} && y <= area.origin.y + area.size.height; y += line_height_)
      line(out, "grid", area.origin.x, y, area.origin.x + area.size.width);
    rectangle(out, "area", area);
    blocks(page, out);
    for (Item const& item : page.items) {
      if (auto const* const run = std::get_if<GlyphRun>(&item)) text(*run, out);
      if (auto const* const rule = std::get_if<Rule>(&item)) rectangle(out, "rule", rule->rect);
    }
  }

  /// What each node of the structure covers on the page; the texts have boxes of their own.
  void blocks(Page const& page, pugi::xml_node out) {
    std::vector<Box> boxes(document_.structure.size());
    for (Item const& item : page.items) {
      auto const* const run = std::get_if<GlyphRun>(&item);
      if (run == nullptr) continue;
      for (NodeId node = run->node; node && node.index() < boxes.size(); node = document_.structure[node.index()].parent)
        boxes[node.index()].add(box_of(*run));
    }
    for (std::size_t i = 1; i < boxes.size(); ++i) {
      if (boxes[i].empty) continue;
      auto node = rectangle(out, "block", boxes[i].rect());
      node.append_child("title").text() = fmt::format("{} #{}", base::name_of(document_.structure[i].role), i).c_str();
    }
  }

  Rect box_of(GlyphRun const& run) const {
    bool const known = run.font && run.font.index() < document_.fonts.size();
    Length const above = known ? times(run.size, document_.fonts[run.font.index()].ascender) : run.size;
    Length const below = known ? times(run.size, -document_.fonts[run.font.index()].descender) : Length{};
    return {{run.origin.x, run.origin.y - above}, {width_of(run), above + below}};
  }

  static Length width_of(GlyphRun const& run) {
    Length width;
    for (Glyph const& glyph : run.glyphs) width += glyph.advance;
    return width;
  }

  void text(GlyphRun const& run, pugi::xml_node out) {
    rectangle(out, "run", box_of(run));
    line(out, "baseline", run.origin.x, run.origin.y, run.origin.x + width_of(run));
    auto node = out.append_child("text");
    node.append_attribute("x") = points(run.origin.x).c_str();
    node.append_attribute("y") = points(run.origin.y).c_str();
    node.append_attribute("font-size") = points(run.size).c_str();
    if (run.font && run.font.index() < document_.fonts.size()) {
      Font const& font = document_.fonts[run.font.index()];
      node.append_attribute("font-family") = font.family.c_str();
      if (font.weight != 400) node.append_attribute("font-weight") = font.weight;
      if (font.italic) node.append_attribute("font-style") = "italic";
    }
    node.append_attribute("fill") = hex(run.color).c_str();
    node.append_attribute("textLength") = points(width_of(run)).c_str();
    node.append_attribute("lengthAdjust") = "spacingAndGlyphs";
    node.append_attribute("xml:space") = "preserve";
    node.text() = run.text.c_str();
  }

  static pugi::xml_node rectangle(pugi::xml_node out, char const* kind, Rect const& rect) {
    auto node = out.append_child("rect");
    node.append_attribute("class") = kind;
    node.append_attribute("x") = points(rect.origin.x).c_str();
    node.append_attribute("y") = points(rect.origin.y).c_str();
    node.append_attribute("width") = points(rect.size.width).c_str();
    node.append_attribute("height") = points(rect.size.height).c_str();
    return node;
  }

  static void line(pugi::xml_node out, char const* kind, Length left, Length y, Length right) {
    auto node = out.append_child("line");
    node.append_attribute("class") = kind;
    node.append_attribute("x1") = points(left).c_str();
    node.append_attribute("x2") = points(right).c_str();
    node.append_attribute("y1") = points(y).c_str();
    node.append_attribute("y2") = points(y).c_str();
  }

  Document const& document_;
  Length line_height_;
  pugi::xml_document svg_;
};

}  // namespace

std::string overlay_svg(Document const& document, Length line_height) { return Overlay{document, line_height}.svg(); }

}  // namespace resumec::display

#include "layout/mirror.hpp"

#include <algorithm>
#include <variant>

namespace resumec::layout {

namespace {

using base::Length;

class Mirror {
 public:
  explicit Mirror(Length page_width) : width_{page_width} {}

  void operator()(display::GlyphRun& run) const {
    Length drawn;
    for (display::Glyph const& glyph : run.glyphs) drawn += glyph.advance;
    run.origin.x = width_ - run.origin.x - drawn;
  }
  void operator()(display::Rule& rule) const { turn(rule.rect); }
  void operator()(display::LinkArea& area) const { turn(area.rect); }

  /// A shape is moved, not turned: an icon stays as it is.
  void operator()(display::Path& path) const {
    using Kind = display::PathCommand::Kind;
    bool first = true;
    Length left, right;
    auto const each_point = [&](auto visit) {
      for (display::PathCommand& command : path.commands) {
        if (command.kind == Kind::Close) continue;
        visit(command.a);
        if (command.kind != Kind::Cubic) continue;
        visit(command.b);
        visit(command.c);
      }
    };
    each_point([&](base::Point const& point) {
      left = first ? point.x : std::min(left, point.x);
      right = first ? point.x : std::max(right, point.x);
      first = false;
    });
    Length const move = width_ - right - left;
    each_point([&](base::Point& point) { point.x += move; });
  }

  void turn(base::Rect& rect) const { rect.origin.x = width_ - rect.origin.x - rect.size.width; }

 private:
  Length width_;
};

}  // namespace

void mirror(display::Document& document) {
  for (display::Page& page : document.pages) {
    Mirror const by_page{page.size.width};
    for (display::Item& item : page.items) std::visit(by_page, item);
    by_page.turn(page.text_area);
  }
}

}  // namespace resumec::layout

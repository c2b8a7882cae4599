#include "layout/fragment.hpp"

#include <algorithm>
#include <iterator>

namespace resumec::layout {

namespace {

void move_point(base::Point& point, Length dx, Length dy) {
  point.x += dx;
  point.y += dy;
}

}  // namespace

void translate(display::Item& item, Length dx, Length dy) {
  struct Mover {
    Length dx, dy;
    void operator()(display::GlyphRun& run) const { move_point(run.origin, dx, dy); }
    void operator()(display::Rule& rule) const { move_point(rule.rect.origin, dx, dy); }
    void operator()(display::LinkArea& area) const { move_point(area.rect.origin, dx, dy); }
    void operator()(display::Path& path) const {
      for (display::PathCommand& command : path.commands) {
        move_point(command.a, dx, dy);
        move_point(command.b, dx, dy);
        move_point(command.c, dx, dy);
      }
    }
  };
  std::visit(Mover{dx, dy}, item);
}

void translate(std::vector<display::Item>& items, std::size_t from, Length dx, Length dy) {
  if (dx == Length{} && dy == Length{}) return;
  for (std::size_t i = from; i < items.size(); ++i) translate(items[i], dx, dy);
}

void merge(Fragment& into, Fragment&& other, Length dx, Units dy, Length grid) {
  std::size_t const from = into.items.size();
  into.items.insert(into.items.end(), std::make_move_iterator(other.items.begin()), std::make_move_iterator(other.items.end()));
  translate(into.items, from, dx, grid * dy);
  into.width = std::max(into.width, dx + other.width);
  into.height = std::max(into.height, dy + other.height);
  into.last_baseline = std::max(into.last_baseline, dy + other.last_baseline);
}

}  // namespace resumec::layout

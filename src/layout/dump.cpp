#include "base/append.hpp"
#include "layout/dump_line.hpp"
#include "layout/layout.hpp"

#include <fmt/format.h>

#include <string_view>

namespace resumec::layout {

namespace {

/// Thousandths, exact to the last digit on every machine.
std::string thousandths(std::int64_t value, std::int64_t one) {
  std::int64_t const rounded = Length::divide(value * 1000, one);
  std::int64_t const size = rounded < 0 ? -rounded : rounded;
  return fmt::format("{}{}.{:03}", rounded < 0 ? "-" : "", size / 1000, size % 1000);
}

std::string_view name_of(style::Align align) {
  switch (align) {
    case style::Align::Left:
      return "left";
    case style::Align::Center:
      return "center";
    case style::Align::Right:
      return "right";
    case style::Align::Justify:
      return "justify";
    case style::Align::Auto:
      return "auto";
  }
  return "left";
}

}  // namespace

void dump_paragraph(std::string& out, Prepared const& prepared, std::vector<Line> const& lines, Measures measures, style::Align align) {
  base::append(out, "paragraph measure={}em", thousandths(measures.later, Em::one));
  if (measures.first != measures.later) base::append(out, " first={}em", thousandths(measures.first, Em::one));
  base::append(out, " {}\n", name_of(align));
  for (Line const& line : lines) {
    Segment const& first = prepared.segments[line.first];
    Segment const& last = prepared.segments[line.last - 1];
    base::append(out, "  {}em r={} e={} d={}", thousandths(line.natural, Em::one), thousandths(line.r_1024, 1024),
                 thousandths(expansion_of(line.r_1024), 1000), line.demerits);
    if (last.divides) out += " divided";
    if (line.overfull) out += " overfull";
    out += " \"";
    if (first.first < last.tail) {
      std::uint32_t const begin = prepared.pieces[first.first].begin;
      out.append(prepared.source.text, begin, prepared.pieces[last.tail - 1].end - begin);
    }
    out += "\"\n";
  }
}

std::string dump(FitDecisions const& decisions) {
  style::Metrics const& metrics = decisions.metrics;
  std::string out = fmt::format("fit size {} leading {} gaps {}%\n", thousandths(metrics.body_size.raw(), Length::point),
                                thousandths(metrics.line_height.raw(), Length::point), metrics.gaps);
  for (base::ItemId const item : decisions.dropped) base::append(out, "  dropped item{}\n", item.value);
  for (base::ItemId const item : decisions.shortened) base::append(out, "  shortened item{}\n", item.value);
  for (base::ItemId const item : decisions.tightened) base::append(out, "  tightened item{}\n", item.value);
  return out;
}

}  // namespace resumec::layout

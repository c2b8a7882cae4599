// Paragraphs as resumec sets them, and as others did, measured alike: set_lines < REQUESTS
//
// A request is a line FAMILY <tab> MEASURE <tab> BREAKS <tab> TEXT, with the measure in thousandths of an em and BREAKS either `ours`,
// `first-fit` or the numbers of words on each line but the last, joined by commas. The answer is a line of words:ratio pairs, one for each
// line of the paragraph: the ratio r in thousandths, of what our spaces and glyphs can stretch or shrink (of the last line 0 unless it
// shrinks), then `runt` if the last line is one by our rule.
#include "layout/inline/breakpoints.hpp"
#include "layout/inline/linebreak.hpp"
#include "support/places.hpp"
#include "support/square_font.hpp"
#include "unit/layout/flow_builder.hpp"

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace resumec;
using namespace resumec::layout;

struct Request {
  std::string family, breaks, text;
  Width measure = 0;
};

/// Segments behind which lines end.
using Ends = std::vector<std::uint32_t>;

Ends ours(Breakpoints const& places, Width measure) {
  Ends ends;
  std::vector<BrokenLines> const found = linebreak(places, {measure, measure}, style::Align::Justify);
  for (Line const& line : found.front().lines) ends.push_back(line.last);
  return ends;
}

/// As much as fits without shrinking, as browsers set ragged text.
Ends first_fit(Breakpoints const& places, Width measure) {
  Ends ends;
  auto const size = static_cast<std::uint32_t>(places.at.size());
  for (std::uint32_t start = 0, end = 1; end < size; ++end) {
    if (end + 1 < size && places.at[end + 1].seen - places.at[start].start <= measure) continue;
    ends.push_back(end);
    start = end;
  }
  return ends;
}

std::size_t words_in(Prepared const& prepared, std::uint32_t first, std::uint32_t last) {
  std::size_t words = 1;
  std::uint32_t const end = prepared.segments[last - 1].tail;
  for (std::uint32_t piece = prepared.segments[first].first; piece < end; ++piece) words += prepared.pieces[piece].space ? 1 : 0;
  return words;
}

/// Lines of so many words each: segments whose sum of words agrees. Empty if a line of theirs ends where none of ours can.
Ends theirs(Prepared const& prepared, std::string const& breaks) {
  Ends ends;
  std::istringstream counts{breaks};
  auto const size = static_cast<std::uint32_t>(prepared.segments.size());
  std::uint32_t start = 0;
  for (std::string count; std::getline(counts, count, ',');) {
    std::uint32_t end = start + 1;
    while (end < size && words_in(prepared, start, end) < std::stoul(count)) ++end;
    while (end < size && words_in(prepared, start, end + 1) == std::stoul(count)) ++end;
    if (end >= size || words_in(prepared, start, end) != std::stoul(count)) return {};
    ends.push_back(end);
    start = end;
  }
  ends.push_back(size);
  return ends;
}

std::int64_t thousandths(Breakpoint const& a, Breakpoint const& b, Width measure, bool last) {
  Width const slack = measure - (b.seen - a.start + b.hyphen - b.hang_right - a.hang_left);
  if (slack < 0) return -(-slack * 1000 / std::max<Width>(1, b.seen_shrink - a.start_shrink));
  return last ? 0 : slack * 1000 / std::max<Width>(1, b.seen_stretch - a.start_stretch);
}

}  // namespace

int main() {
  auto const world = resumec::testing::real_font_world(places::built("share/resumec"));
  Diagnostics diagnostics;
  auto const library = fonts::Library::load(*world, diagnostics);
  text::Shaper shaper{*library};
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields{line};
    Request request;
    std::string measure;
    std::getline(fields, request.family, '\t');
    std::getline(fields, measure, '\t');
    std::getline(fields, request.breaks, '\t');
    std::getline(fields, request.text);
    request.measure = std::stoll(measure) * Em::one / 1000;

    layout::testing::FlowBuilder flow;
    base::StyleId const style = flow.style([&](auto& made) { made.family = request.family; });
    flow::Block const block = flow.paragraph(request.text, style);
    Context context{flow.document, shaper, *world, diagnostics};
    Prepared const prepared = prepare(collect(block.inlines, context), Breaking::Prose, context);
    Breakpoints const places = breakpoints_of(prepared, Hanging::Both, context);
    Ends const ends = request.breaks == "ours"        ? ours(places, request.measure)
                      : request.breaks == "first-fit" ? first_fit(places, request.measure)
                                                      : theirs(prepared, request.breaks);
    std::uint32_t start = 0;
    for (std::uint32_t const end : ends) {
      bool const last = end == ends.back();
      std::cout << words_in(prepared, start, end) << ':' << thousandths(places.at[start], places.at[end], request.measure, last) << ' ';
      if (last && ends.size() > 1 && places.at[end].seen - places.at[start].start < std::max<Width>(request.measure / 10, 3 * Em::one))
        std::cout << "runt";
      start = end;
    }
    std::cout << '\n';
  }
}

// Paragraphs as resumec sets them, and as others did, measured alike: set_lines < REQUESTS
//
// A request is a line FAMILY <tab> ALIGN <tab> MEASURE <tab> BREAKS <tab> TEXT: `justified` or `ragged`, the measure in thousandths of an
// em, and BREAKS either `ours`, `first-fit` or the numbers of letters on each line (all characters but blanks), joined by commas. The
// answer is one letters:ratio pair for each line of the paragraph: the ratio r in thousandths, of what our spaces and glyphs can stretch or
// shrink, and of the rag in ragged lines (of the last line 0 unless it shrinks); then `runt` if the last line is one by our rule, and `|`
// with the text of each line. Empty if a line of theirs ends where none of ours can.
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

/// Segments behind which lines end.
using Ends = std::vector<std::uint32_t>;

Ends ours(Breakpoints const& places, Width measure, style::Align align) {
  Ends ends;
  std::vector<BrokenLines> const found = linebreak(places, {measure, measure}, align);
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

std::string text_of(Prepared const& prepared, std::uint32_t first, std::uint32_t last) {
  std::uint32_t const begin = prepared.pieces[prepared.segments[first].first].begin;
  return prepared.source.text.substr(begin, prepared.pieces[prepared.segments[last - 1].tail - 1].end - begin);
}

std::size_t letters_in(Prepared const& prepared, std::uint32_t first, std::uint32_t last) {
  std::string const text = text_of(prepared, first, last);
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Lines of so many letters each: segments whose letters agree. Empty if a line of theirs ends where none of ours can.
Ends theirs(Prepared const& prepared, std::string const& breaks) {
  Ends ends;
  std::istringstream counts{breaks};
  auto const size = static_cast<std::uint32_t>(prepared.segments.size());
  std::uint32_t start = 0;
  for (std::string count; std::getline(counts, count, ',');) {
    std::uint32_t end = start + 1;
    while (end < size && letters_in(prepared, start, end) < std::stoul(count)) ++end;
    if (start >= size || letters_in(prepared, start, end) != std::stoul(count)) return {};
    ends.push_back(end);
    start = end;
  }
  return start == size ? ends : Ends{};
}

constexpr Width rag = 3 * Em::one;  // as in demerits.cpp

std::int64_t thousandths(Breakpoint const& a, Breakpoint const& b, Width measure, style::Align align, bool last) {
  Width const slack = measure - (b.seen - a.start + b.hyphen - b.hang_right - a.hang_left);
  bool const justified = align == style::Align::Justify;
  if (slack < 0) return -(-slack * 1000 / std::max<Width>(1, justified ? b.seen_shrink - a.start_shrink : rag));
  return last ? 0 : slack * 1000 / std::max<Width>(1, justified ? b.seen_stretch - a.start_stretch : rag);
}

}  // namespace

int main() {
  auto const world = resumec::testing::real_font_world(places::built("share/resumec"));
  Diagnostics diagnostics;
  auto const library = fonts::Library::load(*world, diagnostics);
  text::Shaper shaper{*library};
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields{line};
    std::string family, align_name, measure_text, breaks, text;
    for (std::string* const field : {&family, &align_name, &measure_text, &breaks}) std::getline(fields, *field, '\t');
    std::getline(fields, text);
    Width const measure = std::stoll(measure_text) * Em::one / 1000;
    bool const justified = align_name == "justified";
    style::Align const align = justified ? style::Align::Justify : style::Align::Left;

    layout::testing::FlowBuilder flow;
    base::StyleId const style = flow.style([&](auto& made) { made.family = family; });
    flow::Block const block = flow.paragraph(text, style);
    Context context{flow.document, shaper, *world, diagnostics};
    Prepared const prepared = prepare(collect(block.inlines, context), Breaking::Prose, context);
    Breakpoints const places = breakpoints_of(prepared, justified ? Hanging::Both : Hanging::Left, context);
    Ends const ends = breaks == "ours"        ? ours(places, measure, align)
                      : breaks == "first-fit" ? first_fit(places, measure)
                                              : theirs(prepared, breaks);
    std::string lines;
    std::uint32_t start = 0;
    for (std::uint32_t const end : ends) {
      bool const last = end == ends.back();
      std::cout << letters_in(prepared, start, end) << ':' << thousandths(places.at[start], places.at[end], measure, align, last) << ' ';
      if (last && ends.size() > 1 && places.at[end].seen - places.at[start].start < std::max<Width>(measure / 10, 3 * Em::one))
        std::cout << "runt ";
      lines += '|' + text_of(prepared, start, end);
      start = end;
    }
    std::cout << lines << '\n';
  }
}

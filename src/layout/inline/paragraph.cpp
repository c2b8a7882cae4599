#include "layout/inline/paragraph.hpp"

#include "diag/report.hpp"
#include "fonts/scripts.hpp"
#include "layout/dump_line.hpp"
#include "layout/inline/finalize.hpp"
#include "layout/inline/prepared_texts.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace resumec::layout {

namespace {

std::string fonts_tried(TextStyle const& style, char32_t character, Context& context) {
  std::string names;
  fonts::FaceChain const& chain = context.shaper.library().chain(style.shape.font, context.world, context.diagnostics);
  for (std::size_t i = 0; i < chain.faces.size(); ++i) {
    if (!chain.is_for(i, character)) continue;
    std::string const& family = context.shaper.library().face(chain.faces[i]).family;
    if (names.find('`' + family + '`') != std::string::npos) continue;
    if (!names.empty()) names += ", ";
    names += '`' + family + '`';
  }
  return names.empty() ? "there is no font at all" : "fonts tried: " + names;
}

/// Where [begin, end) stands in the source. Where typography or escapes made the text another one than the source's, the same words are
/// looked for there: the third `x` of the text is the third of the source, if both have as many.
Span place_of(Collected const& collected, std::uint32_t begin, std::uint32_t end, World const& world) {
  Span const wide = source_of(collected, begin, end);
  if (wide.detached() || wide.size() == end - begin) return wide;
  StyledRange const& range = collected.range_at(begin);
  if (end > range.end) return wide;
  std::string_view const words = std::string_view{collected.text}.substr(begin, end - begin);
  std::string_view const printed = std::string_view{collected.text}.substr(range.begin, range.end - range.begin);
  std::string_view const written = world.text(wide.source).substr(wide.begin, wide.size());
  std::size_t at = written.find(words);
  std::size_t found = printed.find(words);
  std::optional<std::size_t> place;
  while (at != std::string_view::npos && found != std::string_view::npos) {
    if (range.begin + found == begin) place = wide.begin + at;
    at = written.find(words, at + words.size());
    found = printed.find(words, found + words.size());
  }
  if (!place || at != found) return wide;  // both are `npos` where both have as many
  return {wide.source, static_cast<std::uint32_t>(*place), static_cast<std::uint32_t>(*place + words.size())};
}

void report_missing(Prepared const& prepared, Context& context) {
  for (MissingText const& missing : prepared.missing) {
    TextStyle const& style = context.text_style(prepared.source.ranges[missing.range].style);
    auto report =
        diag::report<diag::Kind::MissingGlyph>(context.diagnostics, place_of(prepared.source, missing.begin, missing.end, context.world),
                                               prepared.source.text.substr(missing.begin, missing.end - missing.begin),
                                               static_cast<std::uint32_t>(missing.code_point), unicode::name_of(missing.code_point));
    report.hint(fonts_tried(style, missing.code_point, context));
    std::string_view const package = fonts::package_for(missing.code_point);
    report.hint(package.empty()
                    ? "remove it, or put a font that has it into a `fonts/` folder beside the source"
                    : fmt::format("remove it, or put a font that has it into a `fonts/` folder beside the source: the Debian package "
                                  "`{}` has one",
                                  package));
  }
}

void report_cut_words(Prepared const& prepared, std::vector<ByteRange> const& words, Context& context) {
  for (ByteRange const& word : words) {
    diag::report<diag::Kind::OverfullLine>(context.diagnostics, place_of(prepared.source, word.begin, word.end, context.world),
                                           shortened(std::string_view{prepared.source.text}.substr(word.begin, word.end - word.begin)))
        .hint("shorten it, or give it a wider column");
  }
}

/// Measures from which on lines look well justified without divided words (typesetting.md §2.4).
constexpr Width wide_column = 36 * Em::one;
/// … and with them; narrower ones are ragged whatever may be divided.
constexpr Width narrow_column = 24 * Em::one;

style::Align resolved(style::Align align, Measures measures, Breaking breaking) {
  if (align != style::Align::Auto) return align;
  Width const least = breaking == Breaking::Hyphenated ? narrow_column : wide_column;
  return measures.later >= least ? style::Align::Justify : style::Align::Left;
}

/// The best way, or the best with as many lines as are asked for if there is one.
std::vector<Line> loosened(std::vector<BrokenLines> ways, int looseness) {
  auto const wanted = static_cast<std::ptrdiff_t>(ways.front().lines.size()) + looseness;
  auto const found = std::find_if(ways.begin(), ways.end(), [&](BrokenLines const& way) { return std::ssize(way.lines) == wanted; });
  return std::move((found == ways.end() ? ways.begin() : found)->lines);
}

std::vector<Line> broken_lines(Prepared const& prepared, Measures measures, style::Align align, ParagraphConfig const& config,
                               Context& context) {
  if (config.breaking == Breaking::Items) return linebreak_balanced(prepared, measures.later);
  using style::Align;
  Hanging const hanging = align == Align::Justify ? Hanging::Both : align == Align::Left ? Hanging::Left : Hanging::None;
  return loosened(linebreak(breakpoints_of(prepared, hanging, context), measures, align), config.looseness);
}

void note_line_ends(Prepared const& prepared, std::vector<Line> const& lines, LineEnds& ends) {
  ends.clear();
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    Segment const& last = prepared.segments[lines[i].last - 1];
    Segment const& next = prepared.segments[lines[i + 1].first];
    if (!last.mandatory && next.first < prepared.pieces.size()) ends.push_back({prepared.pieces[next.first].begin, last.divides});
  }
}

}  // namespace

Breaking breaking_of(style::ComputedStyle const& style, Length width, Context const& context) {
  using style::Align, style::Hyphenate;
  if (style.align == Align::Center || style.align == Align::Right || style.hyphenate == Hyphenate::Off) return Breaking::Prose;
  if (style.hyphenate == Hyphenate::On) return Breaking::Hyphenated;
  bool const narrow = context.in_body_em(width) < wide_column;
  return narrow && context.flow.profile == flow::Profile::Print ? Breaking::Hyphenated : Breaking::Prose;
}

ParagraphConfig ParagraphConfig::of(style::ComputedStyle const& style, Length left, Length width) {
  return {style.align, std::max(style.leading_16ths, 1), left, width, left, width, Breaking::Prose};
}

std::vector<Fragment> set_paragraph(Prepared& prepared, ParagraphConfig const& config, Context& context) {
  std::vector<Fragment> fragments;
  report_missing(prepared, context);
  prepared.missing.clear();
  if (prepared.pieces.empty()) return fragments;
  Measures const measures{context.in_body_em(config.first_width), context.in_body_em(config.width)};
  style::Align const align = resolved(config.align, measures, config.breaking);
  report_cut_words(prepared, cut_wide_segments(prepared, measures.later, context), context);
  std::vector<Line> const lines = broken_lines(prepared, measures, align, config, context);
  if (context.line_log != nullptr) dump_paragraph(*context.line_log, prepared, lines, measures, align);
  if (config.line_ends != nullptr) note_line_ends(prepared, lines, *config.line_ends);
  fragments.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bool const first = i == 0;
    LinePlace const place{first ? config.first_left : config.left, first ? config.first_width : config.width, align, config.leading,
                          i + 1 == lines.size()};
    fragments.push_back(finalize(lines[i], prepared, place, context));
  }
  return fragments;
}

std::vector<Fragment> set_paragraph(flow::Inlines const& inlines, ParagraphConfig const& config, Context& context) {
  Prepared prepared = prepare_text(inlines, config.breaking, context);
  return set_paragraph(prepared, config, context);
}

namespace {

/// The text of what has one line: a break in it is a blank.
Collected collect_line(flow::Inlines const& inlines, Context const& context) {
  Collected result = collect(inlines, context);
  std::replace(result.text.begin(), result.text.end(), '\n', ' ');
  return result;
}

}  // namespace

Fragment set_line(flow::Inlines const& inlines, Units leading, Context& context) {
  Prepared prepared = prepare(collect_line(inlines, context), Breaking::Prose, context);
  report_missing(prepared, context);
  prepared.missing.clear();
  if (prepared.pieces.empty()) return {};
  Width const width = natural_width(prepared);
  Line line;
  line.last = static_cast<std::uint32_t>(prepared.segments.size());
  line.measure = line.natural = width;
  return finalize(line, prepared, {Length{}, Length{}, style::Align::Left, leading, true}, context);
}

Length natural_width(flow::Inlines const& inlines, Context& context) {
  Prepared const prepared = prepare(collect_line(inlines, context), Breaking::Prose, context);
  return Length::raw(Length::divide(natural_width(prepared) * context.body_size.raw(), Em::one));
}

}  // namespace resumec::layout

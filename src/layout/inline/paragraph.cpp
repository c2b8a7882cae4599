#include "layout/inline/paragraph.hpp"

#include "diag/report.hpp"
#include "layout/dump_line.hpp"
#include "layout/inline/finalize.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace resumec::layout {

namespace {

std::string fonts_tried(TextStyle const& style, Context& context) {
  std::string names;
  for (FaceId const id : context.shaper.library().chain(style.shape.font, context.world, context.diagnostics).faces) {
    std::string const& family = context.shaper.library().face(id).family;
    if (names.find('`' + family + '`') != std::string::npos) continue;
    if (!names.empty()) names += ", ";
    names += '`' + family + '`';
  }
  return names.empty() ? "there is no font at all" : "fonts tried: " + names;
}

void report_missing(Prepared const& prepared, Context& context) {
  for (MissingText const& missing : prepared.missing) {
    TextStyle const& style = context.text_style(prepared.source.ranges[missing.range].style);
    diag::report<diag::Kind::MissingGlyph>(context.diagnostics, source_of(prepared.source, missing.begin, missing.end),
                                           prepared.source.text.substr(missing.begin, missing.end - missing.begin),
                                           static_cast<std::uint32_t>(missing.code_point), unicode::name_of(missing.code_point))
        .hint(fonts_tried(style, context));
  }
}

void report_cut_words(Prepared const& prepared, std::vector<ByteRange> const& words, Context& context) {
  for (ByteRange const& word : words) {
    diag::report<diag::Kind::OverfullLine>(context.diagnostics, source_of(prepared.source, word.begin, word.end),
                                           shortened(std::string_view{prepared.source.text}.substr(word.begin, word.end - word.begin)))
        .hint("shorten it, or give it a wider column");
  }
}

}  // namespace

ParagraphConfig ParagraphConfig::of(style::ComputedStyle const& style, Length left, Length width) {
  return {style.align, std::max(style.leading_16ths, 1), left, width, left, width, Breaking::Prose};
}

std::vector<Fragment> set_paragraph(Prepared& prepared, ParagraphConfig const& config, Context& context) {
  std::vector<Fragment> fragments;
  report_missing(prepared, context);
  prepared.missing.clear();
  if (prepared.pieces.empty()) return fragments;
  Measures const measures{context.in_body_em(config.first_width), context.in_body_em(config.width)};
  report_cut_words(prepared, cut_wide_segments(prepared, measures.later, context), context);
  std::vector<Line> const lines =
      config.breaking == Breaking::Items ? linebreak_balanced(prepared, measures.later) : linebreak(prepared, measures, config.align);
  if (context.line_log != nullptr) dump_paragraph(*context.line_log, prepared, lines, measures, config.align);
  fragments.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bool const first = i == 0;
    LinePlace const place{first ? config.first_left : config.left, first ? config.first_width : config.width, config.align, config.leading,
                          i + 1 == lines.size()};
    fragments.push_back(finalize(lines[i], prepared, place, context));
  }
  return fragments;
}

std::vector<Fragment> set_paragraph(flow::Inlines const& inlines, ParagraphConfig const& config, Context& context) {
  Prepared prepared = prepare(collect(inlines, context), config.breaking, context);
  return set_paragraph(prepared, config, context);
}

Fragment set_line(flow::Inlines const& inlines, Units leading, Context& context) {
  Prepared prepared = prepare(collect(inlines, context), Breaking::Prose, context);
  report_missing(prepared, context);
  prepared.missing.clear();
  if (prepared.pieces.empty()) return {};
  Width const width = natural_width(prepared);
  Line const line{0, static_cast<std::uint32_t>(prepared.segments.size()), width, width, 0, false};
  return finalize(line, prepared, {Length{}, Length{}, style::Align::Left, leading, true}, context);
}

Length natural_width(flow::Inlines const& inlines, Context& context) {
  Prepared const prepared = prepare(collect(inlines, context), Breaking::Prose, context);
  return Length::raw(Length::divide(natural_width(prepared) * context.body_size.raw(), Em::one));
}

}  // namespace resumec::layout

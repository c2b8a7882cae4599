// A diagnostic with the lines of its sources: heading, frame with carets and labels, hints, and the lines as the fix-its
// leave them.
#include "diag/frame.hpp"
#include "diag/renderers.hpp"
#include "diag/repair.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace resumec::diag {

namespace {

/// Marks by line; the sources in the order in which they are first shown.
struct Excerpt {
  SourceId source;
  unicode::Position start;  ///< of its first span
  std::map<std::uint32_t, std::vector<Mark>> lines;
};

class Excerpts {
 public:
  explicit Excerpts(Places& places) : places_{places} {}

  void add(Span span, char sign, Paint paint, std::string const& text) {
    if (span.detached()) return;
    auto const place = places_.place(span);
    auto const inside = places_.clamped(span);
    auto const& index = places_.lines(span.source);
    auto& lines = excerpt(span.source, place.begin).lines;
    auto last = place.end.line;
    // A span that ends with the line end does not reach the next line.
    if (last > place.begin.line && place.end.column == 1) --last;
    auto const line_end = [&](std::uint32_t line) { return static_cast<std::uint32_t>(index.line(line).size()); };
    // Every offset is of its line; one within a byte order mark or a line end belongs to the nearest end of the line.
    auto const within = [&](std::uint32_t line, std::uint32_t offset) {
      auto const start = index.line_start(line);
      return offset < start ? 0 : std::min(offset - start, line_end(line));
    };
    if (last == place.begin.line) {
      lines[last].push_back({within(last, inside.begin), within(last, inside.end), sign, paint, text});
      return;
    }
    lines[place.begin.line].push_back({within(place.begin.line, inside.begin), line_end(place.begin.line), sign, paint, {}});
    auto const blanks = std::min(index.line(last).find_first_not_of(" \t"), index.line(last).size());
    lines[last].push_back(
        {std::min(static_cast<std::uint32_t>(blanks), within(last, inside.end)), within(last, inside.end), sign, paint, text});
  }

  std::vector<Excerpt> const& all() const { return all_; }

  std::uint32_t last_line() const {
    std::uint32_t last = 1;
    for (auto const& excerpt : all_) last = std::max(last, excerpt.lines.rbegin()->first);
    return last;
  }

 private:
  Excerpt& excerpt(SourceId source, unicode::Position start) {
    for (auto& known : all_) {
      if (known.source == source) return known;
    }
    return all_.emplace_back(Excerpt{source, start, {}});
  }

  Places& places_;
  std::vector<Excerpt> all_;
};

void write_excerpt(Excerpt const& excerpt, unicode::LineIndex const& index, Frame& frame) {
  std::uint32_t previous = 0;
  for (auto const& [number, marks] : excerpt.lines) {
    if (previous != 0 && number == previous + 2) frame.line(number - 1, index.line(number - 1), {});
    if (previous != 0 && number > previous + 2) frame.gap();
    frame.line(number, index.line(number), marks);
    previous = number;
  }
}

void write_repair(Repair const& repair, Frame& frame) {
  frame.blank();
  if (repair.shows_whole_lines()) {
    for (auto const& line : repair.before) frame.line(line.number, line.text, {}, Gutter::Removed);
    for (auto const& line : repair.after) frame.line(line.number, line.text, {}, Gutter::Added);
    if (repair.shortened) frame.gap();
    return;
  }
  std::vector<Mark> marks;
  for (auto const& change : repair.changes) {
    marks.push_back({change.begin, change.end, change.replaces ? '~' : '+', Paint::Added, {}});
  }
  frame.line(repair.after.front().number, repair.after.front().text, marks);
}

/// One finding may repair many places alike, as tabs in every line; the first ones show how. The other forms carry all of them.
constexpr std::size_t shown_repairs = 2;

}  // namespace

std::string render_human(Diagnostic const& diagnostic, Places& places, RenderOptions const& options) {
  Excerpts excerpts{places};
  excerpts.add(diagnostic.span, '^', paint_of(diagnostic.severity), diagnostic.caret);
  for (auto const& label : diagnostic.labels) excerpts.add(label.span, '-', Paint::Frame, label.text);
  auto const repairs = repairs_of(diagnostic.fixes, places);

  auto widest = excerpts.last_line();
  for (auto const& repair : repairs) widest = std::max(widest, repair.last_line());
  Frame frame{options, widest};
  frame.heading(diagnostic.severity, diagnostic.message, diagnostic.kind);
  for (auto const& excerpt : excerpts.all()) {
    auto const name = places.place({excerpt.source, 0, 0}).file;
    frame.file(fmt::format("{}:{}:{}", name, excerpt.start.line, excerpt.start.column), &excerpt == &excerpts.all().front());
    write_excerpt(excerpt, places.lines(excerpt.source), frame);
  }
  if (!options.unicode && !excerpts.all().empty() && !diagnostic.hints.empty()) frame.blank();
  for (auto const& hint : diagnostic.hints) frame.help(hint, &hint == &diagnostic.hints.back() && repairs.empty());
  for (std::size_t i = 0; i < repairs.size() && i < shown_repairs; ++i) write_repair(repairs[i], frame);
  if (repairs.size() > shown_repairs) frame.gap();
  return frame.take() + '\n';
}

}  // namespace resumec::diag

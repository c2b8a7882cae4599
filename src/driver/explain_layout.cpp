// Where the pages of a document end, in words.
#include "driver/passes.hpp"
#include "layout/layout.hpp"
#include "resumec/tools.hpp"
#include "unicode/line_index.hpp"

#include <fmt/format.h>

namespace resumec {

namespace {

std::string_view name_of(flow::ColumnRole role) {
  return role == flow::ColumnRole::Main ? "main column" : role == flow::ColumnRole::Side ? "side column" : "masthead";
}

std::string place_of(Span span, World& world) {
  if (span.detached()) return {};
  unicode::LineIndex const lines{world.text(span.source)};
  auto const [line, column] = lines.position(span.begin);
  return fmt::format(" ({}:{}:{})", world.name(span.source), line, column);
}

std::string reason_of(layout::PageBreak const& end) {
  if (end.is_forced()) return "`page_break: force`";
  if (!end.allowed()) return fmt::format("{}: nothing better was left", layout::words_of(end.seam));
  layout::Cost const wish = end.cost - layout::cost_of(end.seam);
  std::string_view const asked = wish > 0 ? ", against `page_break: avoid`" : wish < 0 ? ", where `page_break: prefer` is" : "";
  return fmt::format("{}{}: {} points", layout::words_of(end.seam), asked, end.cost);
}

std::string text_of(layout::ColumnNote const& column, World& world) {
  std::string text;
  for (layout::PageNote const& page : column.pages) {
    auto const& [first, used, height, cost] = page.fill;
    int const percent = height > 0 ? static_cast<int>(std::int64_t{used} * 100 / height) : 100;
    text += fmt::format("page {}: {}% full: {} points\n", page.page + 1, percent, cost);
    if (page.end)
      text += fmt::format("  ends before `{}`{}, {}\n", page.end->words, place_of(page.end->span, world), reason_of(page.end->page_break));
  }
  return text + fmt::format("all: {} points on {} {}\n", column.score.cost, column.score.pages, column.score.pages == 1 ? "page" : "pages");
}

}  // namespace

Outcome<std::string> explain_layout(Engine& engine, World& world, SourceId source, CompileOptions const& options) {
  Outcome<std::string> outcome;
  driver::Passes passes{engine, world, source, options};
  if (passes.run(Stage::Flow)) {
    auto const columns = layout::note_pages(passes.flow, passes.shaper(), world, passes.diagnostics);
    std::string text;
    for (auto const& column : columns) {
      if (columns.size() > 1) text += fmt::format("{}:\n", name_of(column.role));
      text += text_of(column, world);
    }
    outcome.value = std::move(text);
  }
  outcome.diagnostics = std::move(passes.diagnostics);
  outcome.diagnostics.sort();
  return outcome;
}

}  // namespace resumec

#include "driver/page_facts.hpp"

#include "diag/report.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace resumec::driver {

namespace {

using base::Length;

/// The text of a page that is no running head: how far down it reaches, and its last run in the order of reading.
struct PageText {
  Length bottom;
  display::GlyphRun const* last = nullptr;
};

bool is_text(display::Document const& document, display::GlyphRun const& run) {
  return run.node && run.node.index() < document.structure.size() && document.structure[run.node.index()].role != base::Role::Artifact;
}

PageText text_of(display::Document const& document, display::Page const& page) {
  PageText text;
  for (auto const& item : page.items) {
    auto const* const run = std::get_if<display::GlyphRun>(&item);
    if (!run || !is_text(document, *run)) continue;
    auto const& font = document.fonts[run->font.index()];
    text.bottom = std::max(text.bottom, run->origin.y - base::at(font.descender, run->size));
    text.last = run;
  }
  return text;
}

/// Per mille of the text area, downwards.
int fullness(display::Page const& page, PageText const& text) {
  auto const height = page.text_area.size.height.raw();
  auto const filled = (text.bottom - page.text_area.origin.y).raw();
  if (!text.last || height <= 0) return 0;
  return static_cast<int>(std::clamp<std::int64_t>(Length::divide(filled * 1000, height), 0, 1000));
}

struct Stranded {
  std::size_t page;
  display::GlyphRun const* heading;
};

/// Headings that are the last of their column's text on a page, while the text that they head starts on a later one. Structure nodes
/// stand in the order of placement, so what a heading heads comes next.
std::vector<Stranded> stranded_headings(display::Document const& document) {
  struct Place {
    std::size_t first_page = std::numeric_limits<std::size_t>::max(), last_page = 0;
    display::GlyphRun const* run = nullptr;
    Place() = default;
  };
  auto const& structure = document.structure;
  std::vector<Place> places(structure.size());
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    for (auto const& item : document.pages[page].items) {
      auto const* const run = std::get_if<display::GlyphRun>(&item);
      if (!run || !is_text(document, *run)) continue;
      for (auto node = run->node; node; node = structure[node.index()].parent) {
        auto& place = places[node.index()];
        place.first_page = std::min(place.first_page, page);
        place.last_page = page;
        place.run = run;
      }
    }
  }
  std::vector<Stranded> found;
  for (auto const& parent : structure) {
    for (std::size_t i = 0; i + 1 < parent.children.size(); ++i) {
      auto const heading = parent.children[i].index(), next = parent.children[i + 1].index();
      if (structure[heading].role != base::Role::Heading || !places[heading].run || !places[next].run) continue;
      if (places[next].first_page > places[heading].last_page) found.push_back({places[heading].last_page, places[heading].run});
    }
  }
  return found;
}

/// `712` is 71.2 %.
std::string percent(int per_mille) {
  return per_mille % 10 == 0 ? fmt::format("{}", per_mille / 10) : fmt::format("{}.{}", per_mille / 10, per_mille % 10);
}

Span first_of(display::Document const& document, display::Page const& page) {
  for (auto const& item : page.items) {
    auto const* const run = std::get_if<display::GlyphRun>(&item);
    if (run && is_text(document, *run) && !run->span.detached()) return run->span;
  }
  return {};
}

void label(diag::Report& report, Span asked) {
  if (!asked.detached()) report.label(asked, "asked for here");
}

}  // namespace

PageFacts page_facts(display::Document const& document) {
  PageFacts facts;
  facts.count = document.pages.size();
  if (!document.pages.empty()) facts.size = document.pages.front().size;
  for (auto const& page : document.pages) facts.least_full = std::min(facts.least_full, fullness(page, text_of(document, page)));
  facts.stranded = stranded_headings(document).size();
  return facts;
}

std::string to_note(PageFacts const& facts) {
  return fmt::format("pages={} width={} height={} least-full={} stranded={}", facts.count, facts.size.width.raw(), facts.size.height.raw(),
                     facts.least_full, facts.stranded);
}

std::optional<PageFacts> from_note(std::string_view note) {
  bool read = true;
  auto const number = [&](std::string_view name) -> std::int64_t {
    std::int64_t value = 0;
    read = read && note.starts_with(name);
    if (!read) return 0;
    note.remove_prefix(name.size());
    auto const [end, error] = std::from_chars(note.data(), note.data() + note.size(), value);
    read = error == std::errc{} && value >= 0;
    note.remove_prefix(static_cast<std::size_t>(end - note.data()));
    return value;
  };
  PageFacts facts;
  facts.count = static_cast<std::size_t>(number("pages="));
  facts.size.width = Length::raw(number(" width="));
  facts.size.height = Length::raw(number(" height="));
  facts.least_full = static_cast<int>(std::min<std::int64_t>(number(" least-full="), 1000));
  facts.stranded = static_cast<std::size_t>(number(" stranded="));
  if (!read || !note.empty()) return std::nullopt;
  return facts;
}

bool within(PageFacts const& facts, model::Budget const& budget) {
  auto const most = static_cast<std::size_t>(budget.max_pages.value);
  return (most == 0 || facts.count <= most) && facts.least_full >= budget.min_fill.value &&
         (budget.may_strand_headings || facts.stranded == 0);
}

void check_budget(display::Document const& document, model::Budget const& budget, Diagnostics& diagnostics) {
  auto const count = document.pages.size(), most = static_cast<std::size_t>(budget.max_pages.value);
  if (most != 0 && count > most) {
    auto report = diag::report<diag::Kind::OverPageLimit>(diagnostics, first_of(document, document.pages[most]), count, most);
    report.caret(fmt::format("page {} begins here", most + 1));
    label(report, budget.max_pages.span);
    report.hint(
        fmt::format("`--pages {0}`, or `settings: {{pages: {0}}}`, fits the document to {0} {1} and `--explain fit` says how; or shorten "
                    "the text, or set `layout: {{font-size: 10pt, margins: 15mm}}`",
                    most, most == 1 ? "page" : "pages"));
  }
  for (std::size_t index = 0; index < count; ++index) {
    auto const text = text_of(document, document.pages[index]);
    auto const full = fullness(document.pages[index], text);
    if (full >= budget.min_fill.value) continue;
    auto const place = text.last ? text.last->span : Span{};
    auto report = diag::report<diag::Kind::EmptyPage>(diagnostics, place, index + 1, percent(full), percent(budget.min_fill.value));
    report.caret("its text ends here");
    label(report, budget.min_fill.span);
    report.hint("shorten the text by these lines, or write more");
  }
  if (budget.may_strand_headings) return;
  for (auto const& [page, heading] : stranded_headings(document)) {
    auto report = diag::report<diag::Kind::StrandedHeading>(diagnostics, heading->span, heading->text, page + 1);
    label(report, budget.stranded_span);
    report.hint("change the order or the length of what comes before it");
  }
}

}  // namespace resumec::driver

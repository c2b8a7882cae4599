// The public functions: each makes a `Passes`, runs it as far as it needs, and hands out what it made.
#include "driver/api.hpp"

#include "backend/pdf/emit.hpp"
#include "backend/text/emit.hpp"
#include "base/check.hpp"
#include "diag/report.hpp"
#include "driver/made_with.hpp"
#include "driver/passes.hpp"
#include "driver/state.hpp"
#include "layout/layout.hpp"
#include "resumec/emit.hpp"
#include "resumec/version.hpp"

namespace resumec {

Engine::Engine() : state_{std::make_unique<driver::EngineState>()} {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Engine Engine::sibling() const {
  Engine other;
  other.state_->readings = state_->readings;
  other.state_->layouts = state_->layouts;
  other.state_->programs = state_->programs;
  return other;
}

std::size_t Document::page_count() const { return state_->display.pages.size(); }

PageSize Document::page_size(std::size_t page) const {
  RESUMEC_CHECK(page < page_count());
  auto const& size = state_->display.pages[page].size;
  auto const points = [](base::Length length) { return static_cast<double>(length.raw()) / base::Length::point; };
  return {points(size.width), points(size.height)};
}

std::vector<std::string> Document::font_names() const {
  std::vector<std::string> names;
  for (auto const& font : state_->display.fonts) names.push_back(font.postscript_name);
  return names;
}

Outcome<Document> compile(Engine& engine, World& world, SourceId source, CompileOptions const& options) {
  driver::Passes passes{engine, world, source, options};
  Outcome<Document> outcome;
  if (passes.run(Stage::Display) && passes.verify()) outcome.value = passes.finish(driver::Wordings::Chosen);
  outcome.diagnostics = std::move(passes.diagnostics);
  outcome.diagnostics.sort();
  return outcome;
}

Outcome<std::string> emit_pdf(Document const& document, PdfOptions const& options) {
  Outcome<std::string> outcome;
  auto const& state = document.state();
  auto bytes = backend::pdf::emit_pdf(
      state.display, {state.date, "resumec " RESUMEC_VERSION, options.object_streams, state.inputs,
                      driver::to_note(state.facts) + driver::libraries_note() + driver::fonts_note(state.display), state.programs.get()});
  if (bytes)
    outcome.value = std::move(*bytes);
  else
    diag::report<diag::Kind::PdfFailed>(outcome.diagnostics, Span{}, bytes.error());
  return outcome;
}

Outcome<std::string> emit_text(Document const& document) {
  Outcome<std::string> outcome;
  outcome.value = backend::text::emit_text(document.state().display);
  return outcome;
}

Outcome<std::string> dump(Engine& engine, World& world, SourceId source, Stage stage, CompileOptions const& options) {
  driver::Passes passes{engine, world, source, options};
  Outcome<std::string> outcome;
  // The tree and the model are always there, errors or not: that is when one wants to see them.
  bool const complete = passes.run(stage);
  switch (stage) {
    case Stage::Syntax:
      outcome.value = syntax::dump(passes.tree);
      break;
    case Stage::Model:
      outcome.value = model::dump(passes.resume);
      break;
    case Stage::Selection:
      outcome.value = variant::dump(passes.selection);
      break;
    case Stage::Style:
      if (complete) outcome.value = driver::dump_styles(passes.flow);
      break;
    case Stage::Flow:
      if (complete) outcome.value = flow::dump(passes.flow);
      break;
    case Stage::Lines:
      if (complete) outcome.value = layout::dump_lines(passes.flow, passes.shaper(), world, passes.diagnostics);
      break;
    case Stage::Display:
      if (complete) outcome.value = display::dump(passes.display);
      break;
    // What extractors must find: the text in reading order, then, after a form feed, the running heads.
    case Stage::Text:
      if (complete) outcome.value = display::reading_order_text(passes.display) + '\f' + display::artifact_text(passes.display);
      break;
    case Stage::Overlay:
      if (complete) outcome.value = display::overlay_svg(passes.display, passes.flow.page.metrics.line_height);
      break;
  }
  outcome.diagnostics = std::move(passes.diagnostics);
  outcome.diagnostics.sort();
  return outcome;
}

namespace {

struct NamedStage {
  std::string_view name;
  Stage stage;
};
constexpr NamedStage stages[] = {{"syntax", Stage::Syntax},   {"model", Stage::Model}, {"selection", Stage::Selection},
                                 {"style", Stage::Style},     {"flow", Stage::Flow},   {"lines", Stage::Lines},
                                 {"display", Stage::Display}, {"text", Stage::Text},   {"overlay", Stage::Overlay}};

}  // namespace

std::optional<Stage> stage_named(std::string_view name) {
  for (auto const& named : stages) {
    if (named.name == name) return named.stage;
  }
  return std::nullopt;
}

std::vector<std::string_view> stage_names() {
  std::vector<std::string_view> names;
  for (auto const& named : stages) names.push_back(named.name);
  return names;
}

}  // namespace resumec

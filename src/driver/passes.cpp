#include "driver/passes.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "driver/state.hpp"
#include "model/languages.hpp"
#include "source/file_error.hpp"

#include <set>

namespace resumec::driver {

namespace {

/// Where the résumé asks for a font; detached where the layout does.
Span font_request(model::Resume const& resume, std::string_view family) {
  for (auto const& option : resume.layout.options) {
    if (option.value.is_scalar() && option.value.text() == family) return option.value.span;
  }
  return resume.layout.name.span;
}

}  // namespace

Passes::Passes(Engine& engine, World& world, SourceId source, CompileOptions const& options)
    : state_{*engine.state_}, world_{world}, source_{source}, options_{options} {
  if (!state_.fonts) {
    state_.fonts = fonts::Library::load(world_, diagnostics);
    state_.shaper = std::make_unique<text::Shaper>(*state_.fonts);
  }
}

text::Shaper& Passes::shaper() { return *state_.shaper; }

bool Passes::failed() {
  if (options_.strictness == Strictness::Strict) {
    for (auto& diagnostic : diagnostics) {
      if (diagnostic.severity == Severity::Warning) diagnostic.severity = Severity::Error;
    }
  }
  return diagnostics.has_errors();
}

/// Comments alone, or nothing but `---`.
bool Passes::report_empty() {
  diag::report<diag::Kind::EmptySource>(diagnostics, Span{source_, 0, 0}, world_.name(source_)).hint("a résumé needs at least a `name`");
  return false;
}

/// The language of a source is checked where it is read.
void Passes::check_language() {
  if (!options_.lang.empty()) model::check_language(options_.lang, Span{}, diagnostics);
}

void Passes::check_photo() {
  auto const& photo = selection.resume.header.photo;
  if (photo.empty()) return;
  auto const found = world_.read(photo.value);
  if (auto const* error = std::get_if<FileError>(&found)) source::report_file_error(diagnostics, photo.span, photo.value, *error);
}

void Passes::check_fonts() {
  std::set<std::string_view> reported;
  for (auto const& style : flow.styles) {
    if (state_.fonts->has_family(style.family) || !reported.insert(style.family).second) continue;
    auto report = diag::report<diag::Kind::UnknownFont>(diagnostics, font_request(selection.resume, style.family), style.family);
    if (auto const near = base::nearest(style.family, state_.fonts->family_names()))
      report.hint(diag::did_you_mean(*near));
    else
      report.hint("`resumec fonts` lists the families; `--font-dir DIR` and a `fonts/` folder beside the source add more");
  }
}

}  // namespace resumec::driver

#include "driver/passes.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "driver/api.hpp"
#include "driver/font_hint.hpp"
#include "driver/input_digest.hpp"
#include "driver/natural_size.hpp"
#include "driver/read_source.hpp"
#include "driver/state.hpp"
#include "flow/realize.hpp"
#include "layout/layout.hpp"
#include "model/languages.hpp"
#include "source/file_error.hpp"
#include "style/resolve.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace resumec::driver {

namespace {

/// Of what is read from a text: its spans have the source's id.
base::Digest key_of(SourceId source, std::string_view text) {
  auto key = base::digest(text);
  for (std::size_t i = 0; i < sizeof source.value; ++i) key[i] ^= static_cast<std::uint8_t>(source.value >> 8 * i);
  return key;
}

/// Where the résumé asks for a font; detached where the layout does.
Span chosen_at(model::Resume const& resume, std::string_view family) {
  for (auto const& option : resume.layout.options) {
    if (option.value.is_scalar() && option.value.text() == family) return option.value.span;
  }
  return {};
}

/// The same, or where the layout is named.
Span font_request(model::Resume const& resume, std::string_view family) {
  auto const place = chosen_at(resume, family);
  return place.detached() ? resume.layout.name.span : place;
}

/// Families of the catalogue with small capitals in every face, for a hint.
std::string with_small_caps(fonts::Library const& library) {
  std::string names;
  std::string last;
  for (auto const& face : library.list()) {
    if (face.family == std::exchange(last, face.family) || face.features.find("smcp") == std::string::npos) continue;
    names += (names.empty() ? "`" : ", `") + face.family + "`";
  }
  return names;
}

}  // namespace

Passes::Passes(Engine& engine, World& world, SourceId source, CompileOptions const& options, FitDetail detail)
    : state_{*engine.state_}, world_{world}, source_{source}, options_{options}, fit_detail_{detail} {
  load_fonts();
}

/// The fonts of this world, which are those of the last one as a rule. What is wrong with fonts is said of every document, whichever of
/// them an engine compiles first.
void Passes::load_fonts() {
  auto const key = state_.font_digests.of(world_);
  if (!state_.fonts || state_.fonts_key != key || state_.fonts_reported) {
    state_.shaper.reset();
    state_.fonts_findings = {};
    state_.fonts_reported = false;
    state_.fonts = fonts::Library::load(world_, state_.fonts_findings);
    state_.shaper = std::make_unique<text::Shaper>(*state_.fonts);
    state_.fonts_key = key;
  }
  diagnostics.append(state_.fonts_findings);
}

void Passes::read_tree() {
  auto const text = world_.text(source_);
  auto key = key_of(source_, text);
  if (options_.from) key[sizeof source_.value] ^= static_cast<std::uint8_t>(1 + static_cast<std::uint8_t>(*options_.from));
  auto reading = state_.readings.find(key);
  if (!reading) {
    reading = state_.readings.keep(key, read_source(source_, text, options_.from));
  }
  tree = reading->tree;
  format = reading->format;
  diagnostics.append(reading->diagnostics);
}

void Passes::load_layout() {
  auto const& asked = selection.resume.layout.name;
  auto const name = !options_.layout.empty() ? options_.layout : !asked.empty() ? asked.value : std::string{"classic"};
  auto const found = style::find_layout(name, options_.layout.empty() ? asked.span : Span{}, world_, diagnostics);
  if (!found) return;
  auto const key = key_of(*found, world_.text(*found));
  auto reading = state_.layouts.find(key);
  if (!reading) {
    LayoutReading made;
    made.layout = style::read_layout(*found, world_, made.diagnostics);
    reading = state_.layouts.keep(key, std::move(made));
  }
  layout = reading->layout;
  diagnostics.append(reading->diagnostics);
}

flow::Document Passes::chosen_wordings() {
  if (options_.freeze_lines) flow = layout::with_line_ends(flow, shaper(), world_);
  return layout::in_chosen_wordings(std::move(flow), shaper(), world_);
}

Document Passes::finish(Wordings wordings) {
  auto state = std::make_shared<DocumentState>();
  state->display = std::move(display);
  if (wordings == Wordings::Chosen) state->flow = chosen_wordings();
  state->layout = layout;
  Diagnostics reported;  // when the flow was made
  state->style.emplace(*layout, selection.resume.layout.options, selection.resume.lang, reported);
  state->date = date();
  state->inputs = inputs;
  state->facts = page_facts(state->display);
  state->programs = state_.programs;
  tree = {};
  resume = {};
  selection = {};
  flow = {};
  return Document{std::move(state)};
}

void Passes::begin(std::string_view pass) const {
  if (options_.on_pass) options_.on_pass(pass);
}

std::optional<std::int64_t> Passes::date() const { return document_date(selection.resume.settings, world_.source_date_epoch()); }

model::Budget Passes::budget() const {
  auto budget = selection.resume.settings.budget;
  if (selection.max_pages.value > 0) budget.max_pages = selection.max_pages;
  if (options_.max_pages) budget.max_pages = {*options_.max_pages, {}};
  return budget;
}

/// Notes what laying out had to say, from the finding `first` on.
void Passes::settle_findings(std::size_t first) {
  using diag::Kind;
  if (diagnostics.size() == first) return mark_silent(inputs);
  state_.fonts_reported =
      std::any_of(diagnostics.begin() + static_cast<std::ptrdiff_t>(first), diagnostics.end(), [](Diagnostic const& finding) {
        constexpr Kind of_fonts[] = {Kind::FontMissing, Kind::FontDamaged, Kind::FontNotEmbeddable, Kind::NoFonts};
        return std::any_of(std::begin(of_fonts), std::end(of_fonts), [&](Kind kind) { return finding.kind == diag::info(kind).name; });
      });
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

/// Errors among the findings from `first` on become warnings.
void Passes::soften_errors(std::size_t first) {
  std::for_each(diagnostics.begin() + static_cast<std::ptrdiff_t>(first), diagnostics.end(), [](Diagnostic& finding) {
    if (finding.severity == Severity::Error) finding.severity = Severity::Warning;
  });
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
  auto const* error = std::get_if<FileError>(&found);
  if (!error) return;
  bool const on_web = photo.value.find("://") != std::string::npos || photo.value.starts_with("data:");
  auto report = source::report_file_error(diagnostics, photo.span, photo.value, *error);
  report.hint(on_web ? "nothing is fetched from the web: put the picture beside the source"
                     : "remove the line if there is none: no layout that comes with the program shows a photo yet");
  // Other programs take addresses, and files that lie elsewhere.
  if (format != SourceFormat::Native) report.severity(on_web ? Severity::Lint : Severity::Warning);
}

/// What else is wrong in the options of the layout and its fonts, when errors forbid to realise the document, which would tell.
void Passes::check_layout_options() {
  if (!layout) return;
  style::Resolved const resolved{*layout, selection.resume.layout.options, selection.resume.lang, diagnostics};
  for (auto const& option : layout->options) {
    auto const family = resolved.option(option.name);
    if (option.type == style::ValueType::Font && !resolved.option_span(option.name).detached() && !state_.fonts->has_family(family))
      report_unknown_font(resolved.option_span(option.name), family);
  }
}

/// Characters without a font, where errors forbid to lay out the document, which would tell: of what could be read, whatever else is wrong.
void Passes::check_characters() {
  if (!layout) return;
  Diagnostics unheard;
  flow::Document const document = realized(selection.resume, unheard);
  auto const is_known = [&](style::ComputedStyle const& style) { return state_.fonts->has_family(style.family); };
  if (!std::all_of(document.styles.begin(), document.styles.end(), is_known)) return;
  layout::lay_out(document, *state_.shaper, world_, unheard);
  for (Diagnostic const& found : unheard)
    if (found.kind == diag::info(diag::Kind::MissingGlyph).name) diagnostics.add(found);
}

void Passes::report_unknown_font(Span span, std::string_view family) {
  auto report = diag::report<diag::Kind::UnknownFont>(diagnostics, span, family);
  if (auto const near = base::nearest(family, state_.fonts->family_names()))
    report.hint(diag::did_you_mean(*near));
  else
    report.hint(font_hint(family));
}

void Passes::check_fonts() {
  std::set<std::string_view> reported;
  for (auto const& style : flow.styles) {
    if (state_.fonts->has_family(style.family) || !reported.insert(style.family).second) continue;
    report_unknown_font(font_request(selection.resume, style.family), style.family);
  }
}

flow::Document Passes::realized(model::Resume const& shown, Diagnostics& said) const {
  flow::Document document = flow::realize(shown, *layout, said);
  document.profile = options_.profile == Profile::Print ? flow::Profile::Print : flow::Profile::Ats;
  return document;
}

void Passes::size_by_x_height() {
  auto& options = selection.resume.layout.options;
  auto const size = natural_size(*layout, options, *state_.fonts);
  if (!size) return;
  syntax::Member member;
  member.key = "font-size";
  member.value.kind = syntax::Node::Kind::Scalar;
  member.value.scalar.text = *size;
  options.push_back(std::move(member));
}

/// Small capitals are drawn by the font's maker or not at all. Said where the résumé names the font: what a layout chooses, or a role
/// stands for, is ours to answer for.
void Passes::check_small_caps() {
  std::set<std::string_view> reported;
  for (auto const& style : flow.styles) {
    if (style.caps == style::Caps::None || reported.contains(style.family) || !state_.fonts->is_name(style.family)) continue;
    auto const place = chosen_at(selection.resume, style.family);
    if (place.detached()) continue;
    auto const face = state_.fonts->chain({style.family, style.weight, style.slope}, world_, diagnostics).faces.front();
    bool const all = style.caps == style::Caps::AllSmall;
    if (state_.fonts->has_feature(face, "smcp") && (!all || state_.fonts->has_feature(face, "c2sc"))) continue;
    reported.insert(style.family);
    auto report = diag::report<diag::Kind::NoSmallCaps>(diagnostics, place, state_.fonts->face(face).postscript_name);
    if (auto const names = with_small_caps(*state_.fonts); !names.empty()) report.hint(names + " have them");
  }
}

}  // namespace resumec::driver

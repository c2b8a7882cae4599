// One output: compiled as far as it takes to know whether what stands there is what would come out, and made if it is not.
#include "resumec/outputs.hpp"

#include "backend/pdf/seal.hpp"
#include "diag/report.hpp"
#include "driver/comment_seal.hpp"
#include "driver/input_digest.hpp"
#include "driver/made_with.hpp"
#include "driver/page_facts.hpp"
#include "driver/passes.hpp"
#include "driver/record.hpp"
#include "driver/state.hpp"
#include "model/items.hpp"
#include "resumec/emit.hpp"

#include <algorithm>

namespace resumec {

namespace {

constexpr diag::Kind limits[] = {diag::Kind::OverPageLimit, diag::Kind::EmptyPage, diag::Kind::StrandedHeading, diag::Kind::DoesNotFit,
                                 diag::Kind::FillsTooLittle};

/// What an existing output says about itself; none for one that says nothing, or that somebody changed.
std::optional<backend::pdf::Seal> seal_of(OutputFormat format, std::string_view existing) {
  switch (format) {
    case OutputFormat::Pdf:
      return backend::pdf::read_seal(existing);
    case OutputFormat::Latex:
      return driver::read_comment_seal(existing, "%");
    case OutputFormat::Text:
      return std::nullopt;  // decision 0008: a line for machines does not belong into a text that is pasted
  }
  return std::nullopt;
}

double points(base::Length length) { return static_cast<double>(length.raw()) / base::Length::point; }

/// The pages of what stands there, if it was made from these inputs, laid out without a word, and keeps to the limits.
std::optional<driver::PageFacts> current(driver::Passes const& passes, OutputFormat format, std::string_view existing) {
  auto const seal = seal_of(format, existing);
  auto inputs = passes.inputs;
  driver::mark_silent(inputs);
  if (!seal || seal->inputs != inputs) return std::nullopt;
  auto const facts = driver::from_note(driver::without_made_with(seal->note));
  return facts && driver::within(*facts, passes.budget()) ? facts : std::nullopt;
}

void set_pages(Output& output, driver::PageFacts const& facts) {
  output.page_count = facts.count;
  output.page_size = {points(facts.size.width), points(facts.size.height)};
}

Outcome<std::string> emit(Document const& document, OutputFormat format) {
  switch (format) {
    case OutputFormat::Pdf:
      return emit_pdf(document);
    case OutputFormat::Text:
      return emit_text(document);
    case OutputFormat::Latex:
      return emit_latex(document);
  }
  return {};
}

}  // namespace

Outcome<Output> make_output(Engine& engine, World& world, SourceId source, PlannedOutput const& planned, Existing const& existing) {
  Outcome<Output> outcome;
  Output output;
  if (auto const facts = driver::check_record(world, source, planned, existing)) {
    output.current = true;
    output.record = existing.record;
    set_pages(output, *facts);
    outcome.value = std::move(output);
    return outcome;
  }
  driver::AskedWorld asked{world};
  driver::Passes passes{engine, asked, source, planned.options};
  driver::PageFacts made;
  bool const ready = passes.run(Stage::Flow);
  if (auto const facts = ready ? current(passes, planned.format, existing.bytes) : std::nullopt) {
    output.current = true;
    made = *facts;
    set_pages(output, made);
    outcome.value = std::move(output);
  } else if (ready && passes.lay_out() && passes.verify()) {
    auto const document = passes.finish(planned.format == OutputFormat::Latex ? driver::Wordings::Chosen : driver::Wordings::None);
    if (planned.options.on_pass) planned.options.on_pass("emit");
    auto bytes = emit(document, planned.format);
    passes.diagnostics.append(bytes.diagnostics);
    if (bytes) {
      output.bytes = std::move(*bytes.value);
      made = document.state().facts;
      set_pages(output, made);
      if (passes.fitted) output.left_out = model::count_outermost(passes.fitted->whole, passes.fitted->result.decisions.dropped);
      output.font_names = document.font_names();
      outcome.value = std::move(output);
    }
  }
  outcome.diagnostics = std::move(passes.diagnostics);
  outcome.diagnostics.sort();
  // Whatever was said is to be said again the next time, so there must be one.
  if (outcome.value && outcome.diagnostics.empty()) {
    auto const& bytes = outcome.value->current ? existing.bytes : std::string_view{outcome.value->bytes};
    outcome.value->record = driver::make_record(world, source, planned, bytes, made, asked.questions());
  }
  return outcome;
}

Difference difference(OutputFormat format, std::string_view old, std::string_view made) {
  Difference difference;
  auto const before = seal_of(format, old), after = seal_of(format, made);
  difference.edited = !before && format != OutputFormat::Text;
  difference.contents = !before && format == OutputFormat::Text;
  if (!before || !after) return difference;
  difference.program = !driver::same_program(before->inputs, after->inputs);
  if (difference.program) {
    difference.libraries = driver::changed_libraries(before->note, after->note);
    return difference;
  }
  difference.fonts = !driver::same_fonts(before->inputs, after->inputs);
  difference.contents = !driver::same_contents(before->inputs, after->inputs);
  if (difference.fonts) difference.font_names = driver::changed_fonts(before->note, after->note);
  return difference;
}

bool is_edited(OutputFormat format, std::string_view existing) {
  return format == OutputFormat::Latex && driver::has_comment_seal(existing, "%") && !driver::read_comment_seal(existing, "%");
}

bool is_limit(Diagnostic const& diagnostic) {
  return std::any_of(std::begin(limits), std::end(limits), [&](diag::Kind kind) { return diagnostic.kind == diag::info(kind).name; });
}

}  // namespace resumec

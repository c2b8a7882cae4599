// The compiler as a page: one call and one sentence a pass. Each pass is a function from one value to the next; errors in reading,
// lowering and selecting stop before layout with all of them collected; warnings never stop.
#include "driver/passes.hpp"
#include "driver/settings.hpp"
#include "driver/state.hpp"

#include "flow/realize.hpp"
#include "layout/layout.hpp"
#include "model/lower.hpp"
#include "source/decode.hpp"
#include "syntax/yaml.hpp"
#include "variant/tree.hpp"

namespace resumec::driver {

bool Passes::run(Stage last) {
  // Is it a text at all? Encodings and control characters, before any reader sees the bytes.
  if (!source::check_text(source_, world_.name(source_), world_.text(source_), diagnostics)) return false;

  // Read: always a tree, whatever the input.
  tree = syntax::read_yaml(source_, world_.text(source_), diagnostics);
  if (tree.is_null()) return report_empty();
  variant::apply_variant(tree, options_.variant, world_, diagnostics);
  apply_settings(tree, options_.settings, world_, diagnostics);
  if (last == Stage::Syntax) return !failed();

  // Lower: a typed résumé. From here on there are no format differences.
  auto const unknown_keys = options_.strictness == Strictness::Lenient ? model::UnknownKeys::Warn : model::UnknownKeys::Error;
  resume = model::lower(tree, source_, diagnostics, {unknown_keys});
  if (last == Stage::Model) return !failed();

  // Select what is shown, in one language. There are no hidden nodes and no variants below this line.
  selection = variant::select(resume, {options_.variant, options_.lang}, diagnostics);
  check_language();

  check_photo();

  // Number what is cited, in the order in which it is printed.
  variant::number_citations(selection.resume, diagnostics);
  if (last == Stage::Selection) return !failed();

  // Load the layout: options, styles, pages and templates.
  auto const& asked = selection.resume.layout.name;
  auto const name = !options_.layout.empty() ? options_.layout : !asked.empty() ? asked.value : std::string{"classic"};
  layout = style::load_layout(name, options_.layout.empty() ? asked.span : Span{}, world_, diagnostics);
  if (failed()) return false;

  // Realise: blocks with templates, slots and roles. There are no résumé types below this line.
  flow = flow::realize(selection.resume, *layout, diagnostics);
  check_fonts();
  if (last == Stage::Style || last == Stage::Flow) return !failed();
  if (failed()) return false;

  // Lay out: lines, then pages. Lengths appear; every item lies on its page.
  display = layout::lay_out(flow, *state_.shaper, world_, diagnostics);
  return !failed();
}

}  // namespace resumec::driver

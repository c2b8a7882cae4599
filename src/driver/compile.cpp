// The compiler as a page: one call and one sentence a pass. Each pass is a function from one value to the next; errors in reading,
// lowering and selecting stop before layout with all of them collected; warnings never stop.
#include "driver/input_digest.hpp"
#include "driver/page_facts.hpp"
#include "driver/passes.hpp"
#include "driver/settings.hpp"
#include "driver/state.hpp"

#include "importers/expand_bibliography.hpp"
#include "importers/importer.hpp"
#include "layout/layout.hpp"
#include "model/lower.hpp"
#include "source/decode.hpp"
#include "syntax/yaml.hpp"
#include "variant/tree.hpp"

namespace resumec::driver {

bool Passes::run(Stage last) {
  begin("read");
  // Decode: a text in UTF-8, whatever encoding the bytes are in. From here on places are those of this text.
  auto const wrong_encoding = options_.fix_encoding ? source::WrongEncoding::Repair : source::WrongEncoding::Keep;
  auto const decoded = source::decode(world_, source_, wrong_encoding, diagnostics);
  if (!decoded) return false;
  source_ = *decoded;

  // Read: always a tree, whatever the input.
  read_tree();
  if (tree.is_null()) return report_empty();
  variant::apply_variant(tree, options_.variant, world_, diagnostics, wrong_encoding);
  if (options_.output) apply_output_settings(tree, *options_.output, diagnostics);
  apply_settings(tree, options_.settings, world_, diagnostics);
  // Bibliographies: the records that sections ask for are entries of theirs.
  importers::expand_bibliography(tree, world_, diagnostics, wrong_encoding);
  if (last == Stage::Syntax) return !failed();

  begin("lower");
  // Lower: a typed résumé. From here on there are no format differences.
  auto const unknown_keys = options_.strictness == Strictness::Lenient ? model::UnknownKeys::Warn : model::UnknownKeys::Error;
  auto const before = diagnostics.size();
  auto const name = importers::may_be_nameless(format) ? model::NameRule::Optional : model::NameRule::Required;
  resume =
      model::lower(tree, source_, diagnostics, {.unknown_keys = unknown_keys, .name = name, .name_hint = importers::name_hint(format)});
  // Files of other programs are read as they come: what is wrong in them is a warning.
  if (format != SourceFormat::Native) soften_errors(before);
  if (last == Stage::Model) return !failed();

  begin("select");
  // Select what is shown, in one language. There are no hidden nodes and no variants below this line.
  selection = variant::select(resume, {options_.variant, options_.lang}, diagnostics);
  check_language();

  auto const photo = diagnostics.size();
  check_photo();
  if (format != SourceFormat::Native) soften_errors(photo);

  // Number what is cited, in the order in which it is printed.
  variant::number_citations(selection.resume, diagnostics);
  if (last == Stage::Selection) return !failed();

  begin("load layout");
  // Load the layout: options, styles, pages and templates.
  load_layout();
  if (failed()) {
    check_layout_options();  // so that one run says all
    if (last >= Stage::Flow) check_characters();
    return false;
  }

  // Another family than the layout's has a size of its own, where the résumé asks for none.
  size_by_x_height();

  begin("realise");
  // Realise: blocks with templates, slots and roles. There are no résumé types below this line.
  flow = realized(selection.resume, diagnostics);
  check_fonts();
  if (failed()) return false;
  check_small_caps();

  // Fit to pages: what to show, and how to set it. The decisions are applied to the résumé, which is numbered and realised again.
  if (last != Stage::Style && !fit_pages()) return false;

  // Note what all of this was made from: from here on nothing else decides the pages.
  inputs = input_digest(flow, {state_.fonts_key, date(), options_.freeze_lines});
  if (last == Stage::Style || last == Stage::Flow) return !failed();
  return !failed() && lay_out();
}

bool Passes::lay_out() {
  begin("lay out");
  // Lay out: lines, then pages. Lengths appear; every item lies on its page.
  auto const before = diagnostics.size();
  display = layout::lay_out(flow, *state_.shaper, world_, diagnostics);
  settle_findings(before);
  return !failed();
}

bool Passes::verify() {
  begin("verify");
  // Verify: what the source promises about its pages.
  check_budget(display, budget(), diagnostics);
  return !failed();
}

}  // namespace resumec::driver

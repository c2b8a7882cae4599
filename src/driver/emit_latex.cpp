#include "backend/latex/emit.hpp"
#include "diag/report.hpp"
#include "driver/comment_seal.hpp"
#include "driver/input_digest.hpp"
#include "driver/page_facts.hpp"
#include "driver/state.hpp"
#include "resumec/emit.hpp"
#include "resumec/version.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec {

Outcome<std::string> emit_latex(Document const& document) {
  Outcome<std::string> outcome;
  auto const& state = document.state();
  auto tex = backend::latex::emit_latex(state.flow, *state.style, "resumec " RESUMEC_VERSION, outcome.diagnostics);
  tex += "% The lines below tell `resumec` whether the file is still as it wrote it; they may go.\n";
  if (unicode::direction_of(state.flow.metadata.lang) == unicode::Direction::RightToLeft) {
    // Where the document starts: what is printed first.
    auto const first =
        std::find_if(state.flow.nodes.begin(), state.flow.nodes.end(), [](auto const& node) { return !node.span.detached(); });
    diag::report<diag::Kind::LatexDirection>(outcome.diagnostics, first != state.flow.nodes.end() ? first->span : Span{},
                                             state.flow.metadata.lang)
        .hint("PDF output runs from right to left");
  }
  // What was said of this form of the document is to be said again the next time.
  auto inputs = state.inputs;
  if (!outcome.diagnostics.empty()) driver::clear_silent(inputs);
  outcome.value = driver::seal_comment(std::move(tex), "%", {inputs, driver::to_note(state.facts)});
  outcome.diagnostics.sort();
  return outcome;
}

}  // namespace resumec

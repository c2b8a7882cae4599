#include "backend/latex/emit.hpp"
#include "driver/state.hpp"
#include "resumec/emit.hpp"
#include "resumec/version.hpp"

namespace resumec {

Outcome<std::string> emit_latex(Document const& document) {
  Outcome<std::string> outcome;
  auto const& state = document.state();
  outcome.value = backend::latex::emit_latex(state.flow, *state.style, "resumec " RESUMEC_VERSION, outcome.diagnostics);
  outcome.diagnostics.sort();
  return outcome;
}

}  // namespace resumec

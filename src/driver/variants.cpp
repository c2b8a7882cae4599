// The public functions about the variants of a source.
#include "resumec/tools.hpp"
#include "source/decode.hpp"
#include "syntax/yaml.hpp"
#include "variant/tree.hpp"

namespace resumec {

Outcome<std::vector<std::string>> variant_names(World& world, SourceId source) {
  Outcome<std::vector<std::string>> outcome;
  if (source::check_text(source, world.name(source), world.text(source), outcome.diagnostics))
    outcome.value = variant::names_of_variants(syntax::read_yaml(source, world.text(source), outcome.diagnostics));
  outcome.diagnostics.sort();
  return outcome;
}

}  // namespace resumec

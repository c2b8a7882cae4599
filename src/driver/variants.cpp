// The public functions about the variants of a source.
#include "driver/passes.hpp"
#include "driver/read_source.hpp"
#include "resumec/tools.hpp"
#include "source/decode.hpp"
#include "variant/explain.hpp"
#include "variant/tree.hpp"

namespace resumec {

Outcome<std::vector<std::string>> variant_names(World& world, SourceId source) {
  Outcome<std::vector<std::string>> outcome;
  if (auto const decoded = source::decode(world, source, source::WrongEncoding::Repair, outcome.diagnostics)) {
    auto const reading = driver::read_source(*decoded, world.text(*decoded), {});
    outcome.diagnostics.append(reading.diagnostics);
    outcome.value = variant::names_of_variants(reading.tree);
  }
  outcome.diagnostics.sort();
  return outcome;
}

Outcome<std::string> explain_variant(Engine& engine, World& world, SourceId source, CompileOptions const& options) {
  Outcome<std::string> outcome;
  driver::Passes passes{engine, world, source, options};
  if (passes.run(Stage::Selection)) outcome.value = variant::explain(passes.selection);
  outcome.diagnostics = std::move(passes.diagnostics);
  outcome.diagnostics.sort();
  return outcome;
}

Outcome<std::string> diff_variants(Engine& engine, World& world, SourceId source, std::string_view first, std::string_view second,
                                   CompileOptions const& options) {
  Outcome<std::string> outcome;
  auto one = options, other = options;
  one.variant = first;
  other.variant = second;
  driver::Passes first_passes{engine, world, source, one}, second_passes{engine, world, source, other};
  // Both run, whatever comes of the first: all problems are told at once.
  bool const one_ran = first_passes.run(Stage::Selection), other_ran = second_passes.run(Stage::Selection);
  auto const name = [](std::string_view variant) { return variant.empty() ? std::string_view{"full document"} : variant; };
  if (one_ran && other_ran) outcome.value = variant::diff(first_passes.selection, name(first), second_passes.selection, name(second));
  outcome.diagnostics = std::move(first_passes.diagnostics);
  outcome.diagnostics.append(second_passes.diagnostics);
  outcome.diagnostics.sort();
  return outcome;
}

}  // namespace resumec

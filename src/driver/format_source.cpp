// `resumec fmt`: read and lower as for a build, which says what every key was read as; then lay the text out anew with those names, and
// see that it still means the same.
#include "diag/report.hpp"
#include "driver/usual_form.hpp"
#include "resumec/import.hpp"
#include "resumec/tools.hpp"

#include <algorithm>
#include <utility>

namespace resumec {

namespace {

/// The source and each of its variants mean what they did.
bool same_meaning(Engine& engine, World& world, SourceId before, SourceId after) {
  auto variants = variant_names(world, before).value.value_or(std::vector<std::string>{});
  variants.emplace_back();
  return std::all_of(variants.begin(), variants.end(), [&](std::string const& variant) {
    CompileOptions options;
    options.variant = variant;
    return dump(engine, world, before, Stage::Model, options).value == dump(engine, world, after, Stage::Model, options).value;
  });
}

}  // namespace

Outcome<int> source_version(World& world, SourceId source) {
  Outcome<int> outcome;
  if (driver::read_native(world, source, outcome.diagnostics)) outcome.value = 1;  // any other is an error
  return outcome;
}

Outcome<std::string> format_source(Engine& engine, World& world, SourceId source) {
  Outcome<std::string> outcome;
  auto& diagnostics = outcome.diagnostics;
  auto const native = driver::read_native(world, source, diagnostics);
  if (!native) return outcome;
  auto formatted = driver::usual_form(world, source, *native, diagnostics);
  if (!formatted) return outcome;
  if (*formatted != world.text(source) && !same_meaning(engine, world, source, world.add(std::string{world.name(source)}, *formatted))) {
    diag::report<diag::Kind::NotFormatted>(diagnostics, Span{}, "it would mean something else")
        .hint(
            "a variant that names a field by another name, `set: {…company: …}`, is the usual cause: name it as docs/reference/fields.md "
            "does");
    return outcome;
  }
  outcome.value = std::move(*formatted);
  return outcome;
}

}  // namespace resumec

// `resumec fmt`: read and lower as for a build, which says what every key was read as; then lay the text out anew with those names, and
// see that it still means the same.
#include "resumec/import.hpp"

#include "diag/report.hpp"
#include "driver/read_source.hpp"
#include "model/lower.hpp"
#include "resumec/tools.hpp"
#include "source/decode.hpp"
#include "syntax/yaml_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace resumec {

namespace {

/// The keys that have another name than their field's.
syntax::KeyNames names_to_change(std::vector<model::FieldName> const& names, SourceId source, std::string_view text) {
  syntax::KeyNames changes;
  for (auto const& [key, name] : names) {
    if (key.source != source || key.size() == 0) continue;
    std::uint32_t const quote = text[key.begin] == '"' || text[key.begin] == '\'' ? 1 : 0;
    std::uint32_t const begin = key.begin + quote, end = key.end - quote;
    if (text.substr(begin, end - begin) != name) changes[begin] = {end, std::string{name}};
  }
  return changes;
}

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

/// A source in the format of its own, without errors, and what its keys were read as.
struct NativeSource {
  syntax::Node tree;
  std::vector<model::FieldName> names;
};

std::optional<NativeSource> read_native(World const& world, SourceId source, Diagnostics& diagnostics) {
  auto const name = world.name(source);
  if (!source::check_text(source, name, world.text(source), diagnostics)) return std::nullopt;
  auto reading = driver::read_source(source, world.text(source), std::nullopt);
  if (reading.format != SourceFormat::Native) {
    diag::report<diag::Kind::ForeignSource>(diagnostics, Span{}, name, info(reading.format).name)
        .hint(fmt::format("`resumec import {}` makes a native file of it", name));
    return std::nullopt;
  }
  diagnostics.append(reading.diagnostics);
  NativeSource native{std::move(reading.tree), {}};
  model::lower(native.tree, source, diagnostics, {.names = &native.names});
  return diagnostics.has_errors() ? std::nullopt : std::optional{std::move(native)};
}

}  // namespace

Outcome<int> source_version(World& world, SourceId source) {
  Outcome<int> outcome;
  if (read_native(world, source, outcome.diagnostics)) outcome.value = 1;  // any other is an error
  return outcome;
}

Outcome<std::string> format_source(Engine& engine, World& world, SourceId source) {
  Outcome<std::string> outcome;
  auto& diagnostics = outcome.diagnostics;
  auto const native = read_native(world, source, diagnostics);
  if (!native) return outcome;
  auto const text = std::string{world.text(source)};
  auto formatted = syntax::format_yaml(text, native->tree, names_to_change(native->names, source, text), diagnostics);
  if (!formatted) return outcome;
  if (*formatted != text && !same_meaning(engine, world, source, world.add(std::string{world.name(source)}, *formatted))) {
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

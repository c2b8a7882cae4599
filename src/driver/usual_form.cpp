#include "driver/usual_form.hpp"

#include "diag/report.hpp"
#include "driver/read_source.hpp"
#include "source/decode.hpp"
#include "syntax/yaml_format.hpp"

#include <fmt/format.h>

#include <utility>

namespace resumec::driver {

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

}  // namespace

std::optional<NativeSource> read_native(World const& world, SourceId source, Diagnostics& diagnostics) {
  auto const name = world.name(source);
  if (!source::check_text(source, name, world.text(source), diagnostics)) return std::nullopt;
  auto reading = read_source(source, world.text(source), std::nullopt);
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

std::optional<std::string> usual_form(World const& world, SourceId source, NativeSource const& native, Diagnostics& diagnostics) {
  auto const text = world.text(source);
  return syntax::format_yaml(text, native.tree, names_to_change(native.names, source, text), diagnostics);
}

}  // namespace resumec::driver

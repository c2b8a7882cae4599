// `resumec import`: read and import as for a build, then write the native tree down.
#include "resumec/import.hpp"

#include "diag/report.hpp"
#include "driver/read_source.hpp"
#include "driver/usual_form.hpp"
#include "importers/arrange.hpp"
#include "importers/report.hpp"
#include "model/lower.hpp"
#include "model/yaml_words.hpp"
#include "source/decode.hpp"
#include "syntax/yaml_write.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace resumec {

namespace {

bool contains(Span outer, Span inner) { return outer.source == inner.source && outer.begin <= inner.begin && inner.end <= outer.end; }

/// The innermost member (its value) or item at a place; the recursion follows the tree, whose depth its reader bounds.
syntax::Node const* find_at(syntax::Node const& node, Span place) {
  for (auto const& item : node.items) {
    if (auto const* inner = find_at(item, place)) return inner;
    if (contains(item.span, place)) return &item;
  }
  for (auto const& member : node.members) {
    if (auto const* inner = find_at(member.value, place)) return inner;
    if (contains(member.key_span, place) || contains(member.value.span, place)) return &member.value;
  }
  return nullptr;
}

/// What a native file may not have is to be mended in it: said, and remarked where it stands.
void remark_errors(syntax::Node const& tree, SourceId source, std::map<syntax::Node const*, std::string>& remarks,
                   Diagnostics& diagnostics) {
  Diagnostics found;
  model::lower(tree, source, found);
  for (auto& finding : found) {
    if (finding.severity != Severity::Error) continue;
    finding.severity = Severity::Warning;
    diagnostics.add(finding);
    auto const* const node = find_at(tree, finding.span);
    auto& remark = remarks[node ? node : &tree];
    remark += fmt::format("{}to be mended: {} [{}]", remark.empty() ? "" : "\n", finding.message, finding.kind);
  }
}

/// A photo that is not there stops a native file, but not the foreign one: it waits under a key of its own.
void put_aside_missing_photo(syntax::Node& tree, World& world, std::map<syntax::Node const*, std::string>& remarks) {
  for (auto& member : tree.members) {
    if (member.key != "photo" || !member.value.is_scalar()) continue;
    if (std::holds_alternative<Blob>(world.read(member.value.text()))) continue;
    member.key = "x-photo";
    remarks[&member.value] = "there is no such file; with it, this is `photo`";
  }
}

enum class MapOf : std::uint8_t { Fields, Sections, Section };

/// What comes twice under one key, which a native file has once: what is only kept gets a key of its own, a line of a section is to be
/// mended. Titles of sections may repeat.
void part_duplicates(syntax::Node& node, MapOf of, std::map<syntax::Node const*, std::string>& remarks) {
  std::set<std::string, std::less<>> seen;
  for (auto& item : node.items) part_duplicates(item, MapOf::Fields, remarks);
  for (auto& member : node.members) {
    auto const inner = of == MapOf::Sections                             ? MapOf::Section
                       : of == MapOf::Fields && member.key == "sections" ? MapOf::Sections
                                                                         : MapOf::Fields;
    part_duplicates(member.value, inner, remarks);
    if (of == MapOf::Sections || seen.insert(member.key).second) continue;
    if (of == MapOf::Section && !member.key.starts_with("x-")) {
      remarks[&member.value] = fmt::format("to be mended: `{}` is given twice", member.key);
      continue;
    }
    auto const stem = (member.key.starts_with("x-") ? "" : "x-") + member.key;
    for (int number = 2; !seen.insert(member.key).second; ++number) member.key = fmt::format("{}-{}", stem, number);
  }
}

/// Importers put values under any name that a field has; people are to find the format's own.
std::string with_usual_names(World& world, std::string yaml) {
  auto const source = world.add("import", yaml);
  Diagnostics unheard;
  auto const native = driver::read_native(world, source, unheard);
  if (!native) return yaml;
  return driver::usual_form(world, source, *native, unheard).value_or(std::move(yaml));
}

}  // namespace

Outcome<ImportedSource> import_source(World& world, SourceId source, CompileOptions const& options) {
  Outcome<ImportedSource> outcome;
  auto& diagnostics = outcome.diagnostics;
  auto const name = world.name(source);
  auto const wrong_encoding = options.fix_encoding ? source::WrongEncoding::Repair : source::WrongEncoding::Keep;
  auto const decoded = source::decode(world, source, wrong_encoding, diagnostics);
  if (!decoded) return outcome;
  auto reading = driver::read_source(*decoded, world.text(*decoded), options.from, driver::Keep::ForeignToo);
  diagnostics.append(reading.diagnostics);
  if (reading.format == SourceFormat::Native) {
    diag::report<diag::Kind::NativeAlready>(diagnostics, Span{}, name)
        .hint(fmt::format("`resumec build {0}` builds it, `resumec fmt {0}` gives its fields their usual names", name))
        .hint("`--from` names the format, if it is one of another program");
    return outcome;
  }
  if (diagnostics.has_errors()) return outcome;
  ImportedSource imported;
  imported.format = reading.format;
  imported.leaves = importers::report_leaves(reading.foreign, reading.tree, reading.ignored);
  if (imported.leaves.empty()) {
    diag::report<diag::Kind::EmptySource>(diagnostics, Span{*decoded, 0, 0}, name).hint("a résumé needs at least a `name`");
    return outcome;
  }
  importers::arrange(reading.tree);
  syntax::YamlStyle style;
  style.words = model::yaml_words();
  style.parted = {"sections"};
  part_duplicates(reading.tree, MapOf::Fields, style.remarks);
  put_aside_missing_photo(reading.tree, world, style.remarks);
  remark_errors(reading.tree, *decoded, style.remarks, diagnostics);
  if (options.strictness == Strictness::Strict) {
    for (auto& finding : diagnostics)
      if (finding.severity == Severity::Warning) finding.severity = Severity::Error;
    if (diagnostics.has_errors()) return outcome;
  }
  auto const head = fmt::format("# Made from a file of {} by `resumec import`.\n", info(reading.format).name);
  imported.yaml = with_usual_names(world, head + syntax::write_yaml(reading.tree, style));
  outcome.value = std::move(imported);
  return outcome;
}

}  // namespace resumec

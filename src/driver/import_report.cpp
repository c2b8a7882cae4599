// The report of an import as text and as JSON.
#include "resumec/import.hpp"
#include "unicode/line_index.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace resumec {

namespace {

using Json = nlohmann::ordered_json;
using Counts = std::array<std::size_t, fate_count>;

Counts count_fates(std::vector<ImportedLeaf> const& leaves) {
  Counts counts{};
  for (ImportedLeaf const& leaf : leaves) ++counts[static_cast<std::size_t>(leaf.fate)];
  return counts;
}

std::string summary(ImportedSource const& imported, Counts const& counts) {
  std::string list;
  for (std::size_t i = 0; i < fate_count; ++i)
    if (counts[i] > 0) list += fmt::format("{}{} {}", list.empty() ? ": " : ", ", counts[i], name_of(static_cast<LeafFate>(i)));
  auto const size = imported.leaves.size();
  return fmt::format("{}: {} value{}{}\n", info(imported.format).name, size, size == 1 ? "" : "s", list);
}

}  // namespace

std::string import_report(ImportedSource const& imported, World const& world, SourceId source, ReportForm form) {
  auto const counts = count_fates(imported.leaves);
  if (form == ReportForm::Summary) return summary(imported, counts);
  auto const file = world.name(source);
  // Places are those of the text as it was decoded.
  unicode::LineIndex const lines{world.text(imported.leaves.empty() ? source : imported.leaves.front().span.source)};
  if (form == ReportForm::Values) {
    std::string text;
    for (ImportedLeaf const& leaf : imported.leaves) {
      auto const place = lines.position(leaf.span.begin);
      text += fmt::format("{}:{}:{}: {} {}{}{}\n", file, place.line, place.column, name_of(leaf.fate), leaf.path,
                          leaf.to.empty() || leaf.to == leaf.path ? "" : " -> ", leaf.to == leaf.path ? "" : leaf.to);
    }
    return text + summary(imported, counts);
  }
  Json report = {{"report", "import"}, {"file", file}, {"format", info(imported.format).id}, {"fates", Json::object()}};
  for (std::size_t i = 0; i < fate_count; ++i) report["fates"][std::string{name_of(static_cast<LeafFate>(i))}] = counts[i];
  report["values"] = Json::array();
  for (ImportedLeaf const& leaf : imported.leaves) {
    auto const place = lines.position(leaf.span.begin);
    report["values"].push_back({{"path", leaf.path},
                                {"to", leaf.to.empty() ? Json() : Json(leaf.to)},
                                {"fate", name_of(leaf.fate)},
                                {"line", place.line},
                                {"column", place.column},
                                {"begin", leaf.span.begin},
                                {"end", leaf.span.end}});
  }
  return report.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace resumec

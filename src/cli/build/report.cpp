#include "cli/build/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace resumec::cli {

namespace {

constexpr std::size_t most_named = 3;

struct Finding {
  Diagnostic diagnostic;
  std::vector<std::size_t> outputs;  ///< indices; empty: of all
};

/// Two diagnostics with the same identity say the same.
auto identity(Diagnostic const& diagnostic) {
  auto const& span = diagnostic.span;
  return std::tuple{span.source, span.begin, span.end, diagnostic.kind, diagnostic.severity, diagnostic.message};
}

std::string names_of(Finding const& finding, std::span<Target const> targets) {
  std::string names;
  for (std::size_t i = 0; i < finding.outputs.size(); ++i) {
    if (i == most_named) return names + fmt::format(" and {} more", finding.outputs.size() - most_named);
    names += fmt::format("{}`{}`", i == 0 ? "" : ", ", targets[finding.outputs[i]].path);
  }
  return names;
}

/// What a message names already needs not be said again.
bool names_output(Diagnostic const& diagnostic, Target const& target) {
  return diagnostic.message.find('`' + target.path + '`') != std::string::npos;
}

std::string_view paper_name(PageSize size) {
  auto const about = [](double a, double b) { return a > b - 1 && a < b + 1; };
  if (about(size.width, 595.28) && about(size.height, 841.89)) return "A4";
  if (about(size.width, 612) && about(size.height, 792)) return "US Letter";
  return "custom paper";
}

/// The paper of the pages; a text has their words alone.
std::string_view paper_of(Target const& target, OutputResult const& result) {
  return target.planned.format == OutputFormat::Text ? "-" : paper_name(result.page_size);
}

std::string kilobytes(std::size_t bytes) { return fmt::format("{} kB", (bytes + 999) / 1000); }

std::string_view name_of(OutputState state, Purpose purpose) {
  switch (state) {
    case OutputState::Written:
      return "written";
    case OutputState::Unchanged:
      return purpose == Purpose::Check ? "up to date" : "unchanged";
    case OutputState::Failed:
      return "failed";
    case OutputState::OverLimit:
      return "over a limit";
    case OutputState::Missing:
      return "missing";
    case OutputState::Stale:
      return "out of date";
  }
  return "";
}

std::string remarks_of(OutputResult const& result) {
  return result.remarks.empty() ? "" : fmt::format("; {}", fmt::join(result.remarks, "; "));
}

constexpr OutputState states[] = {OutputState::Written, OutputState::Unchanged, OutputState::Missing,
                                  OutputState::Stale,   OutputState::OverLimit, OutputState::Failed};

}  // namespace

Diagnostics merge_findings(World const& world, SourceId source, Diagnostics const& common, std::span<Target const> targets,
                           std::span<OutputResult const> results) {
  std::vector<Finding> findings;
  std::map<decltype(identity(std::declval<Diagnostic const&>())), std::size_t> known;  // → index in findings
  for (auto const& diagnostic : common) {
    known.try_emplace(identity(diagnostic), findings.size());
    findings.push_back({diagnostic, {}});
  }
  auto const common_count = findings.size();
  for (std::size_t index = 0; index < results.size(); ++index) {
    for (auto const& diagnostic : results[index].diagnostics) {
      auto const [place, is_new] = known.try_emplace(identity(diagnostic), findings.size());
      if (is_new)
        findings.push_back({diagnostic, {index}});
      else if (place->second >= common_count)
        findings[place->second].outputs.push_back(index);
    }
  }
  for (auto& finding : findings) {
    bool const of_all = finding.outputs.empty() || finding.outputs.size() == targets.size();
    // A finding of many that has no place is about a file of the machine: a font, a folder.
    bool const about_output = !finding.diagnostic.span.detached() || finding.diagnostic.severity == Severity::Error;
    if (of_all || !about_output || (finding.outputs.size() == 1 && names_output(finding.diagnostic, targets[finding.outputs[0]]))) continue;
    finding.diagnostic.message += fmt::format(" (in {})", names_of(finding, targets));
  }
  auto const place = [&](Diagnostic const& diagnostic) {
    auto const& span = diagnostic.span;
    return std::tuple{span.detached(), span.source != source, world.name(span.source), span.begin, span.end};
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](Finding const& a, Finding const& b) { return place(a.diagnostic) < place(b.diagnostic); });
  Diagnostics merged;
  for (auto& finding : findings) merged.add(std::move(finding.diagnostic));
  return merged;
}

std::string line_of(Target const& target, OutputResult const& result) {
  auto const count = fmt::format("{} page{}", result.pages, result.pages == 1 ? "" : "s");
  auto const pages = target.planned.format == OutputFormat::Text ? fmt::format("the words of {}", count)
                                                                 : fmt::format("{}, {}", count, paper_name(result.page_size));
  return fmt::format("{}: {}, {}{}{}\n", target.path, pages, kilobytes(result.bytes),
                     result.state == OutputState::Unchanged ? ", unchanged" : "", remarks_of(result));
}

std::string table_of(std::span<Target const> targets, std::span<OutputResult const> results, Purpose purpose) {
  std::size_t widest = 0;
  for (auto const& target : targets) widest = std::max(widest, target.path.size());
  std::string text = fmt::format("{:<{}}  {:>5}  {:<12}  {:>7}  {}\n", "output", widest, "pages", "paper", "size", "state");
  for (std::size_t i = 0; i < results.size(); ++i) {
    auto const& result = results[i];
    bool const made = result.pages > 0;
    text += fmt::format("{:<{}}  {:>5}  {:<12}  {:>7}  {}{}\n", targets[i].path, widest, made ? fmt::format("{}", result.pages) : "-",
                        made ? paper_of(targets[i], result) : "-", made ? kilobytes(result.bytes) : "-", name_of(result.state, purpose),
                        remarks_of(result));
  }
  std::string counts;
  for (auto const state : states) {
    auto const count = std::count_if(results.begin(), results.end(), [&](OutputResult const& result) { return result.state == state; });
    if (count > 0) counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", count, name_of(state, purpose));
  }
  return text + fmt::format("{} output{}: {}\n", results.size(), results.size() == 1 ? "" : "s", counts.empty() ? "nothing to do" : counts);
}

}  // namespace resumec::cli

// `resumec check`: everything that is wrong with a source: the full document, every variant, and what `outputs:` says.
#include "cli/build/report.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "resumec/tools.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace resumec::cli {

namespace {

/// The documents of a source that a call asks about: one, or the full one and every variant. The path of each says which it is.
std::vector<Target> documents(Arguments const& arguments, Session& session, SourceId source) {
  std::vector<Target> all(1);
  all[0].planned.options = session.compile_options();
  all[0].path = "full";
  if (arguments.has(driver::Option::VariantName)) return all;
  auto const names = variant_names(session.world(), source);  // compiling says what is wrong with the source
  for (auto const& name : names.value.value_or(std::vector<std::string>{})) {
    all.push_back(all[0]);
    all.back().planned.options.variant = all.back().path = name;
  }
  return all;
}

}  // namespace

int check(Arguments const& arguments) {
  if (arguments.operands.size() > 1) return wrong_usage("`resumec check` takes one source");
  if (arguments.many(driver::Option::VariantName).size() > 1)
    return wrong_usage("`resumec check` takes one `--variant`; without it, all of them are checked");
  Session session{arguments};
  auto const source = session.open_source();
  if (!source) return session.print_diagnostics();
  auto const targets = documents(arguments, session, *source);
  std::vector<OutputResult> results;
  for (auto const& target : targets) {
    auto document = compile(session.engine(), session.world(), *source, target.planned.options);
    auto& result = results.emplace_back();
    result.diagnostics = std::move(document.diagnostics);
    if (document) result.pages = document->page_count();
  }
  auto const stem = std::filesystem::path{session.source_path()}.stem().string();
  session.diagnostics().append(plan_outputs(session.engine(), session.world(), *source, targets[0].planned.options, stem).diagnostics);
  session.diagnostics() = merge_findings(session.world(), *source, session.diagnostics(), targets, results);
  auto const status = session.print_diagnostics();
  if (status == Done && !arguments.has(driver::Option::Quiet)) {
    auto const pages = results[0].pages, variants = targets.size() - 1;
    auto const of_variants = variants == 0 ? "" : fmt::format(", {} variant{}", variants, variants == 1 ? "" : "s");
    fmt::print(stderr, "{}: no errors, {} page{}{}\n", session.source_path(), pages, pages == 1 ? "" : "s", of_variants);
  }
  return status;
}

}  // namespace resumec::cli

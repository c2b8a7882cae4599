#include "cli/build/build.hpp"

#include "cli/build/depfile.hpp"
#include "cli/build/is_used.hpp"
#include "cli/build/report.hpp"
#include "cli/commands.hpp"
#include "cli/find_source.hpp"
#include "cli/write_file.hpp"
#include "diag/report.hpp"
#include "resumec/tools.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <set>
#include <thread>

namespace resumec::cli {

using driver::Option;

namespace {

/// A number from 1; none if the option has another value.
std::optional<int> number(Arguments const& arguments, Option option) {
  auto const text = arguments.one(option);
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1) return std::nullopt;
  return value;
}

/// `build cv.yaml out/` and `build cv.yaml cv.pdf`: the second is where to write.
std::string several_operands(std::vector<std::string> const& operands) {
  auto const& second = operands[1];
  std::error_code error;
  bool const is_output = second.ends_with('/') || std::filesystem::is_directory(second, error) || is_name_of_output(second);
  return fmt::format("`resumec build` takes one source{}", is_output ? fmt::format("; `-o {}` says where to write", second) : "");
}

/// What is wrong with the call, whatever the source.
std::optional<std::string> usage_error(Arguments const& arguments) {
  if (arguments.operands.size() > 1) return several_operands(arguments.operands);
  for (auto const& setting : arguments.many(Option::Set)) {
    if (setting.starts_with('=')) return fmt::format("`--set {}` has no path; write `--set PATH=VALUE`", setting);
    if (setting.find('=') == std::string::npos) return fmt::format("`--set {}` has no value; write `--set PATH=VALUE`", setting);
  }
  for (auto const option : {Option::Jobs, Option::Pages, Option::MaxPages}) {
    if (!arguments.has(option) || number(arguments, option)) continue;
    auto const name = driver::options()[static_cast<std::size_t>(option)].long_name();
    return fmt::format("`{} {}`: it takes a number from 1", name, arguments.one(option));
  }
  if (arguments.has(Option::Pages) && arguments.has(Option::MaxPages))
    return "`--pages` is exactly so many, `--max-pages` at most: give one";
  if (arguments.has(Option::CheckOutputs) && arguments.one(Option::Output) == "-")
    return "`--check` compares with a file; `--output -` has none";
  // As reproducible-builds.org asks: a date that is none must not pass for no date.
  return date_error();
}

/// Half of what there is would do for a handful of outputs, but a thread has to load fonts and shape words of its own: measured in
/// docs/performance.md.
std::size_t default_jobs(std::size_t outputs) {
  constexpr std::size_t worth_a_thread = 4;
  return std::clamp<std::size_t>(outputs / worth_a_thread, 1, std::max(1U, std::thread::hardware_concurrency()));
}

void write_depfile(Arguments const& arguments, Session& session, BuildReport const& report) {
  std::vector<std::string> outputs;
  for (auto const& target : report.targets) outputs.push_back(target.path);
  auto const uses = session.world().files_used();
  auto const text = depfile(outputs, uses);
  std::string const path{arguments.one(Option::Depfile)};
  auto const is_output =
      std::any_of(report.targets.begin(), report.targets.end(), [&](Target const& target) { return target.path == path; });
  std::optional<std::string> problem;
  if (!text)
    problem = "a file name has a line end, which it cannot hold";
  else if (is_used(session.world(), path))
    problem = is_used_problem;
  else if (is_output)
    problem = "it is an output of this build";
  else
    problem = write_file(path, *text);
  if (problem) diag::report<diag::Kind::CannotWrite>(session.diagnostics(), Span{}, path, *problem);
}

/// `--explain`: of every output, each text once. JSON is a result and goes to standard output.
void explain(Arguments const& arguments, Session& session, BuildReport const& report) {
  std::set<std::string> seen;
  std::string_view const what = arguments.one(Option::ExplainDecisions);
  bool const json = what == "fit" && arguments.one(Option::Diagnostics) == "json";
  auto const explained = [&](CompileOptions const& options) {
    if (what == "fit")
      return explain_fit(session.engine(), session.world(), report.source, json ? FitFormat::Json : FitFormat::Text, options);
    if (what == "layout") return explain_layout(session.engine(), session.world(), report.source, options);
    return explain_variant(session.engine(), session.world(), report.source, options);
  };
  for (auto const& target : report.targets) {
    auto const text = explained(target.planned.options);
    if (json && text) {
      print(*text);
      continue;
    }
    if (text && seen.insert(*text).second) fmt::print(stderr, "{}:\n{}", target.path, *text);
  }
}

}  // namespace

BuildReport run_build(Arguments const& arguments, Session& session, Timings* timings) {
  BuildReport report;
  report.usage_error = usage_error(arguments);
  if (report.usage_error) return report.status = WrongUsage, report;
  auto const source = session.open_source();
  if (!source || session.diagnostics().has_errors()) return report.status = Failed, report;
  report.source = *source;
  auto targets = find_targets(arguments, session, *source);
  report.usage_error = std::move(targets.usage_error);
  if (report.usage_error) return report.status = WrongUsage, report;
  report.targets = std::move(targets.all);
  if (report.targets.empty()) return report.status = session.diagnostics().has_errors() ? Failed : Done, report;

  bool const all = arguments.has(Option::AllOutputs);
  std::optional<Progress> progress;
  if (has_live_terminal() && !arguments.has(Option::Quiet))
    progress.emplace(report.targets.size(), all ? std::chrono::milliseconds{0} : std::chrono::milliseconds{500});
  auto const asked = arguments.has(Option::Jobs) ? number(arguments, Option::Jobs) : std::nullopt;
  BuildOptions options;
  options.purpose = arguments.has(Option::CheckOutputs) ? Purpose::Check : Purpose::Write;
  options.jobs = asked ? static_cast<std::size_t>(*asked) : default_jobs(report.targets.size());
  options.makes_all = arguments.has(Option::Verbose) || arguments.has(Option::Depfile);
  options.progress = progress ? &*progress : nullptr;
  options.timings = timings;
  report.results = build_outputs(session, *source, report.targets, options);
  progress.reset();

  for (auto const& result : report.results) report.status = std::max(report.status, status_of(result.state));
  session.diagnostics() = merge_findings(session.world(), *source, session.diagnostics(), report.targets, report.results);
  if (arguments.has(Option::Depfile) && report.status == Done) {
    write_depfile(arguments, session, report);
    if (session.diagnostics().has_errors()) report.status = Failed;
  }
  return report;
}

ExitStatus print_report(Arguments const& arguments, Session& session, BuildReport const& report) {
  if (report.usage_error) return static_cast<ExitStatus>(wrong_usage(*report.usage_error));
  session.print_diagnostics();
  if (arguments.has(Option::Quiet) || report.results.empty()) return report.status;
  auto const purpose = arguments.has(Option::CheckOutputs) ? Purpose::Check : Purpose::Write;
  if (arguments.has(Option::AllOutputs) || report.targets.size() > 1) {
    fmt::print(stderr, "{}", table_of(report.targets, report.results, purpose));
  } else if (report.status == Done && report.targets[0].path != "-") {
    fmt::print(stderr, "{}", line_of(report.targets[0], report.results[0]));
  }
  return report.status;
}

int build(Arguments const& arguments) {
  Session session{arguments};
  Timings timings;
  auto const report = run_build(arguments, session, arguments.has(Option::Timings) ? &timings : nullptr);
  auto const status = print_report(arguments, session, report);
  if (status == Done && arguments.has(Option::ExplainDecisions)) explain(arguments, session, report);
  if (arguments.has(Option::Timings) && !report.results.empty()) fmt::print(stderr, "{}", timings.table());
  if (status == Done && arguments.has(Option::Verbose)) {
    std::vector<std::string> fonts;
    for (auto const& result : report.results) {
      for (auto const& name : result.font_names) {
        if (std::find(fonts.begin(), fonts.end(), name) == fonts.end()) fonts.push_back(name);
      }
    }
    fmt::print(stderr, "fonts: {}\nfingerprint of program, libraries and fonts: {}\n", fmt::join(fonts, ", "),
               fingerprint(session.world()));
  }
  return status;
}

}  // namespace resumec::cli

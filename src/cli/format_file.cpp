// `resumec fmt` and `resumec migrate`: native sources rewritten in place.
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/write_file.hpp"
#include "diag/report.hpp"
#include "resumec/import.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace resumec::cli {

using driver::Option;

int format_file(Arguments const& arguments) {
  if (arguments.operands.size() != 1) return wrong_usage("`resumec fmt` takes one file");
  if (arguments.has(Option::CheckForm) && arguments.has(Option::FormattedOutput))
    return wrong_usage("`resumec fmt --check` writes nothing: `--output` does not go with it");
  Session session{arguments};
  auto const source = session.open_source();
  if (!source) return session.print_diagnostics();
  auto& diagnostics = session.diagnostics();
  auto const formatted = format_source(session.engine(), session.world(), *source);
  diagnostics.append(formatted.diagnostics);
  if (!formatted) return session.print_diagnostics();
  // What is odd about a source is for `resumec check` to say.
  auto const& path = session.source_path();
  bool const is_done = *formatted == session.world().text(*source);
  bool const quiet = arguments.has(Option::Quiet);
  if (arguments.has(Option::CheckForm)) {
    if (!quiet)
      fmt::print(stderr, "{}: {}\n", path,
                 is_done ? "in its usual form" : fmt::format("not in its usual form; `resumec fmt {}` rewrites it", path));
    return is_done ? Done : OutOfDate;
  }
  std::string const asked{arguments.one(Option::FormattedOutput)};
  auto const target = !asked.empty() ? asked : arguments.operands.front();
  if (target == "-") return print_result(*formatted);
  bool const in_place = target == path;
  if (!in_place || !is_done) {
    if (auto const problem = write_file(target, *formatted)) {
      diagnostics = {};
      diag::report<diag::Kind::CannotWrite>(diagnostics, Span{}, target, *problem);
      return session.print_diagnostics();
    }
  }
  if (!quiet) fmt::print(stderr, "{}: {}\n", target, in_place && is_done ? "in its usual form already" : "written");
  return Done;
}

int migrate(Arguments const& arguments) {
  if (arguments.operands.size() != 1) return wrong_usage("`resumec migrate` takes one file");
  Session session{arguments};
  auto const source = session.open_source();
  if (!source) return session.print_diagnostics();
  auto const version = source_version(session.world(), *source);
  session.diagnostics().append(version.diagnostics);
  if (!version) return session.print_diagnostics();
  if (!arguments.has(Option::Quiet))
    fmt::print(stderr, "{}: version {} of the format, which is the newest; nothing to do\n", session.source_path(), *version);
  return Done;
}

}  // namespace resumec::cli

// `resumec import`: a native source beside the file of another program.
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/write_file.hpp"
#include "diag/report.hpp"
#include "resumec/import.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

namespace resumec::cli {

namespace fs = std::filesystem;
using driver::Option;

namespace {

/// `cv.json` → `cv.resume.yaml`, which `resumec build` finds by itself; `resume.json` → `resume.yaml`, which it finds, too.
std::string default_name(fs::path const& source) {
  auto const stem = source.stem().string();
  return stem + (stem == "resume" || stem.ends_with(".resume") ? ".yaml" : ".resume.yaml");
}

std::string output_path(Arguments const& arguments, std::string const& source_path) {
  fs::path const source{source_path};
  std::string const asked{arguments.one(Option::Output)};
  if (asked.empty() && arguments.operands.front() == "-") return "-";
  if (asked.empty()) return (source.parent_path() / default_name(source)).string();
  std::error_code error;
  bool const folder = asked.ends_with('/') || fs::is_directory(asked, error);
  return folder ? (fs::path{asked} / default_name(source)).string() : asked;
}

}  // namespace

int import_file(Arguments const& arguments) {
  if (arguments.operands.size() != 1) return wrong_usage("`resumec import` takes one file, and makes a native source of it");
  Session session{arguments};
  auto const source = session.open_source();
  if (!source) return session.print_diagnostics();
  auto& diagnostics = session.diagnostics();
  auto const path = output_path(arguments, session.source_path());
  if (path != "-" && fs::exists(path)) {
    diag::report<diag::Kind::FileExists>(diagnostics, Span{}, path)
        .hint("name another file: `-o my-resume.yaml`; or delete this one first; `-o -` prints");
    return session.print_diagnostics();
  }
  auto const imported = import_source(session.world(), *source, session.compile_options());
  diagnostics.append(imported.diagnostics);
  if (!imported) return session.print_diagnostics();
  if (auto const problem = path == "-" ? print(imported->yaml) : write_file(path, imported->yaml))
    diag::report<diag::Kind::CannotWrite>(diagnostics, Span{}, path, *problem);
  auto const status = session.print_diagnostics();
  if (status != Done) return status;
  bool const json = arguments.one(Option::Diagnostics) == "json";
  auto const form = json ? ReportForm::Json : arguments.has(Option::Verbose) ? ReportForm::Values : ReportForm::Summary;
  if (json || !arguments.has(Option::Quiet)) {
    fmt::print(stderr, "{}", import_report(*imported, session.world(), *source, form));
    if (!json && path != "-") fmt::print(stderr, "{0}: written; `resumec build {0}`\n", path);
  }
  return Done;
}

}  // namespace resumec::cli

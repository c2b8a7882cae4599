// `resumec build` and `resumec check`.
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/write_file.hpp"
#include "diag/report.hpp"
#include "resumec/emit.hpp"
#include "resumec/tools.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace resumec::cli {

namespace fs = std::filesystem;
using driver::Option;

namespace {

/// What `build` writes, by the words of `--to` and by endings.
struct Format {
  std::string_view name, ending;
  Outcome<std::string> (*emit)(Document const&);
};
constexpr Format formats[] = {{"pdf", ".pdf", [](Document const& document) { return emit_pdf(document); }},
                              {"text", ".txt", emit_text},
                              {"latex", ".tex", emit_latex}};

/// Where the output goes, and as what.
struct Target {
  std::string path;  ///< `-`: standard output
  Format const* format = &formats[0];
};

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

Format const* find_format(std::string_view Format::*member, std::string_view word) {
  auto const* const found = std::find_if(std::begin(formats), std::end(formats), [&](Format const& one) { return one.*member == word; });
  return found == std::end(formats) ? nullptr : found;
}

std::optional<std::string> find_target(Arguments const& arguments, std::string const& source, Target& target) {
  target.path = arguments.one(Option::Output);
  auto const extension = lower_case(fs::path{target.path}.extension().string());
  auto const to = arguments.one(Option::To);
  auto const* const by_ending = find_format(&Format::ending, extension);
  bool const known = by_ending != nullptr;
  if (!to.empty())
    target.format = find_format(&Format::name, to);
  else if (known)
    target.format = by_ending;
  if (to.empty() && !known && !extension.empty() && !fs::is_directory(target.path)) {
    return fmt::format("`--output {}`: the ending is not one of .pdf, .txt, .tex; `--to` says what to write", target.path);
  }
  if (!to.empty() && known && by_ending != target.format) {
    return fmt::format("`--to {}` and `--output {}` disagree", to, target.path);
  }
  auto const file = fs::path{source}.stem().string() + std::string{target.format->ending};
  if (target.path.empty())
    target.path = source == "resume" ? file : (fs::path{source}.parent_path() / file).string();
  else if (target.path != "-" && (fs::is_directory(target.path) || target.path.back() == '/'))
    target.path = (fs::path{target.path} / file).string();
  return std::nullopt;
}

std::string_view paper_name(Document::PageSize size) {
  auto const about = [](double a, double b) { return a > b - 1 && a < b + 1; };
  if (about(size.width, 595.28) && about(size.height, 841.89)) return "A4";
  if (about(size.width, 612) && about(size.height, 792)) return "US Letter";
  return "custom paper";
}

void report_unwritten(Diagnostics& diagnostics, std::string const& path, std::string const& problem) {
  auto report = diag::report<diag::Kind::CannotWrite>(diagnostics, Span{}, path, problem);
  auto const folder = fs::path{path}.parent_path();
  std::error_code error;
  bool const stream = path == "-" || (fs::exists(path, error) && !fs::is_regular_file(path, error) && !fs::is_directory(path, error));
  if (stream) {
    report.hint("what was written is not complete; `--output FILE` writes a file whole or not at all");
  } else if (!folder.empty() && !fs::exists(folder, error)) {
    report.hint(fmt::format("make the folder first: `mkdir -p {}`", folder.string()));
  } else {
    report.hint("`--output PATH` writes elsewhere; what stood there before is as it was");
  }
}

void say_done(Target const& target, Document const& document, std::size_t bytes) {
  auto const pages = document.page_count();
  fmt::print(stderr, "{}: {} page{}, {}, {} kB\n", target.path, pages, pages == 1 ? "" : "s", paper_name(document.page_size(0)),
             (bytes + 999) / 1000);
}

}  // namespace

int build(Arguments const& arguments) {
  if (arguments.operands.size() > 1) return wrong_usage("`resumec build` takes one source");
  Session session{arguments};
  for (auto const& setting : arguments.many(Option::Set)) {
    if (setting.starts_with('=')) return wrong_usage(fmt::format("`--set {}` has no path; write `--set PATH=VALUE`", setting));
    if (setting.find('=') == std::string::npos)
      return wrong_usage(fmt::format("`--set {}` has no value; write `--set PATH=VALUE`", setting));
  }
  auto const source = session.open_source();
  if (!source) return session.print_diagnostics();
  Target target;
  if (auto const error = find_target(arguments, session.source_path(), target)) return wrong_usage(*error);

  auto document = compile(session.engine(), session.world(), *source, session.compile_options());
  session.diagnostics().append(document.diagnostics);
  if (!document) return session.print_diagnostics();
  auto bytes = target.format->emit(*document);
  session.diagnostics().append(bytes.diagnostics);
  if (bytes) {
    auto const problem = target.path == "-" ? print(*bytes) : write_file(target.path, *bytes);
    if (problem) report_unwritten(session.diagnostics(), target.path, *problem);
  }
  auto const status = session.print_diagnostics();
  if (status == Done && target.path != "-" && !arguments.has(Option::Quiet)) say_done(target, *document, bytes->size());
  if (status == Done && arguments.has(Option::Verbose)) {
    fmt::print(stderr, "fonts: {}\nfingerprint of program, libraries and fonts: {}\n", fmt::join(document->font_names(), ", "),
               fingerprint(session.world()));
  }
  return status;
}

int check(Arguments const& arguments) {
  if (arguments.operands.size() > 1) return wrong_usage("`resumec check` takes one source");
  Session session{arguments};
  auto const source = session.open_source();
  if (!source) return session.print_diagnostics();
  auto const document = compile(session.engine(), session.world(), *source, session.compile_options());
  session.diagnostics().append(document.diagnostics);
  auto const status = session.print_diagnostics();
  if (status == Done && !arguments.has(Option::Quiet)) {
    auto const pages = document->page_count();
    fmt::print(stderr, "{}: no errors, {} page{}\n", session.source_path(), pages, pages == 1 ? "" : "s");
  }
  return status;
}

}  // namespace resumec::cli

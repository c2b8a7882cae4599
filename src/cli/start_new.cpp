// `resumec new`: a source to start from.
#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/write_file.hpp"
#include "diag/report.hpp"
#include "source/file_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

namespace resumec::cli {

using driver::Option;

namespace {

constexpr std::array<std::string_view, 6> examples{"starter", "minimal", "one-page", "long-cv", "research-web", "every-kind"};

}  // namespace

std::span<std::string_view const> example_names() { return examples; }

int start_new(Arguments const& arguments) {
  if (arguments.operands.size() > 1) return wrong_usage("`resumec new` writes one file");
  Session session{arguments};
  auto& diagnostics = session.diagnostics();
  std::string const path = arguments.operands.empty() ? "resume.yaml" : arguments.operands.front();
  std::string const example = arguments.has(Option::Example) ? std::string{arguments.one(Option::Example)} : "starter";
  if (example == "list") {
    auto const problem = print(fmt::format("{}\n", fmt::join(examples, "\n")));
    return problem ? Failed : Done;
  }
  if (std::find(examples.begin(), examples.end(), example) == examples.end()) {
    auto report = diag::report<diag::Kind::UnknownExample>(diagnostics, Span{}, example);
    if (auto const near = base::nearest(example, examples))
      report.hint(diag::did_you_mean(*near));
    else
      report.hint(fmt::format("it is one of {}", fmt::join(examples, ", ")));
    return session.print_diagnostics();
  }
  if (path != "-" && std::filesystem::exists(path)) {
    diag::report<diag::Kind::FileExists>(diagnostics, Span{}, path)
        .hint("name another file: `resumec new my-resume.yaml`; or delete this one first");
    return session.print_diagnostics();
  }
  auto const asset = session.world().asset("examples/" + example + ".yaml");
  if (auto const* problem = std::get_if<FileError>(&asset)) {
    source::report_file_error(diagnostics, Span{}, "examples/" + example + ".yaml", *problem);
    return session.print_diagnostics();
  }
  std::string text{std::get<Blob>(asset).bytes};
  if (arguments.has(Option::Layout)) text += fmt::format("\nlayout: {}\n", arguments.one(Option::Layout));
  if (auto const problem = path == "-" ? print(text) : write_file(path, text)) {
    diag::report<diag::Kind::CannotWrite>(diagnostics, Span{}, path, *problem);
    return session.print_diagnostics();
  }
  if (path != "-" && !arguments.has(Option::Quiet)) fmt::print(stderr, "{0}: written; edit it, then `resumec build {0}`\n", path);
  return Done;
}

}  // namespace resumec::cli

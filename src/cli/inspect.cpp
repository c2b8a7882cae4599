// The verbs that print what there is: dump, layouts, fonts, schema, explain, version, help.
#include "base/check.hpp"
#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/manual.hpp"
#include "cli/session.hpp"
#include "diag/report.hpp"
#include "resumec/tools.hpp"
#include "resumec/version.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <span>
#include <vector>

namespace resumec::cli {

using driver::Option;

namespace {

constexpr std::size_t most_named = 20;

/// The names in which a word stands, in backticks and in singular or plural: `variants` finds `--variant`; empty if they are none or many.
std::string names_with(std::string_view word, std::span<std::string_view const> names) {
  if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
  std::vector<std::string_view> found;
  for (auto const name : names)
    if (word.size() > 2 && name.find(word) != std::string_view::npos) found.push_back(name);
  return found.empty() || found.size() > most_named ? std::string{} : fmt::format("`{}`", fmt::join(found, "`, `"));
}

std::vector<std::string_view> names_of_verbs() {
  std::vector<std::string_view> names;
  for (auto const& row : driver::verbs())
    if (row.status == driver::Status::Ready) names.push_back(row.name);
  return names;
}

/// Options of `resumec build`, which has nearly all.
std::vector<std::string_view> names_of_options() {
  std::vector<std::string_view> names;
  for (auto const& row : driver::options())
    if (row.status == driver::Status::Ready && row.belongs_to(driver::Verb::Build)) names.push_back(row.long_name());
  return names;
}

std::string no_help(std::string_view word) {
  if (auto const near = base::nearest(word, names_of_verbs()))
    return fmt::format("there is no help for `{}`; did you mean `resumec help {}`?", word, *near);
  if (auto const options = names_with(word, names_of_options()); !options.empty())
    return fmt::format("there is no help for `{}` alone; `resumec help build` has {}", word, options);
  return fmt::format("there is no help for `{}`; `resumec help` lists the verbs, docs/guide and docs/reference say the rest", word);
}

std::string no_kind(std::string_view word, std::span<std::string_view const> kinds) {
  if (auto const near = base::nearest(word, kinds)) return fmt::format("no diagnostic is called `{}`; did you mean `{}`?", word, *near);
  auto const like = names_with(word, kinds);
  return like.empty() ? fmt::format("no diagnostic is called `{}`; `resumec explain` lists them", word)
                      : fmt::format("no diagnostic is called `{}`; there is {}", word, like);
}

}  // namespace

int print_result(std::string_view text) {
  auto const problem = print(text);
  if (!problem) return Done;
  fmt::print(stderr, "error: cannot write to standard output: {} [cannot-write]\n", *problem);
  return Failed;
}

int wrong_usage(std::string_view message) {
  fmt::print(stderr, "resumec: {}\n", message);
  return WrongUsage;
}

int dump(Arguments const& arguments) {
  auto const name = arguments.one(Option::StageName);
  if (name.empty()) return wrong_usage(fmt::format("`resumec dump` needs `--stage` with one of {}", fmt::join(stage_names(), ", ")));
  auto const stage = stage_named(name);
  RESUMEC_CHECK(stage.has_value());  // the option table lists the same stages
  if (arguments.operands.size() > 1) return wrong_usage("`resumec dump` takes one source");
  Session session{arguments};
  auto const source = session.open_source();
  if (!source) return session.print_diagnostics();
  auto const text = dump(session.engine(), session.world(), *source, *stage, session.compile_options());
  session.diagnostics().append(text.diagnostics);
  int const printed = text ? print_result(*text) : Done;
  auto const status = session.print_diagnostics();
  return status == Done ? printed : status;
}

int list_layouts(Arguments const& arguments) {
  auto const names = layout_names();
  bool const lists = arguments.operands.empty() || (arguments.operands.size() == 1 && arguments.operands.front() == "list");
  if (lists) return print_result(fmt::format("{}\n", fmt::join(names, "\n")));
  if (arguments.operands.front() != "show" || arguments.operands.size() != 2) return wrong_usage("usage: resumec layouts [show NAME]");
  Session session{arguments};
  auto const description = describe_layout(session.world(), arguments.operands[1]);
  session.diagnostics().append(description.diagnostics);
  int const printed = description ? print_result(*description) : Done;
  auto const status = session.print_diagnostics();
  return status == Done ? printed : status;
}

int list_fonts(Arguments const& arguments) {
  if (!arguments.operands.empty()) return wrong_usage("`resumec fonts` takes no operand");
  Session session{arguments};
  auto const faces = list_fonts(session.world());
  session.diagnostics().append(faces.diagnostics);
  std::string text;
  for (auto const& face : *faces) {
    text +=
        fmt::format("{:<22} {:>4}{:<8} {:<8} {:<30} {}\n", face.family, face.weight, face.italic ? " italic" : "", face.role,
                    face.present ? face.file : "missing: " + face.package, face.other_digest ? "not the catalogue's bytes" : face.licence);
  }
  int const printed = print_result(text);
  auto const status = session.print_diagnostics();
  return status == Done ? printed : status;
}

int print_schema(Arguments const& arguments) {
  if (!arguments.operands.empty()) return wrong_usage("`resumec schema` takes no operand");
  return print_result(arguments.has(Option::LayoutSchema) ? layout_schema() : source_schema());
}

int explain(Arguments const& arguments) {
  auto const kinds = diagnostic_kinds();
  if (arguments.operands.empty()) return print_result(fmt::format("{}\n", fmt::join(kinds, "\n")));
  auto const& kind = arguments.operands.front();
  auto const page = resumec::explain(kind);
  if (!page.empty()) return print_result(page);
  return wrong_usage(no_kind(kind, kinds));
}

int print_version() {
  Arguments const none;
  Session session{none};
  return print_result(fmt::format("resumec {} ({})\n", RESUMEC_VERSION, fingerprint(session.world())));
}

int print_help(Arguments const& arguments) {
  if (arguments.has(Option::Manual)) return print_result(manual());
  if (arguments.wants_help) return print_result(help(arguments.verb));
  if (arguments.operands.empty()) return print_result(help());
  for (auto const& row : driver::verbs()) {
    if (row.name == arguments.operands.front() && row.status == driver::Status::Ready) return print_result(help(row.verb));
  }
  return wrong_usage(no_help(arguments.operands.front()));
}

}  // namespace resumec::cli

// `resumec check`: everything that is wrong with a source.
#include "cli/commands.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace resumec::cli {

int check(Arguments const& arguments) {
  if (arguments.operands.size() > 1) return wrong_usage("`resumec check` takes one source");
  Session session{arguments};
  auto const source = session.open_source();
  if (!source) return session.print_diagnostics();
  auto const document = compile(session.engine(), session.world(), *source, session.compile_options());
  session.diagnostics().append(document.diagnostics);
  auto const status = session.print_diagnostics();
  if (status == Done && !arguments.has(driver::Option::Quiet)) {
    auto const pages = document->page_count();
    fmt::print(stderr, "{}: no errors, {} page{}\n", session.source_path(), pages, pages == 1 ? "" : "s");
  }
  return status;
}

}  // namespace resumec::cli

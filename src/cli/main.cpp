#include "cli/commands.hpp"

#include <csignal>

int main(int argc, char** argv) {
  using namespace resumec;
  // A file that grows beyond a limit is an error of writing, not a death that leaves half a file behind.
  std::signal(SIGXFSZ, SIG_IGN);
  auto const [arguments, error] = cli::parse(argc, argv);
  if (error) return cli::wrong_usage(*error);
  if (arguments.wants_version) return cli::print_version();
  if (arguments.wants_help) return cli::print_help(arguments);
  switch (arguments.verb) {
    case driver::Verb::Build:
      return cli::build(arguments);
    case driver::Verb::Watch:
      return cli::watch(arguments);
    case driver::Verb::Check:
      return cli::check(arguments);
    case driver::Verb::Dump:
      return cli::dump(arguments);
    case driver::Verb::Import:
      return cli::import_file(arguments);
    case driver::Verb::Fmt:
      return cli::format_file(arguments);
    case driver::Verb::Migrate:
      return cli::migrate(arguments);
    case driver::Verb::New:
      return cli::start_new(arguments);
    case driver::Verb::Layouts:
      return cli::list_layouts(arguments);
    case driver::Verb::Fonts:
      return cli::list_fonts(arguments);
    case driver::Verb::Schema:
      return cli::print_schema(arguments);
    case driver::Verb::Explain:
      return cli::explain(arguments);
    case driver::Verb::Diff:
      return cli::diff(arguments);
    case driver::Verb::Completion:
      return cli::print_completion(arguments);
    case driver::Verb::Complete:
      return cli::complete(arguments);
    default:
      return cli::print_help(arguments);
  }
}

// `resumec diff`: two variants of a source, item by item.
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "resumec/tools.hpp"

namespace resumec::cli {

using driver::Option;

int diff(Arguments const& arguments) {
  auto const& variants = arguments.many(Option::VariantName);
  if (arguments.operands.size() > 1) return wrong_usage("`resumec diff` takes one source");
  if (variants.empty() || variants.size() > 2)
    return wrong_usage("`resumec diff` takes `--variant` twice; given once, the variant is compared with the full document");
  Session session{arguments};
  auto const source = session.open_source();
  if (!source) return session.print_diagnostics();
  std::string const first = variants.size() == 2 ? variants.front() : "";
  auto const text = diff_variants(session.engine(), session.world(), *source, first, variants.back(), session.compile_options());
  session.diagnostics().append(text.diagnostics);
  auto const status = session.print_diagnostics();
  if (status != Done) return status;
  return print_result(*text);
}

}  // namespace resumec::cli

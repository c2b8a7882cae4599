// `resumec diff`: two variants of a source, item by item.
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "resumec/tools.hpp"

#include <fmt/format.h>

namespace resumec::cli {

using driver::Option;

namespace {

constexpr std::string_view how_to_name =
    "`resumec diff` takes `--variant` twice; given once, the variant is compared with the full document";

std::string variants_there_are(Session& session, SourceId source) {
  auto const names = variant_names(session.world(), source).value.value_or(std::vector<std::string>{});
  return names.empty() ? "the source has no `variants:`" : fmt::format("the source has `{}`", fmt::join(names, "`, `"));
}

}  // namespace

int diff(Arguments const& arguments) {
  auto const& variants = arguments.many(Option::VariantName);
  if (arguments.operands.size() > 1) return wrong_usage("`resumec diff` takes one source; a variant is named by `--variant`");
  if (variants.size() > 2) return wrong_usage(std::string{how_to_name});
  Session session{arguments};
  auto const source = session.open_source();
  if (!source) return session.print_diagnostics();
  if (variants.empty()) return wrong_usage(fmt::format("{}; {}", how_to_name, variants_there_are(session, *source)));
  std::string const first = variants.size() == 2 ? variants.front() : "";
  auto const text = diff_variants(session.engine(), session.world(), *source, first, variants.back(), session.compile_options());
  session.diagnostics().append(text.diagnostics);
  auto const status = session.print_diagnostics();
  if (status != Done) return status;
  return print_result(*text);
}

}  // namespace resumec::cli

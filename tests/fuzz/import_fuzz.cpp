// Any bytes, taken for a file of any format → a native tree and a résumé: no crash, spans inside the source, the same twice, and no value
// that is neither in the tree nor ignored. The first byte is the format: `0` native, `1` RenderCV, and so on in the order of
// `source_formats`.
#include "driver/read_source.hpp"
#include "model/lower.hpp"
#include "source/decode.hpp"
#include "support/fuzz_tree.hpp"

#include <iterator>
#include <string_view>

namespace {

using resumec::syntax::Node;
using resumec::testing::check_tree;
using resumec::testing::require;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return 0;
  auto const format = resumec::source_formats[static_cast<std::uint8_t>(data[0] - 48) % std::size(resumec::source_formats)].format;
  std::string_view const text{reinterpret_cast<char const*>(data + 1), size - 1};
  resumec::SourceId const source{1};
  resumec::Diagnostics ignored;
  if (!resumec::source::check_text(source, "fuzz", text, ignored)) return 0;
  auto first = resumec::driver::read_source(source, text, format);
  auto second = resumec::driver::read_source(source, text, format);
  check_tree(first.tree, text.size());
  for (auto const& found : first.diagnostics) require(found.span.begin <= found.span.end && found.span.end <= text.size());
  require(dump(first.tree) == dump(second.tree));
  auto const resume = resumec::model::lower(first.tree, source, first.diagnostics);
  require(resumec::model::dump(resume) == resumec::model::dump(resumec::model::lower(second.tree, source, second.diagnostics)));
  require(first.diagnostics.size() == second.diagnostics.size());
  return 0;
}

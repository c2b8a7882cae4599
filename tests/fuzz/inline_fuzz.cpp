// Any bytes → inlines and blocks: no crash, spans inside the text, children inside their parents' bounds of depth.
#include "syntax/inline.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace resumec::syntax;

void require(bool condition) {
  if (!condition) std::abort();
}

void check(Inlines const& inlines, std::size_t size, std::size_t depth) {
  require(depth <= 80);
  for (Inline const& part : inlines) {
    require(part.span.begin <= part.span.end && part.span.end <= size);
    check(part.children, size, depth + 1);
  }
}

void check(Blocks const& blocks, std::size_t size, std::size_t depth) {
  require(depth <= 80);
  for (Block const& block : blocks) {
    require(block.span.begin <= block.span.end && block.span.end <= size);
    check(block.inlines, size, 0);
    check(block.children, size, depth + 1);
    for (ListItem const& item : block.items) check(item.blocks, size, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  MappedText text;
  text.text.assign(reinterpret_cast<char const*>(data), size);
  text.span = {resumec::SourceId{1}, 0, static_cast<std::uint32_t>(size)};
  resumec::Diagnostics diagnostics;
  auto const parsed = parse_inlines(text, diagnostics);
  check(parsed.inlines, size, 0);
  Blocks const blocks = parse_blocks(text, diagnostics);
  check(blocks, size, 0);
  require(dump(parsed.inlines) == dump(parse_inlines(text, diagnostics).inlines));
  require(dump(blocks) == dump(parse_blocks(text, diagnostics)));
  return 0;
}

// Any bytes as a layout file: read, resolved, described, no crash.
#include "resumec/worlds.hpp"
#include "style/layout_file.hpp"
#include "style/resolve.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace resumec;
  MemoryFiles files;
  files.files["fuzz.xml"] = std::string{reinterpret_cast<char const*>(data), size};
  auto const world = memory_world(std::move(files));
  Diagnostics diagnostics;
  if (auto const layout = style::load_layout("fuzz.xml", Span{}, *world, diagnostics)) {
    style::describe(*layout);
    style::Resolved const resolved{*layout, {}, "en", diagnostics};
    for (auto const& style : layout->styles) resolved.apply(style.name, resolved.body("en"));
  }
  return 0;
}

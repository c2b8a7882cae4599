// The whole of the compiler: any bytes as a source give a document or diagnostics, and so does each of its variants; a document gives a PDF
// and a text.
#include "resumec/emit.hpp"
#include "resumec/render.hpp"
#include "resumec/tools.hpp"
#include "resumec/worlds.hpp"
#include "support/memory_files.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

constexpr std::size_t variants_limit = 8;  // more of them are more of the same

void compile_and_emit(resumec::Engine& engine, resumec::World& world, resumec::SourceId source, std::string variant) {
  using namespace resumec;
  CompileOptions options;
  options.variant = std::move(variant);
  auto const document = compile(engine, world, source, options);
  for (auto const format : {DiagnosticFormat::Human, DiagnosticFormat::Short, DiagnosticFormat::Json, DiagnosticFormat::Github}) {
    render(document.diagnostics, world, {format, true, true});
  }
  if (document.ok() == document.diagnostics.has_errors()) std::abort();  // a refused source says why
  if (!document) return;
  emit_text(*document);
  if (!emit_pdf(*document)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace resumec;
  auto files = testing::memory_files();
  files.files["cv.yaml"] = std::string{reinterpret_cast<char const*>(data), size};
  // An overlay that is the source itself: it fits, more or less.
  files.files["overlay.yaml"] = files.files["cv.yaml"];
  auto const world = memory_world(std::move(files));
  auto const source = std::get<SourceId>(world->open("cv.yaml"));
  Engine engine;
  compile_and_emit(engine, *world, source, "");
  auto const names = variant_names(*world, source);
  if (!names) return 0;
  for (std::size_t i = 0; i < std::min(variants_limit, names->size()); ++i) {
    compile_and_emit(engine, *world, source, (*names)[i]);
    diff_variants(engine, *world, source, "", (*names)[i]);
  }
  return 0;
}

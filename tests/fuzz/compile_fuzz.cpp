// The whole of the compiler: any bytes as a source give a document or diagnostics, and a document gives a PDF and a text.
#include "resumec/emit.hpp"
#include "resumec/render.hpp"
#include "resumec/worlds.hpp"
#include "support/memory_files.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace resumec;
  auto files = testing::memory_files();
  files.files["cv.yaml"] = std::string{reinterpret_cast<char const*>(data), size};
  auto const world = memory_world(std::move(files));
  Engine engine;
  auto const document = compile(engine, *world, std::get<SourceId>(world->open("cv.yaml")));
  for (auto const format : {DiagnosticFormat::Human, DiagnosticFormat::Short, DiagnosticFormat::Json, DiagnosticFormat::Github}) {
    render(document.diagnostics, *world, {format, true, true});
  }
  if (document.ok() == document.diagnostics.has_errors()) std::abort();  // a refused source says why
  if (!document) return 0;
  emit_text(*document);
  if (!emit_pdf(*document)) std::abort();
  return 0;
}

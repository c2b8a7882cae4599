// The whole of the compiler: any bytes as a source give a document or diagnostics, and a document gives a PDF and a text.
#include "resumec/emit.hpp"
#include "resumec/render.hpp"
#include "source/worlds.hpp"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::string read_file(std::filesystem::path const& path) {
  std::ifstream stream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

resumec::source::MemoryFiles const& base_files() {
  static auto const files = [] {
    resumec::source::MemoryFiles result;
    for (auto const& item : std::filesystem::directory_iterator{RESUMEC_LAYOUTS}) {
      if (item.path().extension() == ".xml") result.assets["layouts/" + item.path().filename().string()] = read_file(item.path());
    }
    for (auto const& item : std::filesystem::directory_iterator{RESUMEC_TEST_FONTS}) {
      if (item.is_regular_file()) result.assets["fonts/" + item.path().filename().string()] = read_file(item.path());
    }
    return result;
  }();
  return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace resumec;
  auto files = base_files();
  files.files["cv.yaml"] = std::string{reinterpret_cast<char const*>(data), size};
  auto const world = source::memory_world(std::move(files));
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

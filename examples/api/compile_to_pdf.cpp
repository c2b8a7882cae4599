// The library in one page: a source in memory, compiled and printed as PDF, with every finding rendered as the program does.
#include "resumec/compile.hpp"
#include "resumec/emit.hpp"
#include "resumec/render.hpp"
#include "resumec/worlds.hpp"

#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: compile_to_pdf SOURCE SHARE_DIR > out.pdf\n", stderr), 2;

  resumec::DiskOptions options;
  options.root = ".";
  options.share_dir = argv[2];  // where fonts/ and layouts/ lie: share/resumec of an installation
  auto const world = resumec::disk_world(options);
  auto const opened = world->open(argv[1]);
  auto const* source = std::get_if<resumec::SourceId>(&opened);
  if (!source) return std::fprintf(stderr, "%s\n", std::get<resumec::FileError>(opened).detail.c_str()), 1;

  resumec::Engine engine;
  auto const document = resumec::compile(engine, *world, *source);
  std::fputs(resumec::render(document.diagnostics, *world).c_str(), stderr);
  if (!document) return 1;

  auto const pdf = resumec::emit_pdf(*document);
  if (!pdf) return 1;
  return std::fwrite(pdf->data(), 1, pdf->size(), stdout) == pdf->size() ? 0 : 1;
}

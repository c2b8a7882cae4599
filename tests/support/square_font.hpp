// The square font (fonts/testing/make_square.py) as the only font of a world in memory: every glyph is 1 em wide, the space half an em.
#pragma once

#include "resumec/worlds.hpp"
#include "support/places.hpp"

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

namespace resumec::testing {

/// The bytes of a file; empty if there is none.
inline std::string file_bytes(std::string const& path) {
  std::ifstream stream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

/// Assets of a world whose every family role is the square font, regular and bold.
inline MemoryFiles square_font_files() {
  MemoryFiles files;
  for (auto const* const name : {"catalogue.txt", "manifest.txt", "square.ttf", "square-bold.ttf"}) {
    files.assets[std::string{"fonts/"} + name] = file_bytes(places::source("fonts/testing/") + name);
  }
  return files;
}

/// A world of the disk with the real fonts of the build, from its share folder.
inline std::unique_ptr<World> real_font_world(std::string share_dir) {
  DiskOptions options;
  options.share_dir = std::move(share_dir);
  return disk_world(std::move(options));
}

}  // namespace resumec::testing

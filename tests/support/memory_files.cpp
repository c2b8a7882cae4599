#include "support/memory_files.hpp"
#include "support/places.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace resumec::testing {

namespace {

std::string read_file(std::filesystem::path const& path) {
  std::ifstream stream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace

MemoryFiles const& memory_files() {
  static auto const files = [] {
    MemoryFiles result;
    for (auto const& item : std::filesystem::directory_iterator{places::source("layouts")}) {
      if (item.path().extension() == ".xml") result.assets["layouts/" + item.path().filename().string()] = read_file(item.path());
    }
    for (auto const& item : std::filesystem::directory_iterator{places::source("fonts/testing")}) {
      if (item.is_regular_file()) result.assets["fonts/" + item.path().filename().string()] = read_file(item.path());
    }
    result.files["two-column.xml"] = read_file(places::source("tests/support/two-column.xml"));
    result.source_date_epoch = 1'700'000'000;
    return result;
  }();
  return files;
}

}  // namespace resumec::testing

// Runs every document test below the folders given on the command line: tests/suite and docs/diagnostics. RESUMEC_UPDATE=1 rewrites the
// expectations; the review is the diff.
#include "support/document_test.hpp"

#include "resumec/render.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

namespace fs = std::filesystem;
using resumec::testing::DocumentTest;

std::string read_file(fs::path const& path) {
  std::ifstream stream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

bool updating() {
  char const* const value = std::getenv("RESUMEC_UPDATE");
  return value && *value == '1';
}

/// One file: its tests in order, and, when updating, the file written again with what came out.
class File : public ::testing::Test {
 public:
  explicit File(fs::path path) : path_{std::move(path)} {}

  void TestBody() override {
    auto markdown = read_file(path_);
    auto const tests = resumec::testing::parse_document_tests(markdown);
    std::vector<std::pair<resumec::testing::Fence const*, std::string>> changes;
    bool ran = false;
    for (auto const& test : tests) {
      SCOPED_TRACE(path_.string() + ": " + test.name);
      for (auto const& [fence, actual] : resumec::testing::run_document_test(test)) {
        ran = true;
        if (!fence)
          ADD_FAILURE() << "findings that no fence mentions:\n" << actual;
        else if (updating())
          changes.emplace_back(fence, actual);
        else
          EXPECT_EQ(fence->content, actual) << "in the fence `" << fence->info << "`";
      }
      // A page's repair must compile without the page's kind; without findings at all, if it shows none.
      ran |= std::any_of(test.fences.begin(), test.fences.end(), [](auto const& f) { return f.info == "console"; });
    }
    EXPECT_TRUE(ran) << path_ << " holds no expectation";
    std::sort(changes.begin(), changes.end(), [](auto const& a, auto const& b) { return a.first->begin > b.first->begin; });
    for (auto const& [fence, actual] : changes) markdown.replace(fence->begin, fence->end - fence->begin, actual);
    if (!changes.empty()) std::ofstream{path_, std::ios::binary} << markdown;
  }

 private:
  fs::path path_;
};

}  // namespace

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    std::vector<fs::path> paths;
    for (auto const& item : fs::recursive_directory_iterator{argv[i]}) {
      if (item.path().extension() == ".md" && item.path().filename() != "README.md") paths.push_back(item.path());
    }
    std::sort(paths.begin(), paths.end());
    for (auto const& path : paths) {
      auto const area = path.parent_path().filename().string();
      ::testing::RegisterTest(area.c_str(), path.stem().string().c_str(), nullptr, nullptr, path.c_str(), 1,
                              [path]() -> ::testing::Test* { return new File(path); });
    }
  }
  return RUN_ALL_TESTS();
}

// What rewriting a source keeps: `fmt` over every source of the examples and the document tests, `import` over the files of other programs.
#include "resumec/emit.hpp"
#include "resumec/import.hpp"
#include "resumec/tools.hpp"
#include "support/document_test.hpp"
#include "support/memory_files.hpp"
#include "support/places.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <vector>

namespace {

using namespace resumec;
namespace fs = std::filesystem;

std::string contents(fs::path const& path) {
  std::ifstream file{path, std::ios::binary};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> files_below(fs::path const& folder, std::string_view ending) {
  std::vector<fs::path> found;
  if (!fs::exists(folder)) return found;
  for (auto const& entry : fs::recursive_directory_iterator{folder})
    if (entry.is_regular_file() && entry.path().extension() == ending) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

/// Sources by where they are from.
std::map<std::string, std::string> sources() {
  std::map<std::string, std::string> all;
  for (auto const& path : files_below(places::source("examples"), ".yaml")) all[path.string()] = contents(path);
  for (auto const folder : {"tests/suite", "docs/diagnostics"}) {
    for (auto const& path : files_below(places::source(folder), ".md")) {
      int number = 0;
      auto const text = contents(path);
      for (auto const& test : resumec::testing::parse_document_tests(text))
        for (auto const& fence : test.fences)
          if (fence.info.starts_with("yaml ") && fence.info.find("escaped") == std::string::npos)
            all[path.string() + '#' + std::to_string(++number)] = fence.content;
    }
  }
  return all;
}

/// Fonts are loaded once.
Engine& shared_engine() {
  static Engine engine;
  return engine;
}

/// One source in a world of its own.
struct Opened {
  std::unique_ptr<World> world;
  SourceId id;
  Engine& engine;

  explicit Opened(std::string const& text) : engine{shared_engine()} {
    auto files = resumec::testing::memory_files();
    files.files["cv.yaml"] = text;
    world = memory_world(std::move(files));
    id = std::get<SourceId>(world->open("cv.yaml"));
  }
  std::optional<std::string> formatted() { return format_source(engine, *world, id).value; }
  std::string model() { return dump(engine, *world, id, Stage::Model).value.value_or("none"); }
};

std::string comment_characters(std::string const& text) {
  std::string found;
  for (std::size_t at = text.find('#'); at != std::string::npos; at = text.find('#', at + 1)) {
    auto const end = std::min(text.find('\n', at), text.size());
    auto const last = text.find_last_not_of(" \t\r", end - 1);
    found += text.substr(at, last + 1 - at) + '\n';
    at = end;
  }
  return found;
}

TEST(Fmt, MeansTheSameIsDoneAtOnceAndKeepsEveryComment) {
  int count = 0;
  for (auto const& [place, text] : sources()) {
    SCOPED_TRACE(place);
    Opened before{text};
    auto const once = before.formatted();
    if (!once) continue;
    ++count;
    Opened after{*once};
    EXPECT_EQ(after.model(), before.model());
    EXPECT_EQ(comment_characters(*once), comment_characters(text));
    auto const twice = after.formatted();
    EXPECT_TRUE(twice && *twice == *once) << *once;
  }
  EXPECT_GT(count, 300);
}

TEST(Fmt, LeavesTheExamplesAsTheyAre) {
  for (auto const& path : files_below(places::source("examples"), ".yaml")) {
    auto const text = contents(path);
    EXPECT_EQ(Opened{text}.formatted(), text) << path;
  }
}

std::string words(Engine& engine, World& world, SourceId source) {
  auto const document = compile(engine, world, source);
  if (document) return *emit_text(*document);
  std::multiset<std::string> messages;  // the same in other places: letters that the font of the tests lacks
  for (auto const& finding : document.diagnostics)
    if (finding.severity == Severity::Error) messages.insert(finding.message + '\n');
  std::string text = "no document:\n";
  for (auto const& message : messages) text += message;
  return text;
}

/// Imports every file below `folder` that can be read; what is made of it builds to the same words, and no value is lost.
void import_all(std::string_view folder, std::string_view ending, std::optional<SourceFormat> from = std::nullopt) {
  fs::path const corpus = places::source("../shared/corpus/peers");
  if (!fs::exists(corpus)) GTEST_SKIP() << "the folder ../shared is not beside the checkout";
  int count = 0;
  for (auto const& path : files_below(corpus / folder, ending)) {
    SCOPED_TRACE(path);
    Opened foreign{contents(path)};
    CompileOptions options;
    options.from = from;
    auto const imported = import_source(*foreign.world, foreign.id, options);
    if (!imported) continue;
    ++count;
    for (auto const& leaf : imported->leaves) EXPECT_NE(leaf.fate, LeafFate::Lost) << leaf.path;
    // What a native file may not have is named in it, where it is to be mended.
    if (imported->yaml.find("# to be mended: ") != std::string::npos) continue;
    auto const shown = words(foreign.engine, *foreign.world, foreign.id);
    if (shown.empty()) continue;  // a file without a word, which a native one may not be
    Opened native{imported->yaml};
    EXPECT_EQ(words(native.engine, *native.world, native.id), shown);
    EXPECT_EQ(native.formatted(), imported->yaml);
  }
  EXPECT_GT(count, 0);
}

TEST(Import, RenderCvBuildsToTheSameWords) { import_all("rendercv", ".yaml"); }
TEST(Import, JsonResumeBuildsToTheSameWords) { import_all("jsonresume", ".json"); }
TEST(Import, YamlResumeBuildsToTheSameWords) { import_all("yamlresume", ".yml"); }
TEST(Import, MarkdownBuildsToTheSameWords) { import_all("markdown", ".md"); }
TEST(Import, BibtexBuildsToTheSameWords) { import_all("bib", ".bib"); }
TEST(Import, FreshBuildsToTheSameWords) { import_all("fresh", ".json"); }
TEST(Import, ReactiveResumeBuildsToTheSameWords) { import_all("reactive-resume", ".json"); }

TEST(Fmt, KeepsTheQuotesOfJson) {
  EXPECT_EQ(Opened{"{\"name\": \"Bob Marrow\", \"label\": \"Baker\"}\n"}.formatted(),
            "{\"name\": \"Bob Marrow\", \"headline\": \"Baker\"}\n");
}

}  // namespace

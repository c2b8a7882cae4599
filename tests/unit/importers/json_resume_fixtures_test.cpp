// The cases of JSON Resume's own schema: under `--strict`, each has the verdict that its name says. They are other people's data, read
// where they lie; without them this is skipped.
#include "resumec/compile.hpp"
#include "support/memory_files.hpp"
#include "support/places.hpp"
#include "syntax/json.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace resumec {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string name, document;
  bool valid;
};

/// A file is a map of documents. That of dates holds the values of one key.
std::vector<Case> cases_of(fs::path const& path) {
  std::ostringstream content;
  content << std::ifstream{path}.rdbuf();
  std::string const text = content.str();
  Diagnostics diagnostics;
  syntax::Node const root = syntax::read_json(SourceId{1}, text, diagnostics);
  std::vector<Case> cases;
  for (syntax::Member const& member : root.members) {
    std::string document = text.substr(member.value.span.begin, member.value.span.size());
    if (member.value.is_scalar()) document = "{\"work\": [{\"startDate\": " + document + "}]}";
    // The font of the tests has no such sign.
    constexpr std::string_view sign = "\u2122";
    for (auto at = document.find(sign); at != std::string::npos; at = document.find(sign)) document.replace(at, sign.size(), "TM");
    bool const valid = member.key.find("nvalid") == std::string::npos;
    cases.push_back({path.stem().string() + "/" + member.key, std::move(document), valid});
  }
  return cases;
}

std::string short_form(Diagnostics const& diagnostics) {
  std::string text;
  for (Diagnostic const& found : diagnostics) text += found.message + " [" + found.kind + "]\n";
  return text;
}

TEST(JsonResumeFixtures, HaveTheVerdictOfTheirNames) {
  fs::path const folder = places::source("../shared/corpus/peers/jsonresume");
  if (!fs::is_directory(folder)) GTEST_SKIP() << "no corpus at " << folder;
  Engine engine;
  std::size_t count = 0;
  for (auto const& file : fs::directory_iterator{folder}) {
    if (!file.path().filename().string().starts_with("fixture_")) continue;
    for (Case const& one : cases_of(file.path())) {
      MemoryFiles files = testing::memory_files();
      files.files["profile-image.png"] = "";
      auto const world = memory_world(std::move(files));
      auto const source = world->add("resume.json", one.document);
      CompileOptions options;
      options.strictness = Strictness::Strict;
      options.from = SourceFormat::JsonResume;
      auto const document = compile(engine, *world, source, options);
      EXPECT_EQ(document.diagnostics.has_errors(), !one.valid) << one.name << ": " << one.document << '\n'
                                                               << short_form(document.diagnostics);
      EXPECT_EQ(static_cast<bool>(document), one.valid) << one.name;
      ++count;
    }
  }
  EXPECT_GT(count, 190U);
}

}  // namespace
}  // namespace resumec

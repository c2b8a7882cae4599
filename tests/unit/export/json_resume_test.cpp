#include "resumec/outputs.hpp"
#include "resumec/tools.hpp"
#include "resumec/worlds.hpp"
#include "support/memory_files.hpp"
#include "support/places.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace resumec {
namespace {

using nlohmann::json;
using ::testing::IsEmpty;

std::string exported(std::string_view yaml) {
  auto files = testing::memory_files();
  files.files["cv.yaml"] = yaml;
  auto const world = memory_world(std::move(files));
  Engine engine;
  auto const outcome = json_resume(engine, *world, std::get<SourceId>(world->open("cv.yaml")));
  return outcome.value.value_or("");
}

TEST(JsonResume, HasEveryFieldWhereTheSchemaHasIt) {
  auto const root = json::parse(exported(R"(
name: Wenna Tregear
headline: [Keeper, Pilot]
email: [wenna@tregear.example, other@tregear.example]
phone: +44 20 7946 0123
location: {city: Port Isaac, country: GB}
links: {github: wtregear}
sections:
  summary: Kept *lamps*.
  experience:
    - at: Trinity Works
      roles:
        - {role: Keeper, when: 2021-03 – present, points: [Lit it, {text: Logged it, points: [daily]}]}
        - {role: Helper, when: 2019 – 2021-02}
  education: [{degree: BSc, field: Optics, at: Harbour College, when: 2018, score: 8.8/9.0, courses: [Lenses]}]
  publications: [{title: On Lamps, authors: [W. Tregear, J. Penrose], venue: Acta Lucis, when: 2023-07, doi: 10.1/x}]
  skills: {Tools: [Rope, Tar]}
  languages: {Cornish: native}
  Odd Jobs: [{title: Bell ringing, when: summer 2019}]
)"));
  EXPECT_EQ(root["basics"], json::parse(R"({"name": "Wenna Tregear", "label": "Keeper · Pilot", "email": "wenna@tregear.example",
    "phone": "+44 20 7946 0123", "location": {"city": "Port Isaac", "countryCode": "GB"}, "summary": "Kept lamps.",
    "profiles": [{"network": "Email", "username": "other@tregear.example", "url": "mailto:other@tregear.example"},
                 {"network": "GitHub", "username": "wtregear", "url": "https://github.com/wtregear"}]})"));
  EXPECT_EQ(root["work"], json::parse(R"([
    {"name": "Trinity Works", "position": "Keeper", "startDate": "2021-03", "highlights": ["Lit it", "Logged it", "daily"]},
    {"name": "Trinity Works", "position": "Helper", "startDate": "2019", "endDate": "2021-02"}])"));
  EXPECT_EQ(root["education"], json::parse(R"([{"institution": "Harbour College", "studyType": "BSc", "area": "Optics",
    "startDate": "2018", "endDate": "2018", "score": "8.8/9.0", "courses": ["Lenses"]}])"));
  EXPECT_EQ(root["publications"], json::parse(R"([{"name": "On Lamps", "authors": ["W. Tregear", "J. Penrose"], "publisher": "Acta Lucis",
    "releaseDate": "2023-07", "doi": "10.1/x"}])"));
  EXPECT_EQ(root["skills"], json::parse(R"([{"name": "Tools", "keywords": ["Rope", "Tar"]}])"));
  EXPECT_EQ(root["languages"], json::parse(R"([{"language": "Cornish", "fluency": "native"}])"));
  EXPECT_EQ(root["odd-jobs"], json::parse(R"([{"name": "Bell ringing", "startDate": "2019", "endDate": "2019", "when": "summer 2019"}])"));
}

TEST(JsonResume, HoldsOnlyWhatTheVariantShows) {
  auto files = testing::memory_files();
  files.files["cv.yaml"] =
      "name: A B\nsections:\n  skills: {Tools: [Rope]}\n  languages: {Cornish: native}\nvariants: {s: {sections: [skills]}}\n";
  auto const world = memory_world(std::move(files));
  Engine engine;
  CompileOptions options;
  options.variant = "s";
  auto const outcome = json_resume(engine, *world, std::get<SourceId>(world->open("cv.yaml")), options);
  ASSERT_TRUE(outcome.value);
  auto const root = json::parse(*outcome.value);
  EXPECT_TRUE(root.contains("skills"));
  EXPECT_FALSE(root.contains("languages"));
}

/// Words of four letters and more, as they are spelt.
std::set<std::string> words(std::string_view text) {
  std::set<std::string> found;
  std::string word;
  auto const end = [&] {
    if (word.size() >= 4) found.insert(word);
    word.clear();
  };
  for (char const c : text) {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0)
      word += c;
    else
      end();
  }
  end();
  return found;
}

/// Every word of the selection's own dump, between quotes, is in the export: nothing shown is left out.
TEST(JsonResume, HasEveryWordOfTheExamples) {
  for (auto const& file : std::filesystem::directory_iterator{places::source("examples")}) {
    if (file.path().extension() != ".yaml") continue;
    std::ifstream stream{file.path()};
    auto files = testing::memory_files();
    files.files["cv.yaml"] = std::string{std::istreambuf_iterator<char>{stream}, {}};
    auto const world = memory_world(std::move(files));
    Engine engine;
    auto const source = std::get<SourceId>(world->open("cv.yaml"));
    auto const outcome = json_resume(engine, *world, source);
    ASSERT_TRUE(outcome.value) << file.path();
    auto const have = words(*outcome.value);
    auto const shown = resumec::dump(engine, *world, source, Stage::Selection);
    std::set<std::string> missing;
    std::string_view rest = *shown.value;
    while (!rest.empty()) {
      auto const end = std::min(rest.find('\n'), rest.size());
      auto const line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      auto const first = line.find_first_not_of(' ');
      if (first == std::string_view::npos) continue;
      auto const entry = line.substr(first);
      // What selects and sets is no content, and the titles of sections are the schema's.
      if (first <= 4 && entry.starts_with("title")) continue;
      bool const content = entry.starts_with("point") || entry.starts_with("title") || entry.starts_with("org") ||
                           entry.starts_with("text") || entry.starts_with("venue") || entry.starts_with("author") ||
                           entry.starts_with("degree");
      if (!content) continue;
      for (auto open = line.find('"'); open != std::string_view::npos;) {
        auto const close = line.find('"', open + 1);
        if (close == std::string_view::npos) break;
        for (auto const& word : words(line.substr(open + 1, close - open - 1)))
          if (!have.contains(word)) missing.insert(word);
        open = line.find('"', close + 1);
      }
    }
    EXPECT_THAT(missing, IsEmpty()) << file.path();
  }
}

}  // namespace
}  // namespace resumec

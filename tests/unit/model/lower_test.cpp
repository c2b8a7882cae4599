#include "support/places.hpp"
#include "unit/model/lowering.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace resumec::model {
namespace {

namespace fs = std::filesystem;

std::string read_file(fs::path const& path) {
  std::ifstream file{path, std::ios::binary};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void expect_clean(fs::path const& folder) {
  std::size_t count = 0;
  for (auto const& entry : fs::directory_iterator{folder}) {
    if (entry.path().extension() != ".yaml") continue;
    ++count;
    Lowered const lowered = lower_text(read_file(entry.path()));
    EXPECT_EQ(lowered.findings(), "") << entry.path().filename();
    EXPECT_FALSE(full_name(lowered.resume.header.name).empty());
    EXPECT_FALSE(lowered.resume.sections.empty());
  }
  EXPECT_GT(count, 0U);
}

TEST(Lower, ExamplesHaveNoFindings) { expect_clean(places::source("examples")); }

TEST(Lower, DesignSamplesHaveNoFindings) {
  fs::path const folder = places::source("../shared/design/native");
  if (!fs::exists(folder)) GTEST_SKIP() << "the folder ../shared is not beside the checkout";
  expect_clean(folder);
}

TEST(Lower, ANameInParts) {
  Lowered const lowered = lower_text("name: {prefix: Dr, given: Ximena, particle: de, family: Albescu}\n");
  EXPECT_EQ(full_name(lowered.resume.header.name), "Dr Ximena de Albescu");
}

TEST(Lower, FormsOfTheOwnName) {
  Lowered const lowered = lower_text("name: Xia Ling Do\nme: [X.L. Do*]\n");
  auto has = [&](std::string_view form) {
    return std::find(lowered.resume.me.begin(), lowered.resume.me.end(), form) != lowered.resume.me.end();
  };
  EXPECT_TRUE(has("xialingdo"));
  EXPECT_TRUE(has("xdo"));
  EXPECT_TRUE(has("doxia"));
  EXPECT_TRUE(has("xldo"));
  EXPECT_FALSE(has("ldo"));
}

TEST(Lower, FoundationsMayStandLast) {
  Lowered const lowered = lower_text("sections:\n  papers:\n    - {authors: [B. Marrow], title: X}\nname: Bob Marrow\n");
  auto const& detail = std::get<PublicationDetail>(lowered.resume.sections[0].entries[0].detail);
  EXPECT_TRUE(detail.authors[0].me);
}

TEST(Lower, TextsAreBroughtToNfcAndKeepTheirPlace) {
  std::string const source = "name: A B\nheadline: \"Cafe\u0301 [x](javascript:y)\"\n";
  Lowered const lowered = lower_text(source);
  EXPECT_EQ(syntax::plain_text(lowered.resume.header.headline[0].base), "Café x");
  EXPECT_EQ(lowered.findings(), "unsafe-link@[x](javascript:y)");
}

TEST(Lower, KeysAreComparedInNfkc) { EXPECT_EQ(lower_text("ｎame: A B\n").findings(), ""); }

TEST(Lower, TodayIsADate) {
  Lowered const lowered = lower_text("name: A B\nsettings: {today: 2025-06-01}\n");
  ASSERT_TRUE(lowered.resume.settings.today);
  EXPECT_EQ(iso(*lowered.resume.settings.today), "2025-06-01");
  EXPECT_EQ(lower_text("name: A B\nsettings: {today: soon}\n").findings(), "wrong-type@soon");
}

TEST(Lower, LayoutKeepsItsOptions) {
  Lowered const lowered = lower_text("name: A B\nlayout: {name: classic, accent: \"#345\"}\n");
  EXPECT_EQ(lowered.resume.layout.name.value, "classic");
  ASSERT_EQ(lowered.resume.layout.options.size(), 1U);
  EXPECT_EQ(lowered.resume.layout.options[0].value.text(), "#345");
}

TEST(Lower, NothingCrashesOnAnEmptyTree) {
  EXPECT_EQ(lower_text("# only a comment\n").findings(), "missing-name@");
  EXPECT_EQ(lower_text("").resume.sections.size(), 0U);
}

}  // namespace
}  // namespace resumec::model

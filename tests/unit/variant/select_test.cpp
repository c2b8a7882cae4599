#include "variant/select.hpp"
#include "unit/model/lowering.hpp"

#include <gtest/gtest.h>

namespace resumec::variant {
namespace {

using model::lower_sections;
using model::Lowered;

Selection selected(std::string_view sections, std::string lang = {}, std::string_view top = "name: A B\n") {
  Lowered lowered = lower_sections(sections, top);
  EXPECT_EQ(lowered.findings(), "");
  return select(lowered.resume, {{}, std::move(lang)}, lowered.diagnostics);
}

TEST(Select, DropsHiddenNodesOfEveryLevelAndSaysWhy) {
  Selection const selection = selected(
      "experience:\n  - {role: Cook, points: [Bread, {text: Soup, hide: true}]}\n  - {role: Thief, hide: true}\n"
      "skills: [{name: All, items: [Go, {name: Cobol, hide: true}]}]\n"
      "Drafts: {hide: true, entries: [One]}\n");
  std::string const dumped = dump(selection);
  for (std::string_view gone : {"paragraph \"Soup\"", "\"Thief\"\n    ", "section \"Drafts\""})
    EXPECT_EQ(dumped.find(gone), std::string::npos) << gone;
  EXPECT_NE(dumped.find("\"Bread\""), std::string::npos);
  EXPECT_NE(dumped.find("omitted point `Soup`: hide: true\n"), std::string::npos) << dumped;
  EXPECT_NE(dumped.find("omitted position `Thief`: hide: true\n"), std::string::npos);
  EXPECT_NE(dumped.find("omitted skill `Cobol`: hide: true\n"), std::string::npos);
  EXPECT_NE(dumped.find("omitted section `Drafts`: hide: true\n"), std::string::npos);
}

TEST(Select, TakesTheBlankBeforeACitationThatGoes) {
  Selection const selection = selected("Notes: [\"As shown [@a].\"]\npapers: [{id: a, title: A, hide: true}, {title: B}]\n");
  EXPECT_EQ(syntax::plain_text(selection.resume.sections[0].entries[0].points[0].text.base), "As shown.");
}

TEST(Select, ChoosesTheLanguageAndFallsBack) {
  constexpr std::string_view top = "name: A B\nlang: nl\nlangs: [en, nl]\n",
                             source = "skills: [{name: {en: Making, nl: Maken}, items: [x]}]\n";
  auto title = [&](std::string lang) {
    return syntax::plain_text(selected(source, std::move(lang), top).resume.sections[0].entries[0].title.base);
  };
  EXPECT_EQ(title(""), "Maken");
  EXPECT_EQ(title("en"), "Making");
  EXPECT_EQ(title("en-GB"), "Making");
  EXPECT_EQ(title("fr"), "Maken");
}

TEST(Select, TheLanguageOfTheResultIsTheOneAskedFor) {
  EXPECT_EQ(selected("a: x\n", "de").resume.lang, "de");
  EXPECT_EQ(selected("a: x\n").resume.lang, "en");
}

TEST(Select, SortsOnlyWhereAsked) {
  constexpr std::string_view entries = "  entries: [{title: B, when: 2019}, {title: A, when: 2021}, {title: C, when: 2020 – present}]\n";
  auto titles = [](Selection const& selection) {
    std::string result;
    for (auto const& entry : selection.resume.sections[0].entries) result += syntax::plain_text(entry.title.base);
    return result;
  };
  EXPECT_EQ(titles(selected("projects:\n  columns: 1\n" + std::string{entries})), "BAC");
  EXPECT_EQ(titles(selected("projects:\n  sort: -when\n" + std::string{entries})), "CAB");
  EXPECT_EQ(titles(selected("projects:\n  sort: when\n" + std::string{entries})), "BAC");
  EXPECT_EQ(titles(selected("projects:\n  sort: title\n" + std::string{entries})), "ABC");
}

TEST(Select, IsIdempotent) {
  Selection const once = selected(
      "experience:\n  - {role: Cook, points: [Bread, {text: Soup, hide: true}]}\nprojects:\n  sort: -when\n  entries: [{title: B, when: "
      "2019}, {title: A, when: 2021}]\n");
  Diagnostics diagnostics;
  Selection const twice = select(once.resume, {}, diagnostics);
  EXPECT_EQ(model::dump(twice.resume), model::dump(once.resume));
  for (Decision const& decision : twice.decisions) EXPECT_TRUE(decision.shown) << decision.what;
}

}  // namespace
}  // namespace resumec::variant

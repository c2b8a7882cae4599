#include "unit/model/lowering.hpp"

#include <gtest/gtest.h>

namespace resumec::model {
namespace {

struct Case {
  std::string_view name, source, dump;
};

class Sections : public ::testing::TestWithParam<Case> {};

TEST_P(Sections, Dump) {
  Lowered const lowered = lower_sections(GetParam().source);
  EXPECT_EQ(lowered.sections(), GetParam().dump);
  EXPECT_EQ(lowered.findings(), "");
}

TEST(SectionNames, TheSameTwiceIsTwoSectionsAndAWarning) {
  Lowered const lowered = lower_sections("Notes: [One]\nNotes: [Two]\n");
  EXPECT_EQ(lowered.sections(),
            "section \"Notes\"\n  title \"Notes\"\n  entry list\n    point\n      text\n        paragraph \"One\"\n"
            "section \"Notes\"\n  title \"Notes\"\n  entry list\n    point\n      text\n        paragraph \"Two\"\n");
  EXPECT_EQ(lowered.findings(), "section-twice@Notes");
}

constexpr Case cases[] = {
    {"AStringIsParagraphs", "Profile: |\n  One.\n\n  Two.\n",
     "section \"Profile\"\n  role \"summary\"\n  title \"Profile\"\n  entry text\n    text\n      paragraph \"One.\"\n      paragraph "
     "\"Two.\"\n"},
    {"StringsAreARunOfPoints", "Notes:\n  - One\n  - Thesis: Two\n  - Three:\n      - Four\n",
     "section \"Notes\"\n  title \"Notes\"\n  entry list\n    point\n      text\n        paragraph \"One\"\n    point\n      text\n        "
     "paragraph "
     "\"Thesis: Two\"\n    point\n      text\n        paragraph \"Three\"\n      point\n        text\n          paragraph \"Four\"\n"},
    {"AMapOfListsIsGroupsOfSkills", "Tools:\n  Python: [NumPy]\n",
     "section \"Tools\"\n  title \"Tools\"\n  entry skills\n    title \"Python\"\n    item\n      name \"NumPy\"\n"},
    {"AMapOfTextsIsLines", "Facts:\n  Licence: B\n",
     "section \"Facts\"\n  title \"Facts\"\n  entry other\n    title \"Licence\"\n    text\n      paragraph \"B\"\n"},
    {"LanguagesByLevel", "languages:\n  Dutch, Swedish: basic\n  English: C1\n",
     "section \"languages\"\n  role \"languages\"\n  entry language\n    title \"Dutch, Swedish\"\n    level \"basic\"\n      scale words "
     "250\n  entry "
     "language\n    title \"English\"\n    level \"C1\"\n      scale cefr 833\n"},
    {"SkillsByLevelOrByWord", "skills:\n  Go: daily\n  Rust: traits, macros\n",
     "section \"skills\"\n  role \"skills\"\n  entry skills\n    title \"Go\"\n    level \"daily\"\n      scale words 900\n  entry "
     "skills\n    title "
     "\"Rust\"\n    item\n      name \"traits, macros\"\n"},
    {"AMapOfEntriesIsGroups", "Papers:\n  \"2024\":\n    - {authors: [A. Pour], title: X}\n",
     "section \"Papers\"\n  role \"publications\"\n  title \"Papers\"\n  entry group\n    title \"2024\"\n    entry publication\n      "
     "title \"X\"\n      "
     "author \"A. Pour\"\n"},
    {"ASingleEntryNeedsNoDash", "experience:\n  role: Engineer\n  at: Tidewater\n",
     "section \"experience\"\n  role \"experience\"\n  entry position\n    title \"Engineer\"\n    org \"Tidewater\"\n"},
    {"OptionsWithEntries", "papers:\n  title: none\n  numbering: down\n  columns: 2\n  entries: [{title: X}]\n",
     "section \"papers\"\n  role \"publications\"\n  untitled\n  numbering down\n  columns 2\n  entry publication\n    title \"X\"\n"},
    {"ATitleInGerman", "Berufserfahrung:\n  - {role: Ingenieurin, at: Hafenlicht}\n",
     "section \"Berufserfahrung\"\n  role \"experience\"\n  title \"Berufserfahrung\"\n  entry position\n    title \"Ingenieurin\"\n    "
     "org "
     "\"Hafenlicht\"\n"},
    {"ATitleWithAModifier", "Selected Projects:\n  - {title: Horn, at: Farlight}\n",
     "section \"Selected Projects\"\n  role \"projects\"\n  title \"Selected Projects\"\n  entry project\n    title \"Horn\"\n    org "
     "\"Farlight\"\n"},
    {"AttributesOfATitle", "\"Side projects {#side .fun !4}\": [Kites]\n",
     "section \"Side projects {#side .fun !4}\"\n  role \"projects\"\n  title \"Side projects\"\n  id \"side\"\n  tags \"fun\"\n  priority "
     "4\n  entry "
     "list\n    point\n      text\n        paragraph \"Kites\"\n"},
    {"TellTaleKeysInASectionOfNoKnownTitle",
     "Life:\n  - {degree: BSc, at: Lakeside}\n  - {talk: Bells, event: Night}\n  - {role: Reviewer, at: Journal}\n  - {title: Walk}\n",
     "section \"Life\"\n  title \"Life\"\n  entry education\n    org \"Lakeside\"\n    degree \"BSc\"\n  entry talk\n    title \"Bells\"\n "
     "   event "
     "\"Night\"\n  entry position\n    title \"Reviewer\"\n    org \"Journal\"\n  entry other\n    title \"Walk\"\n"},
    {"AKeyOfAnotherKindBeatsTheTitle", "Experience:\n  - {degree: BSc, at: Lakeside}\n",
     "section \"Experience\"\n  role \"experience\"\n  title \"Experience\"\n  entry education\n    org \"Lakeside\"\n    degree "
     "\"BSc\"\n"},
    {"AnAwardOfAPublication", "publications:\n  - {title: X, award: best paper}\n",
     "section \"publications\"\n  role \"publications\"\n  entry publication\n    title \"X\"\n    award \"best paper\"\n"},
    {"RolesAtOneEmployer", "experience:\n  - at: Klankwerk\n    roles:\n      - {role: Lead, when: 2023}\n",
     "section \"experience\"\n  role \"experience\"\n  entry position\n    org \"Klankwerk\"\n    entry position\n      title \"Lead\"\n   "
     "   when 2023 "
     "\"2023\"\n"},
    {"RenderCvKeys",
     "Experience:\n  - {company: Tidewater, position: Engineer, start_date: 2020-01, end_date: 2021-02, highlights: [Built it]}\n",
     "section \"Experience\"\n  role \"experience\"\n  title \"Experience\"\n  entry position\n    title \"Engineer\"\n    org "
     "\"Tidewater\"\n    when "
     "2020-01..2021-02 \"2020-01 – 2021-02\"\n    point\n      text\n        paragraph \"Built it\"\n"},
    {"JsonResumeKeys", "Work:\n  - {name: Tidewater, position: Engineer, startDate: 2020-01, summary: Pipes, url: tidewater.example}\n",
     "section \"Work\"\n  role \"experience\"\n  title \"Work\"\n  entry position\n    title \"Engineer\"\n    org \"Tidewater\"\n    when "
     "2020-01..now "
     "\"2020-01\"\n    url \"https://tidewater.example\"\n    text\n      paragraph \"Pipes\"\n"},
    {"AwardsBy", "awards:\n  - {award: Lantern, by: Guild, amount: 5}\n  - {title: Bell, awarder: Guild}\n",
     "section \"awards\"\n  role \"awards\"\n  entry award\n    title \"Lantern\"\n    org \"Guild\"\n    amount \"5\"\n  entry award\n    "
     "title "
     "\"Bell\"\n    org \"Guild\"\n"},
    {"ScoreWithItsOwnLabel", "education:\n  - {degree: BSc, score: 8.8/9.0}\n  - {degree: MSc, score: \"GPA: 4.0\"}\n",
     "section \"education\"\n  role \"education\"\n  entry education\n    degree \"BSc\"\n    score \"8.8/9.0\"\n  entry education\n    "
     "degree "
     "\"MSc\"\n    score verbatim \"GPA: 4.0\"\n"},
    {"SkillItems",
     "skills:\n  - {name: All, items: [Go, {Rust: weekly}, \"Audio: librosa, SoX\", {name: C, level: 4/5}, {Web: [HTML, CSS]}]}\n",
     "section \"skills\"\n  role \"skills\"\n  entry skills\n    title \"All\"\n    item\n      name \"Go\"\n    item\n      name "
     "\"Rust\"\n      level "
     "\"weekly\"\n        scale words 600\n    item\n      name \"Audio\"\n      keyword \"librosa\"\n      keyword \"SoX\"\n    item\n    "
     "  name "
     "\"C\"\n      level \"4/5\"\n        scale five 800\n    item\n      name \"Web\"\n      keyword \"HTML\"\n      keyword \"CSS\"\n"},
    {"AuthorsWithMarksAndMe",
     "publications:\n  - authors: [A. Masri*, O. Várkas*†, \"**Oona Varkas**\", \"V. Oona\", others]\n    title: X\n",
     "section \"publications\"\n  role \"publications\"\n  entry publication\n    title \"X\"\n    author \"A. Masri\" marks \"*\"\n    "
     "author \"O. "
     "Várkas\" marks \"*†\" me\n    author \"Oona Varkas\" me\n    author \"V. Oona\"\n    author \"others\" others\n"},
    {"AuthorsInOneText",
     "publications:\n  - {authors: \"Varkas, Oona and Sol, J.\", title: X}\n  - {authors: \"O. Varkas, J. Sol and B. Li\", title: Y}\n",
     "section \"publications\"\n  role \"publications\"\n  entry publication\n    title \"X\"\n    author \"Oona Varkas\" me\n    author "
     "\"J. Sol\"\n  "
     "entry publication\n    title \"Y\"\n    author \"O. Varkas\" me\n    author \"J. Sol\"\n    author \"B. Li\"\n"},
    {"NumbersAndDatesAreTextsAsWritten", "publications:\n  - {title: 1984, arxiv: 2402.18508, volume: 07, when: 2021}\n",
     "section \"publications\"\n  role \"publications\"\n  entry publication\n    title \"1984\"\n    when 2021 \"2021\"\n    volume "
     "\"07\"\n    arxiv "
     "\"2402.18508\"\n"},
    {"KeysOfYourOwn", "experience:\n  - {role: Cook, x-salary: 3}\n",
     "section \"experience\"\n  role \"experience\"\n  entry position\n    extra\n      x-salary: \"3\"\n    title \"Cook\"\n"},
    {"RoleBesideATitle", "projects:\n  - {title: Horn, role: Lead}\n",
     "section \"projects\"\n  role \"projects\"\n  entry project\n    title \"Horn\"\n    role \"Lead\"\n"},
    {"APointThatLooksLikeAList", "Notes:\n  - 1. of all\n",
     "section \"Notes\"\n  title \"Notes\"\n  entry list\n    point\n      text\n        paragraph \"1. of all\"\n"},
};

INSTANTIATE_TEST_SUITE_P(Forms, Sections, ::testing::ValuesIn(cases),
                         [](auto const& parameter) { return std::string{parameter.param.name}; });

TEST(SectionTitle, ALowerCaseRoleIsTranslatedAndACapitalIsVerbatim) {
  Lowered const lowered = lower_sections("experience: [A]\nExperience: [B]\nWORK HISTORY: [C]\ncookery: [D]\n");
  ASSERT_EQ(lowered.resume.sections.size(), 4U);
  EXPECT_TRUE(lowered.resume.sections[0].title.empty());
  EXPECT_EQ(syntax::plain_text(lowered.resume.sections[1].title.base), "Experience");
  EXPECT_EQ(lowered.resume.sections[2].role, "experience");
  EXPECT_EQ(syntax::plain_text(lowered.resume.sections[3].title.base), "cookery");
  EXPECT_EQ(lowered.resume.sections[3].role, "");
}

TEST(Localised, AMapOfAllLanguagesIsOneText) {
  Lowered const lowered = lower_sections("skills:\n  - {name: {en: Making, nl: Maken}, items: [x]}\n", "name: A B\nlangs: [en, nl]\n");
  EXPECT_EQ(lowered.findings(), "");
  ASSERT_EQ(lowered.resume.sections[0].entries.size(), 1U);
  EXPECT_EQ(lowered.resume.sections[0].entries[0].title.by_lang.size(), 2U);
}

TEST(Localised, WithoutLangsAMapIsAMap) {
  Lowered const lowered = lower_sections("Facts: {en: daily, nl: weekly}\n");
  EXPECT_EQ(lowered.resume.sections[0].entries.size(), 2U);
}

}  // namespace
}  // namespace resumec::model

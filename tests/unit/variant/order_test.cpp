#include "unit/variant/shown.hpp"

#include <gtest/gtest.h>

namespace resumec::variant {
namespace {

constexpr std::string_view four = "One: a\nTwo: {id: second, entries: [b]}\nexperience: [{role: c}]\nFour: d\n";

std::string order(std::string_view body) {
  std::string keys;
  Selected const selected = select_sections(four, body);
  EXPECT_EQ(selected.findings, "");
  for (auto const& section : selected.selection.resume.sections) keys += (keys.empty() ? "" : " ") + section.key;
  return keys;
}

TEST(Sections, ExactlyTheseInThisOrder) { EXPECT_EQ(order("sections: [Four, One]"), "Four One"); }
TEST(Sections, DotsAreTheRest) {
  EXPECT_EQ(order("sections: [Four, ...]"), "Four One Two experience");
  EXPECT_EQ(order("sections: [..., One]"), "Two experience Four One");
}
TEST(Sections, AreNamedByIdKeyOrTitleInAnyCase) { EXPECT_EQ(order("sections: [second, ONE, Experience]"), "Two One experience"); }
TEST(Sections, TheTitleIsThatOfTheLanguage) { EXPECT_EQ(order("lang: de, sections: [Berufserfahrung]"), "experience"); }
TEST(Sections, AreNamedAlikeWhateverLanguageIsAskedFor) {
  constexpr std::string_view source = "name: A B\nsections: {experience: [{role: c}], One: x}\nvariants: {v: {sections: [Experience]}}\n";
  Selected const selected = select_text(std::string{source}, "v", "de");
  EXPECT_EQ(selected.findings, "");
  EXPECT_EQ(selected.shown(), "experience(c)");
}
TEST(Sections, NotNamedSayWhy) {
  EXPECT_EQ(select_sections(four, "sections: [One]").why("section `Four`"), "out: it is not in `sections`");
}
TEST(Sections, NamedTwiceIsAWarning) { EXPECT_EQ(select_sections(four, "sections: [One, Two, One]").findings, "named-twice@One"); }
TEST(Sections, UnknownIsAnErrorAtItsPlace) {
  Selected const selected = select_sections(four, "sections: [Foru, ...]");
  EXPECT_EQ(selected.findings, "unknown-section@Foru");
  EXPECT_EQ(selected.hints, "did you mean `Four`?");
}

TEST(Titles, ReplaceTheHeading) {
  Selected const selected = select_sections(four, "titles: {experience: At *sea*, second: none}");
  EXPECT_EQ(syntax::plain_text(selected.selection.resume.sections[2].title.base), "At sea");
  EXPECT_TRUE(selected.selection.resume.sections[1].untitled);
  EXPECT_FALSE(selected.selection.resume.sections[0].untitled);
}

TEST(Titles, AreInTheChosenLanguage) {
  constexpr std::string_view source =
      "name: A B\nlangs: [en, nl]\nsections: {One: x}\nvariants: {v: {lang: nl, titles: {One: {en: Work, nl: Werk}}}}\n";
  EXPECT_EQ(syntax::plain_text(select_text(std::string{source}, "v").selection.resume.sections[0].title.base), "Werk");
  EXPECT_EQ(syntax::plain_text(select_text(std::string{source}, "v", "en").selection.resume.sections[0].title.base), "Work");
}

TEST(Language, IsTheCallersElseTheVariantsElseTheDocuments) {
  constexpr std::string_view source = "name: A B\nlang: fr\nsections: {One: x}\nvariants: {v: {lang: nl}}\n";
  EXPECT_EQ(select_text(std::string{source}, "v", "de").selection.resume.lang, "de");
  EXPECT_EQ(select_text(std::string{source}, "v").selection.resume.lang, "nl");
  EXPECT_EQ(select_text(std::string{source}, "").selection.resume.lang, "fr");
}

constexpr std::string_view worded =
    "jobs:\n"
    "  - {role: Cook, short: Cooked, points: [{text: Bread, short: B, wording: {v: Loaf}}, {text: Soup, short: S, points: [Salt]}]}\n"
    "  - {role: Guard, points: [{text: Gate, short: G, points: [Key]}]}\n"
    "skills: [{name: All, items: [{name: Golang, short: Go}]}]\n"
    "papers: {kind: publications, short: \"Thirty papers.\", entries: [{id: a, title: A}]}\n"
    "notes: [{text: \"As in [@a].\", wording: {w: Gone}}]\n";

TEST(Wordings, OfTheVariantStandForTheText) {
  EXPECT_EQ(select_sections(worded, "", "  w: {}\n").shown(),
            "jobs(Cook[Loaf Soup[Salt]] Guard[Gate[Key]]) skills(All[Golang]) papers(A) notes([As in .])");
}

TEST(Wordings, ShortOnesStandForAllBelowTheHeader) {
  Selected const selected = select_sections(worded, "short: true", "  w: {}\n");
  EXPECT_EQ(selected.shown(), "jobs(Cook[Cooked] Guard[G]) skills(All[Go]) papers([Thirty papers.]) notes([As in.])");
  EXPECT_EQ(selected.why("`Cook`"), "in: in its short wording");
  EXPECT_EQ(selected.why("`Key`"), "out: another wording stands for it");
}

TEST(Wordings, AreTakenFromTheVariantThatIsExtended) {
  EXPECT_EQ(select_sections(worded, "extends: w", "  w: {}\n").shown().find("Gone") != std::string::npos, true);
}

TEST(Wordings, AreGoneAfterwardsButForShortOnesThatFittingMayTake) {
  Selected const selected = select_sections(worded, "", "  w: {}\n"), taken = select_sections(worded, "short: true", "  w: {}\n");
  EXPECT_NE(model::dump(selected.selection.resume).find("short"), std::string::npos);
  EXPECT_EQ(model::dump(taken.selection.resume).find("short"), std::string::npos);
  EXPECT_EQ(model::dump(selected.selection.resume).find("wording"), std::string::npos);
}

}  // namespace
}  // namespace resumec::variant

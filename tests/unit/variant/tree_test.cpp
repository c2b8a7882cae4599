#include "unit/variant/shown.hpp"

#include <gtest/gtest.h>

namespace resumec::variant {
namespace {

constexpr std::string_view source =
    "name: A B\nheadline: Cook\nphone: 020 7946 0123\nlayout: {name: classic, accent: red}\n"
    "sections:\n"
    "  Jobs:\n"
    "    - {id: inn, role: Cook, highlights: [Bread, \"Soup {id=soup}\"]}\n"
    "    - {id: bank, role: Teller}\n"
    "  papers: {kind: publications, entries: [{group: G, entries: [{id: a, title: A}, {id: b, title: B}]}]}\n"
    "  Skills: {C++: [x]}\n"
    "variants:\n";

Selected changed(std::string const& variants, std::string const& name = "v", std::map<std::string, std::string> files = {}) {
  return select_text(std::string{source} + variants, name, {}, std::move(files));
}
std::string shown(std::string const& overlay) {
  Selected const selected = changed("  v: {overlay: {sections: {" + overlay + "}}}\n");
  return selected.findings.empty() ? selected.shown() : selected.findings + " | " + selected.hints;
}

constexpr std::string_view rest = " papers(G[A B]) Skills(C++[x])";

TEST(Overlay, MergesMapsAndReplacesValues) {
  EXPECT_EQ(shown("Jobs: {bank: {role: Clerk}}"), "Jobs(Cook[Bread Soup] Clerk)" + std::string{rest});
}
TEST(Overlay, NamesSectionsInAnyCaseAndFieldsByTheirAliases) {
  EXPECT_EQ(shown("jobs: {inn: {points: [Stew]}}"), "Jobs(Cook[Stew] Teller)" + std::string{rest});
}
TEST(Overlay, AppendsWithAPlus) {
  EXPECT_EQ(shown("Jobs: {inn: {points+: [Stew]}}"), "Jobs(Cook[Bread Soup Stew] Teller)" + std::string{rest});
  EXPECT_EQ(shown("Jobs+: [{role: Guard}]"), "Jobs(Cook[Bread Soup] Teller Guard)" + std::string{rest});
  EXPECT_EQ(shown("papers+: [{title: C}]"), "Jobs(Cook[Bread Soup] Teller) papers(G[A B] C) Skills(C++[x])");
  EXPECT_EQ(shown("Jobs: {bank: {points+: [Till]}}"), "Jobs(Cook[Bread Soup] Teller[Till])" + std::string{rest});
}
TEST(Overlay, TwoPlusesArePartOfAName) {
  EXPECT_EQ(shown("Skills: {C++: [y]}"), "Jobs(Cook[Bread Soup] Teller) papers(G[A B]) Skills(C++[y])");
}
TEST(Overlay, NothingDeletes) {
  EXPECT_EQ(shown("Jobs: {inn: }"), "Jobs(Teller)" + std::string{rest});
  EXPECT_EQ(shown("Jobs: {soup: }"), "Jobs(Cook[Bread] Teller)" + std::string{rest});
  EXPECT_EQ(shown("papers: {a: }"), "Jobs(Cook[Bread Soup] Teller) papers(G[B]) Skills(C++[x])");
  EXPECT_EQ(shown("Skills: "), "Jobs(Cook[Bread Soup] Teller) papers(G[A B])");
}
TEST(Overlay, AListWithIdsChangesTheItemsOfTheseIds) {
  EXPECT_EQ(shown("Jobs: [{id: bank, role: Clerk}]"), "Jobs(Cook[Bread Soup] Clerk)" + std::string{rest});
  EXPECT_EQ(shown("papers: [{id: b, title: X}]"), "Jobs(Cook[Bread Soup] Teller) papers(G[A X]) Skills(C++[x])");
}
TEST(Overlay, AListWithoutIdsReplaces) { EXPECT_EQ(shown("Jobs: [{role: Guard}]"), "Jobs(Guard)" + std::string{rest}); }
TEST(Overlay, ItemsAreNumberedToo) { EXPECT_EQ(shown("Jobs: {2: {role: Clerk}}"), "Jobs(Cook[Bread Soup] Clerk)" + std::string{rest}); }
TEST(Overlay, APointWrittenAsATextTakesFields) {
  EXPECT_EQ(shown("Jobs: {soup: {points: [Salt]}}"), "Jobs(Cook[Bread Soup[Salt]] Teller)" + std::string{rest});
}
TEST(Overlay, AddsSections) { EXPECT_EQ(shown("Extra: [One]"), "Jobs(Cook[Bread Soup] Teller)" + std::string{rest} + " Extra([One])"); }

TEST(Overlay, WhatIsNotThereIsAnErrorWithTheNearest) {
  EXPECT_EQ(shown("Jobs: {bnak: {role: Clerk}}").substr(0, 44), "overlay-target@bnak | did you mean `bank`?");
  EXPECT_EQ(shown("Jobs: [{id: bnak, role: Clerk}]").substr(0, 44), "overlay-target@bnak | did you mean `bank`?");
  EXPECT_EQ(shown("Jbos: {bank: {role: Clerk}}").substr(0, 44), "overlay-target@Jbos | did you mean `Jobs`?");
  EXPECT_EQ(changed("  v: {overlay: {phnoe: }}\n").findings, "overlay-target@phnoe");
  EXPECT_EQ(shown("Jobs: [{id: bank, role: Clerk}, {role: Guard}]").substr(0, 33), "overlay-item@{role: Guard} | a li");
}

TEST(Overlay, MayStandInAFileAndIsJudgedThere) {
  std::string const variants = "  v: {overlay: mine.yaml}\n";
  EXPECT_EQ(changed(variants, "v", {{"mine.yaml", "sections: {Jobs: {inn: }}\n"}}).shown(), "Jobs(Teller)" + std::string{rest});
  EXPECT_EQ(changed(variants, "v", {{"mine.yaml", "sections: {Jobs: {inm: }}\n"}}).findings, "overlay-target@inm");
  EXPECT_EQ(changed(variants, "v", {{"mine.yaml", "sections: {Jobs: {inn: {rloe: x}}}\n"}}).findings, "unknown-field@rloe");
  EXPECT_EQ(changed(variants, "v", {{"mine.yaml", "- a\n"}}).findings, "wrong-type@");
  EXPECT_EQ(changed(variants, "v", {{"mine.yaml", "# nothing\n"}}).findings, "empty-source@");
  EXPECT_EQ(changed(variants, "v", {{"mine.yaml", "variants: {w: {}}\n"}}).findings, "misplaced-field@variants");
  EXPECT_EQ(changed(variants).findings, "file-not-found@mine.yaml");
  EXPECT_EQ(changed("  v: {overlay: ../mine.yaml}\n").findings, "outside-root@../mine.yaml");
  EXPECT_EQ(changed("  v: {overlay: [a]}\n").findings, "wrong-type@[a]");
}

TEST(Set, ReplacesByPath) {
  Selected const selected = changed("  v: {set: {sections.jobs.inn.role: Chef, headline: [X, Y]}}\n");
  EXPECT_EQ(selected.shown(), "Jobs(Chef[Bread Soup] Teller)" + std::string{rest});
  EXPECT_EQ(selected.selection.resume.header.headline.size(), 2U);
}
TEST(Set, AnUnknownPathIsAnErrorAtTheStep) {
  Selected const selected = changed("  v: {set: {sections.jobs.imn.role: Chef}}\n");
  EXPECT_EQ(selected.findings, "unknown-path@imn");
  EXPECT_EQ(selected.hints, "did you mean `inn`?");
}

TEST(Headline, IsTheVariants) {
  EXPECT_EQ(syntax::plain_text(changed("  v: {headline: Chef}\n").selection.resume.header.headline[0].base), "Chef");
}

std::string layout(std::string const& value) {
  auto const request = changed("  v: {layout: " + value + "}\n").selection.resume.layout;
  std::string text = request.name.value;
  for (auto const& option : request.options) text += " " + option.key + "=" + std::string{option.value.text()};
  return text;
}
TEST(Layout, AnotherNameBeginsWithoutTheSourcesOptions) { EXPECT_EQ(layout("other"), "other"); }
TEST(Layout, OptionsAreAddedToTheSources) {
  EXPECT_EQ(layout("{paper: letter}"), "classic accent=red paper=letter");
  EXPECT_EQ(layout("{name: classic, accent: blue}"), "classic accent=blue");
  EXPECT_EQ(layout("classic"), "classic accent=red");
  EXPECT_EQ(layout("{name: other, paper: letter}"), "other paper=letter");
}

TEST(Extends, TakesWhatIsNotSaid) {
  std::string const variants =
      "  base: {drop: {ids: [inn]}, headline: Base, overlay: {sections: {Jobs: {bank: {role: Clerk}}}}}\n"
      "  v: {extends: base, headline: Own}\n  w: {extends: v, drop: , overlay: {sections: {Jobs: {bank: {points: [Till]}}}}}\n";
  EXPECT_EQ(changed(variants).shown(), "Jobs(Clerk)" + std::string{rest});
  EXPECT_EQ(syntax::plain_text(changed(variants).selection.resume.header.headline[0].base), "Own");
  EXPECT_EQ(changed(variants, "w").shown(), "Jobs(Cook[Bread Soup] Clerk[Till])" + std::string{rest});
  EXPECT_EQ(changed(variants, "w").findings, "");
}
TEST(Extends, PutsRulesTogetherByKey) {
  std::string const variants = "  base: {drop: {ids: [inn]}, keep: {priority: 4}}\n  v: {extends: base, drop: {priority: 3}}\n";
  EXPECT_EQ(changed(variants).shown(), "Jobs(Cook[Bread Soup] Teller)" + std::string{rest});
}
TEST(Extends, ACircleIsAnErrorWhicheverVariantIsChosen) {
  std::string const variants = "  a: {extends: b}\n  b: {extends: c}\n  c: {extends: b}\n  v: {}\n";
  EXPECT_EQ(changed(variants).findings, "extends-itself@b");
  EXPECT_EQ(changed(variants, "a").findings, "extends-itself@b");
  EXPECT_EQ(changed("  v: {extends: v}\n").findings, "extends-itself@v");
}
TEST(Extends, AnUnknownVariantIsAnErrorThere) {
  Selected const selected = changed("  base: {}\n  v: {extends: bsae}\n");
  EXPECT_EQ(selected.findings, "unknown-variant@bsae");
  EXPECT_EQ(selected.hints, "did you mean `base`?");
}

TEST(Variant, AnUnknownNameIsReportedWithTheNearest) {
  Selected const selected = changed("  short: {}\n", "shrot");
  EXPECT_EQ(selected.findings, "unknown-variant@");
  EXPECT_EQ(selected.hints, "did you mean `short`?");
}

}  // namespace
}  // namespace resumec::variant

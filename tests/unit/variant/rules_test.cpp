#include "unit/variant/shown.hpp"

#include <gtest/gtest.h>

namespace resumec::variant {
namespace {

/// Jobs with tags on entries and points, one of them without any.
constexpr std::string_view jobs =
    "jobs:\n"
    "  - {role: Cook, tags: [food], points: [Bread, {text: Ledger, tags: [money]}]}\n"
    "  - {role: Teller, tags: [money], priority: 4}\n"
    "  - {role: Guard, points: [Gate, {text: Till, tags: [money]}, {text: Whistle, priority: 1}]}\n";

struct Case {
  std::string_view name, rule, shown;
};

std::string name_of_case(testing::TestParamInfo<Case> const& test) { return std::string{test.param.name}; }

class Rules : public testing::TestWithParam<Case> {};

TEST_P(Rules, Show) {
  Selected const selected = select_sections(jobs, GetParam().rule);
  EXPECT_EQ(selected.shown(), GetParam().shown);
  EXPECT_EQ(selected.findings, "");
}

INSTANTIATE_TEST_SUITE_P(
    Tags, Rules,
    testing::Values(Case{"none", "", "jobs(Cook[Bread Ledger] Teller Guard[Gate Till Whistle])"},
                    Case{"keep_takes_untagged_items", "keep: {tags: [food]}", "jobs(Cook[Bread] Guard[Gate Whistle])"},
                    Case{"keep_any_of_several", "keep: {tags: [food, money]}", "jobs(Cook[Bread Ledger] Teller Guard[Gate Till Whistle])"},
                    Case{"only_takes_what_holds_it", "only: {tags: [money]}", "jobs(Teller Guard[Till])"},
                    Case{"only_inherits", "only: {tags: [food]}", "jobs(Cook[Bread])"},
                    Case{"drop", "drop: {tags: [money]}", "jobs(Cook[Bread] Guard[Gate Whistle])"},
                    Case{"drop_wins", "keep: {tags: [food, money]}, drop: {tags: [food]}", "jobs(Teller Guard[Gate Till Whistle])"},
                    Case{"drop_wins_over_only", "only: {tags: [money]}, drop: {priority: 3}", "jobs(Guard[Till])"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Priority, Rules,
    testing::Values(Case{"three_leaves_out_four", "keep: {priority: 3}", "jobs(Cook[Bread Ledger] Guard[Gate Till Whistle])"},
                    Case{"four_leaves_out_none", "keep: {priority: 4}", "jobs(Cook[Bread Ledger] Teller Guard[Gate Till Whistle])"},
                    Case{"none_counts_as_three", "keep: {priority: 2}", "jobs(Guard[Whistle])"},
                    Case{"drop_beyond", "drop: {priority: 3}", "jobs(Cook[Bread Ledger] Guard[Gate Till Whistle])"},
                    Case{"drop_keeps_what_holds_more", "drop: {priority: 2}", "jobs(Guard[Whistle])"},
                    Case{"drop_joins_by_and", "drop: {tags: [money], priority: 3}", "jobs(Cook[Bread Ledger] Guard[Gate Till Whistle])"},
                    Case{"keep_joins_by_and", "keep: {tags: [money], priority: 3}", "jobs(Guard[Gate Till Whistle])"}),
    name_of_case);

constexpr std::string_view mixed =
    "jobs:\n"
    "  - {id: inn, role: Cook, when: 2019 – 2021, points: [Bread, {text: Soup, id: soup}]}\n"
    "  - {role: Guard, when: 2008 – 2009, points: [Gate]}\n"
    "  - {role: Smith, when: 2001 – present}\n"
    "papers:\n"
    "  id: papers\n"
    "  kind: publications\n"
    "  entries: [{group: G, entries: [{id: a, title: A, when: 2008}, {title: B, when: 2020}]}, {title: C}]\n"
    "skills: [{name: All, items: [Go, {name: Rust, id: rust}]}]\n"
    "note: Words\n";

class MixedRules : public testing::TestWithParam<Case> {};

TEST_P(MixedRules, Show) {
  Selected const selected = select_sections(mixed, GetParam().rule);
  EXPECT_EQ(selected.shown(), GetParam().shown);
  EXPECT_EQ(selected.findings, "");
}

INSTANTIATE_TEST_SUITE_P(
    KindsIdsDates, MixedRules,
    testing::Values(
        Case{"kinds", "keep: {kinds: [position]}", "jobs(Cook[Bread Soup] Guard[Gate] Smith)"},
        Case{"kinds_in_groups", "keep: {kinds: [publications]}", "papers(G[A B] C)"},
        Case{"drop_kinds", "drop: {kinds: [publication, text]}", "jobs(Cook[Bread Soup] Guard[Gate] Smith) skills(All[Go Rust])"},
        Case{"keep_ids", "keep: {ids: [a, soup]}", "jobs(Cook[Soup] Guard[Gate] Smith) papers(G[A]) skills(All[Go]) note([Words])"},
        Case{"keep_id_of_a_section", "only: {ids: [papers]}", "papers(G[A B] C)"},
        Case{"only_ids", "only: {ids: [rust, inn]}", "jobs(Cook[Bread Soup]) skills(All[Rust])"},
        Case{"drop_ids", "drop: {ids: [inn, papers]}", "jobs(Guard[Gate] Smith) skills(All[Go Rust]) note([Words])"},
        Case{"keep_sections", "keep: {sections: [papers, skills]}", "papers(G[A B] C) skills(All[Go Rust])"},
        Case{"only_sections", "only: {sections: [skills]}", "skills(All[Go Rust])"},
        Case{"only_sections_and_ids", "only: {sections: [papers], ids: [a]}", "papers(G[A])"},
        Case{"drop_sections", "drop: {sections: [papers, Skills, note]}", "jobs(Cook[Bread Soup] Guard[Gate] Smith)"},
        Case{"drop_in_a_section", "drop: {sections: [papers], ids: [a, inn]}",
             "jobs(Cook[Bread Soup] Guard[Gate] Smith) papers(G[B] C) skills(All[Go Rust]) note([Words])"},
        Case{"since", "keep: {since: 2010}", "jobs(Cook[Bread Soup] Smith) papers(G[B] C) skills(All[Go Rust]) note([Words])"},
        Case{"since_a_month", "keep: {since: 2021-12}", "jobs(Cook[Bread Soup] Smith) papers(C) skills(All[Go Rust]) note([Words])"},
        Case{"only_since", "only: {since: 2020}", "jobs(Cook[Bread Soup] Smith) papers(G[B])"},
        Case{"drop_since", "drop: {since: 2020}", "jobs(Guard[Gate]) papers(G[A] C) skills(All[Go Rust]) note([Words])"}),
    name_of_case);

TEST(Rule, AContactGoesOnlyIfARuleNamesIt) {
  constexpr std::string_view source =
      "name: A B\ncontact: [{email: a@b.example, id: mail}, {phone: +44 20 7946 0123, tags: [private]}]\nsections: {note: {tags: [lead], "
      "entries: [x]}}\n";
  auto const contacts = [&](std::string const& body) {
    std::string result;
    for (auto const& contact : select_text(std::string{source} + "variants: {v: {" + body + "}}\n", "v").selection.resume.header.contacts)
      result += contact.value.value + " ";
    return result;
  };
  EXPECT_EQ(contacts("only: {tags: [lead]}"), "a@b.example ");
  EXPECT_EQ(contacts("keep: {priority: 2}"), "a@b.example +44 20 7946 0123 ");
  EXPECT_EQ(contacts("drop: {ids: [mail]}"), "+44 20 7946 0123 ");
}

constexpr std::string_view cited =
    "jobs:\n  - {role: Cook, cites: [a], points: [{text: Soup, cites: [b], tags: [soup]}]}\n"
    "papers: [{id: a, title: A, note: \"see [@c]\"}, {id: b, title: B}, {id: c, title: C}, {title: D}]\n";

TEST(Cited, PublicationsThatNothingCitesGo) {
  EXPECT_EQ(select_sections(cited, "keep: {cited: true}").shown(), "jobs(Cook[Soup]) papers(A B C)");
  EXPECT_EQ(select_sections(cited, "drop: {cited: false}").shown(), "jobs(Cook[Soup]) papers(A B C)");
  EXPECT_EQ(select_sections(cited, "keep: {cited: true}, drop: {tags: [soup]}").shown(), "jobs(Cook) papers(A C)");
}

TEST(Cited, WhatIsCitedOnlyByWhatGoesGoesToo) {
  EXPECT_EQ(select_sections(cited, "keep: {cited: true}, drop: {kinds: [position]}").shown(), "");
}

TEST(Cited, NamesTheReason) {
  EXPECT_EQ(select_sections(cited, "keep: {cited: true}").why("`D`"), "out: nothing shown cites it: `keep.cited`");
}

TEST(Cited, HasOneMeaningInEachRule) {
  EXPECT_EQ(select_sections(cited, "keep: {cited: false}").findings, "unknown-value@false");
  EXPECT_EQ(select_sections(cited, "drop: {cited: true}").findings, "unknown-value@true");
}

TEST(Reasons, SayWhatDecided) {
  Selected const selected = select_sections(jobs, "keep: {tags: [food], priority: 3}");
  EXPECT_EQ(selected.why("`Cook`"), "in: tag `food`");
  EXPECT_EQ(selected.why("`Ledger`"), "out: `money` is not in `keep.tags`");
  EXPECT_EQ(selected.why("`Teller`"), "out: `money` is not in `keep.tags`");
  EXPECT_EQ(selected.why("`Gate`"), "in: ");
  EXPECT_EQ(select_sections(jobs, "keep: {priority: 2}").why("`Guard`"), "in: something in it stays");
  EXPECT_EQ(select_sections(jobs, "keep: {priority: 2}").why("`Gate`"), "out: no priority counts as 3, beyond `keep.priority: 2`");
  EXPECT_EQ(select_sections(jobs, "drop: {tags: [food]}").why("`Bread`"), "out: position `Cook` is out");
  EXPECT_EQ(select_sections(jobs, "only: {kinds: [education]}").why("section"), "out: nothing in it is of `only.kinds`");
}

TEST(Names, UnknownOnesAreReportedForEveryVariant) {
  Selected const selected =
      select_sections(jobs, "keep: {tags: [food]}", "  w: {keep: {tags: [mony]}, drop: {ids: [x]}, sections: [jbos], titles: {obs: x}}\n");
  EXPECT_EQ(selected.findings, "unknown-tag@mony unknown-id@x unknown-section@jbos unknown-section@obs");
  EXPECT_EQ(selected.hints,
            "did you mean `money`?; nothing in the source has ids yet: write `id: x` into an entry, or `{id=x}` behind a point; "
            "did you mean `jobs`?; did you mean `jobs`?");
}

TEST(Names, OfAVariantThatChangesTheSourceAreThoseThatItHasThen) {
  constexpr std::string_view body = "drop: {ids: [new]}, overlay: {sections: {jobs+: [{id: new, role: Extra}]}}";
  EXPECT_EQ(select_sections(jobs, body).findings, "");
  EXPECT_EQ(select_sections(jobs, "", "  w: {" + std::string{body} + "}\n").findings, "");
}

TEST(Names, AVariantOfAWordingMustExist) {
  EXPECT_EQ(select_sections("note: [{text: x, wording: {w: y}}]\n", "").findings, "unknown-variant@w");
}

TEST(Rule, PriorityFiveInDropIsIdle) { EXPECT_EQ(select_sections(jobs, "drop: {priority: 5}").findings, "idle-rule@5"); }

TEST(Rule, AVariantWithoutASectionIsAWarning) {
  EXPECT_EQ(select_sections(jobs, "only: {kinds: [education]}").findings, "nothing-selected@v");
}

TEST(Rule, ThePagesToFitToAreInTheSelectionOfTheirVariantAlone) {
  EXPECT_EQ(select_sections(jobs, "pages: 1").selection.pages.value, 1);
  EXPECT_EQ(select_sections(jobs, "", "  w: {pages: 1}\n").selection.pages.value, 0);
}

TEST(Rule, TheLimitOfPagesIsInTheSelection) {
  EXPECT_EQ(select_sections(jobs, "max_pages: 2").selection.max_pages.value, 2);
  EXPECT_EQ(select_sections(jobs, "").selection.max_pages.value, 0);
}

}  // namespace
}  // namespace resumec::variant

#include "unit/model/lowering.hpp"

#include <gtest/gtest.h>

namespace resumec::model {
namespace {

struct Case {
  std::string_view source, findings, hint;
};

TEST(Findings, StandAtTheNarrowestPlace) {
  constexpr Case cases[] = {
      {"name: A B\nemial: a@b.example\n", "unknown-field@emial", "did you mean `email`?"},
      {"name: A B\nflavour: 3\n", "unknown-field@flavour",
       "docs/reference/fields.md and `resumec schema` list the fields, `resumec new all.yaml --example every-kind` shows them; a key that "
       "begins with `x-` is kept and never printed"},
      {"name: A B\ndegree: BSc\n", "misplaced-field@degree", "`degree` belongs to an entry"},
      {"name: A B\nresumec: 2\n", "schema-version@2",
       "a file of a newer version needs a newer resumec; if this file is one of yours, write `resumec: 1`"},
      {"name: A B\nletter: {}\n", "not-supported-yet@letter", "remove it, or rename it to `x-letter` to keep it"},
      {"email: a@b.example\n", "missing-name@email", "begin the file with `name: Your Name`"},
      {"nmae: A B\n", "unknown-field@nmae", "did you mean `name`?"},
      {"- A\n- B\n", "not-a-resume@", "begin with `name: Your Name`; `resumec new` writes a file to start from"},
      {"name: A B\nlinks: {site: \"javascript:alert(1)\"}\n", "unsafe-link@javascript:alert(1)", "link to a page on the web instead"},
      {"name: A B\nheadline: \"[x](file:///etc/passwd)\"\n", "unsafe-link@[x](file:///etc/passwd)", "link to a page on the web instead"},
      {"name: A B\nemail: nowhere\n", "odd-email@nowhere", "an address is `name@host.domain`"},
      {"name: A B\nphone: call me\n", "odd-phone@call me", "write it with the country's code: `+44 20 7946 0123`"},
      {"name: A B\nwebsite: here\n", "odd-address@here", "write the whole address, such as `https://example.org/page`"},
      {"name: A B\nsettings: {date_style: lnog}\n", "unknown-value@lnog", "did you mean `long`?"},
      {"name: A B\nsettings: {abstracts: perhaps}\n", "unknown-value@perhaps", "one of `hide`, `fold`, `show`"},
      {"name: A B\nsettings: {labels: {scroe: Grade}}\n", "unknown-field@scroe", "did you mean `score`?"},
      {"name: A B\nsections: 3\n", "wrong-type@3", "for example `sections: {experience: […]}`"},
      {"name: A B\nheadline: \"Cook {.fun}\"\n", "misplaced-attributes@Cook {.fun}", "remove them, or escape the brace as `\\{`"},
      {"name: A B\ncontact: [{label: Call}, {}]\n", "missing-field@{}", "for example `{label: Call sign, value: QX4AA}`"},
      {"name: A B\nvariants: {a: {kepe: {}}}\n", "unknown-field@kepe", "did you mean `keep`?"},
  };
  for (Case const& c : cases) {
    Lowered const lowered = lower_text(c.source);
    EXPECT_EQ(lowered.findings(), c.findings) << c.source;
    EXPECT_EQ(lowered.diagnostics.empty() ? "" : lowered.hint(), c.hint) << c.source;
  }
}

TEST(Findings, InSections) {
  constexpr Case cases[] = {
      {"experience:\n  - {role: Cook, wehn: 2020}\n", "unknown-field@wehn", "did you mean `when`?"},
      {"experience:\n  - {role: Cook, doi: 10.1/x}\n", "", ""},
      {"talks:\n  - {talk: Bells, kind: talk, degree: BSc}\n", "misplaced-field@degree",
       "it belongs to entries of kind `education`; say `kind:` if this is one"},
      {"experience:\n  - {role: Cook, when: [{a: b}]}\n", "unknown-field@a",
       "docs/reference/fields.md and `resumec schema` list the fields, `resumec new all.yaml --example every-kind` shows them; a key that "
       "begins with `x-` is kept and never printed"},
      {"experience:\n  - {role: Cook, when: 2021-13}\n", "no-such-date@2021-13", "months go from 1 to 12"},
      {"experience:\n  - {role: Cook, start: 2021, end: 2019}\n", "ends-before-start@2019", "write the earlier date as the start"},
      {"experience:\n  - {role: {a: b, c: d}}\n", "wrong-type@{a: b, c: d}", "for example `role: Software Engineer`"},
      {"experience:\n  - {role: Cook, points: {a: b}}\n", "wrong-type@{a: b}", "for example `points: [Built the billing API]`"},
      {"experience:\n  - {role: Cook, priority: 9}\n", "wrong-type@9", "for example `priority: 2`"},
      {"experience:\n  - {role: Cook, hide: perhaps}\n", "wrong-type@perhaps", "for example `hide: true`"},
      {"experience:\n  - {role: Cook, company: A, at: B}\n", "same-field-twice@at", "keep one of them"},
      {"experience:\n  - {role: Cook, id: x}\n  - {role: Baker, id: x}\n", "duplicate-id@x",
       "an id names one item; citations could not tell them apart; a tag, which many may have, is `{.x}`"},
      {"experience:\n  - {tags: [x]}\n", "empty-entry@{tags: [x]}", "give it a `title` or a `text`, or remove it"},
      {"experience:\n", "empty-section@experience", "write its entries under it, or remove it"},
      {"experience:\n  kind: talkk\n  entries: [A]\n", "unknown-value@talkk", "did you mean `talk`?"},
      {"experience:\n  - {kind: tlak, title: A}\n", "unknown-value@tlak", "did you mean `talk`?"},
      {"experience:\n  numbering: up\n  entires: [A]\n", "unknown-field@entires", "did you mean `entries`?"},
      {"skills:\n  - {name: A, items: [{name: B, requires: C}]}\n", "not-supported-yet@requires",
       "remove it, or rename it to `x-requires` to keep it"},
      {"experience:\n  - role: Cook\n    points: [{priority: 2}]\n", "missing-field@{priority: 2}",
       "for example `text: Cut the cost by 38%`"},
      {"experience:\n  - titel: Cook\n", "unknown-field@titel", "did you mean `title`?"},
  };
  for (Case const& c : cases) {
    Lowered const lowered = lower_sections(c.source);
    EXPECT_EQ(lowered.findings(), c.findings) << c.source;
    EXPECT_EQ(lowered.diagnostics.empty() ? "" : lowered.hint(), c.hint) << c.source;
  }
}

TEST(Findings, AllInOneRun) {
  Lowered const lowered = lower_text(
      "emial: a\nphone: x\nsections:\n  experience:\n    - {role: Cook, wehn: 2020, when: 2021-13}\n  talks:\n    - {talk: A, links: {x: "
      "\"ftp://a\"}}\n");
  EXPECT_EQ(lowered.findings(),
            "unknown-field@emial odd-phone@x unknown-field@wehn no-such-date@2021-13 unsafe-link@ftp://a missing-name@emial");
}

TEST(Findings, ADuplicateIdShowsBothPlaces) {
  Lowered const lowered = lower_sections("experience:\n  - {role: Cook, id: x}\n  - {role: Baker, points: [\"Bread {id=x}\"]}\n");
  ASSERT_EQ(lowered.diagnostics.size(), 1U) << lowered.findings();
  Diagnostic const& diagnostic = *lowered.diagnostics.begin();
  ASSERT_EQ(diagnostic.labels.size(), 1U);
  EXPECT_LT(diagnostic.labels[0].span.begin, diagnostic.span.begin);
}

TEST(Lenient, UnknownKeysAreWarningsAndKept) {
  Lowered const lowered = lower_text("name: A B\nflavour: sour\n", {UnknownKeys::Warn});
  EXPECT_FALSE(lowered.diagnostics.has_errors());
  EXPECT_EQ(lowered.findings(), "unknown-field@flavour");
  ASSERT_EQ(lowered.resume.extra.size(), 1U);
  EXPECT_EQ(lowered.resume.extra[0].value.text(), "sour");
}

}  // namespace
}  // namespace resumec::model

#include "unit/model/lowering.hpp"
#include "variant/select.hpp"

#include <gtest/gtest.h>

namespace resumec::variant {
namespace {

using model::lower_sections;
using model::Lowered;

struct Numbered {
  std::string entries;   ///< "a=1 b=2", in order
  std::string cites;     ///< "a=1"
  std::string findings;  ///< "unresolved-citation@x"
};

void collect(std::vector<model::Entry> const& entries, Numbered& out) {
  for (model::Entry const& entry : entries) {
    if (!entry.number.empty()) out.entries += (out.entries.empty() ? "" : " ") + entry.attributes.id.value + "=" + entry.number;
    for (model::Cite const& cite : entry.cites) out.cites += (out.cites.empty() ? "" : " ") + cite.id.value + "=" + cite.number;
    collect(entry.entries, out);
  }
}

Numbered number(std::string_view sections) {
  Lowered lowered = lower_sections(sections);
  EXPECT_EQ(lowered.findings(), "");
  Selection selection = select(lowered.resume, {}, lowered.diagnostics);
  number_citations(selection.resume, lowered.diagnostics);
  Numbered result;
  for (model::Section const& section : selection.resume.sections) collect(section.entries, result);
  result.findings = lowered.findings();
  return result;
}

constexpr std::string_view job = "experience:\n  - {role: Cook, cites: [b]}\n";

TEST(Numbering, CountsUpInPrintedOrder) {
  Numbered const result = number(std::string{job} + "papers:\n  numbering: up\n  entries: [{id: a, title: A}, {id: b, title: B}]\n");
  EXPECT_EQ(result.entries, "a=1 b=2");
  EXPECT_EQ(result.cites, "b=2");
}

TEST(Numbering, CountsDown) {
  Numbered const result =
      number(std::string{job} + "papers:\n  numbering: down\n  entries: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]\n");
  EXPECT_EQ(result.entries, "a=3 b=2 c=1");
  EXPECT_EQ(result.cites, "b=2");
}

TEST(Numbering, LabelIsTheId) {
  Numbered const result = number(std::string{job} + "papers:\n  numbering: label\n  entries: [{id: b, title: B}]\n");
  EXPECT_EQ(result.entries, "b=b");
  EXPECT_EQ(result.cites, "b=b");
}

TEST(Numbering, GoesThroughGroups) {
  Numbered const result =
      number("papers:\n  numbering: up\n  entries: [{group: G, entries: [{id: a, title: A}, {id: b, title: B}]}, {id: c, title: C}]\n");
  EXPECT_EQ(result.entries, "a=1 b=2 c=3");
}

TEST(Numbering, PublicationsShareOneSequenceAndPatentsHaveTheirOwn) {
  Numbered const result = number(
      "papers:\n  numbering: up\n  entries: [{id: a, title: A}]\n"
      "Patents:\n  numbering: down\n  entries: [{id: p, title: P}, {id: q, title: Q}]\n"
      "Preprints:\n  numbering: up\n  entries: [{id: b, title: B}]\n");
  EXPECT_EQ(result.entries, "a=1 p=2 q=1 b=2");
}

TEST(Numbering, ACitedPatentJoinsTheSequenceOfWhatIsCited) {
  Numbered const result = number(
      "papers:\n  numbering: up\n  entries: [{id: a, title: A}]\n"
      "Patents:\n  numbering: up\n  entries: [{id: b, title: B}]\n" +
      std::string{job});
  EXPECT_EQ(result.entries, "a=1 b=2");
  EXPECT_EQ(result.cites, "b=2");
}

TEST(Numbering, ACitedPublicationNumbersASectionThatSaysNothing) {
  Numbered const result = number(std::string{job} + "papers: [{id: a, title: A}, {id: b, title: B}]\n");
  EXPECT_EQ(result.entries, "a=1 b=2");
  EXPECT_EQ(number("papers: [{id: a, title: A}]\n").entries, "");
}

TEST(Numbering, AnExplicitNoneStaysAndItsCitationIsAnError) {
  Numbered const result = number(std::string{job} + "papers:\n  numbering: none\n  entries: [{id: b, title: B}]\n");
  EXPECT_EQ(result.entries, "");
  EXPECT_EQ(result.findings, "unnumbered-citation@b");
}

TEST(Citation, OfNothingIsAnErrorAtTheCitation) {
  EXPECT_EQ(
      number("experience:\n  - {role: Cook, cites: [heorn]}\npapers:\n  numbering: up\n  entries: [{id: heron, title: A}]\n").findings,
      "unresolved-citation@heorn");
}

TEST(Citation, OfNothingHasADidYouMean) {
  Lowered lowered = lower_sections("papers:\n  numbering: up\n  entries: [{id: heron, title: A, cites: [heorn]}]\n");
  number_citations(lowered.resume, lowered.diagnostics);
  EXPECT_EQ(lowered.hint(), "did you mean `heron`?");
}

TEST(Citation, InATextIsChecked) {
  Numbered const result = number("Notes: [\"As in [@a] and [@x].\"]\npapers:\n  numbering: up\n  entries: [{id: a, title: A}]\n");
  EXPECT_EQ(result.findings.find("unresolved-citation@"), 0U) << result.findings;
  EXPECT_NE(result.findings.find("@x"), std::string::npos);
}

TEST(Citation, OfAHiddenPaperGoesAndTheOthersCountAnew) {
  Numbered const result = number(
      "experience:\n  - {role: Cook, cites: [a, b]}\n"
      "papers:\n  numbering: up\n  entries: [{id: a, title: A, hide: true}, {id: b, title: B}]\n");
  EXPECT_EQ(result.entries, "b=1");
  EXPECT_EQ(result.cites, "b=1");
  EXPECT_EQ(result.findings, "");
}

}  // namespace
}  // namespace resumec::variant

#include "driver/page_facts.hpp"

#include <gtest/gtest.h>

namespace resumec::driver {
namespace {

using base::Length;
using base::NodeId;
using base::Role;

/// A document of pages 100 pt wide and high, with text areas from 10 to 90 pt, of text that hangs nowhere below its baseline.
struct Pages {
  Pages() {
    document.structure.emplace_back().role = Role::Document;
    document.structure.emplace_back().role = Role::Artifact;
    document.fonts.emplace_back();
  }
  void page() {
    document.pages.push_back(
        {{Length::pt(100), Length::pt(100)}, {}, {{Length::pt(10), Length::pt(10)}, {Length::pt(80), Length::pt(80)}}});
  }
  NodeId node(Role role) {
    auto const id = NodeId::from(document.structure.size());
    document.structure.emplace_back().role = role;
    document.structure.back().parent = NodeId{0};
    document.structure[0].children.push_back(id);
    return id;
  }
  void text(NodeId node, std::int64_t baseline) {
    display::GlyphRun run;
    run.node = node;
    run.font = display::FontIndex{0};
    run.origin = {Length::pt(10), Length::pt(baseline)};
    run.text = "x";
    document.pages.back().items.emplace_back(run);
  }
  std::vector<std::string> kinds(model::Budget const& budget) const {
    Diagnostics diagnostics;
    check_budget(document, budget, diagnostics);
    std::vector<std::string> kinds;
    for (auto const& finding : diagnostics) kinds.push_back(finding.kind);
    EXPECT_EQ(kinds.empty(), within(page_facts(document), budget));
    return kinds;
  }
  display::Document document;
};

model::Budget budget(int max_pages, int min_fill) {
  model::Budget result;
  result.max_pages.value = max_pages;
  result.min_fill.value = min_fill;
  return result;
}

using Kinds = std::vector<std::string>;

TEST(PageFacts, TheNoteIsReadBack) {
  PageFacts const facts{12, {Length::pt(595), Length::pt(842)}, 613, 2};
  EXPECT_EQ(from_note(to_note(facts)), facts);
}

TEST(PageFacts, NoOtherNoteIsRead) {
  auto const note = to_note({});
  for (std::string const& other : {std::string{}, note + " ", note.substr(1), note.substr(0, note.size() - 1), "pages=-1" + note.substr(7)})
    EXPECT_FALSE(from_note(other)) << other;
}

TEST(PageFacts, APageIsAsFullAsItsLastLineIsLow) {
  Pages pages;
  pages.page();
  auto const paragraph = pages.node(Role::Paragraph);
  pages.text(paragraph, 90);
  pages.page();
  pages.text(paragraph, 50);
  pages.text(NodeId{1}, 95);  // a running foot
  auto const facts = page_facts(pages.document);
  EXPECT_EQ(facts.count, 2U);
  EXPECT_EQ(facts.least_full, 500);
  EXPECT_EQ(pages.kinds(budget(0, 501)), Kinds{"empty-page"});
  EXPECT_EQ(pages.kinds(budget(0, 500)), Kinds{});
  EXPECT_EQ(pages.kinds(budget(1, 0)), Kinds{"over-page-limit"});
  EXPECT_EQ(pages.kinds(budget(2, 0)), Kinds{});
}

TEST(PageFacts, AHeadingIsStrandedIfItsTextStartsLater) {
  model::Budget strict;
  strict.may_strand_headings = false;
  Pages pages;
  pages.page();
  pages.text(pages.node(Role::Heading), 20);
  auto const paragraph = pages.node(Role::Paragraph);
  pages.text(paragraph, 40);
  EXPECT_EQ(pages.kinds(strict), Kinds{});
  pages.text(pages.node(Role::Heading), 88);
  EXPECT_EQ(pages.kinds(strict), Kinds{}) << "a heading of nothing";
  pages.page();
  pages.text(pages.node(Role::Paragraph), 20);
  EXPECT_EQ(pages.kinds(strict), Kinds{"stranded-heading"});
  EXPECT_EQ(pages.kinds({}), Kinds{});
}

}  // namespace
}  // namespace resumec::driver

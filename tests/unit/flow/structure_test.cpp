// Nodes, headings, links, gaps, columns: what machines and the layout stage rely on.
#include "unit/flow/flow_fixture.hpp"

#include <gmock/gmock.h>

#include <set>

namespace resumec::flow {
namespace {

using testing::Contains;
using testing::ElementsAre;

std::vector<int> heading_levels(Document const& document) {
  std::vector<int> levels;
  for (auto const& node : document.nodes) {
    if (node.role == Role::Heading) levels.push_back(node.level);
  }
  return levels;
}

model::Entry employer() {
  auto one = entry(model::Kind::Position);
  one.org = text("Klankwerk");
  one.entries = {entry(model::Kind::Position, "Lead"), entry(model::Kind::Position, "Scientist")};
  return one;
}

TEST(Structure, headings_go_down_one_level_at_a_time) {
  EXPECT_THAT(heading_levels(realized(resume({section("Experience", {employer()})}))), ElementsAre(1, 2, 3, 4, 4));
}

TEST(Structure, a_section_without_a_heading_lifts_its_entries) {
  auto one = section("Experience", {employer()});
  one.untitled = true;
  EXPECT_THAT(heading_levels(realized(resume({one}))), ElementsAre(1, 2, 3, 3));
}

TEST(Structure, there_are_six_levels_at_most) {
  auto inner = entry(model::Kind::Group, "g");
  inner.entries = {entry(model::Kind::Position, "p")};
  for (int i = 0; i < 8; ++i) {
    auto outer = entry(model::Kind::Group, "g");
    outer.entries = {inner};
    inner = outer;
  }
  auto const levels = heading_levels(realized(resume({section("A", {inner})})));
  EXPECT_EQ(levels.size(), 12U);
  EXPECT_EQ(*std::max_element(levels.begin(), levels.end()), 6);
}

TEST(Structure, nodes_are_made_in_reading_order_below_their_parents) {
  auto one = employer();
  one.entries[0].points = {point("a"), point("b")};
  for (auto const& layout : {classic(), two_column()}) {
    auto const document = realized(resume({section("Experience", {one})}), layout);
    ASSERT_EQ(document.nodes[0].role, Role::Document);
    for (std::size_t i = 1; i < document.nodes.size(); ++i) {
      ASSERT_TRUE(document.nodes[i].parent) << i;
      EXPECT_LT(document.nodes[i].parent.index(), i);
    }
    std::size_t last = 0;
    each_block(document, [&](Block const& block) {
      ASSERT_TRUE(block.node);
      for (auto const& run : block.inlines) {
        if (run.generated) continue;
        EXPECT_GE(run.node.index(), last) << run.text;
        last = run.node.index();
      }
    });
  }
}

TEST(Structure, blocks_hold_blocks_or_inlines) {
  auto one = employer();
  one.entries[0].when = range(month(2019, 9), month(2021, 8));
  auto const document = realized(resume({section("Experience", {one})}));
  std::vector<std::size_t> row_sizes;
  each_block(document, [&](Block const& block) {
    EXPECT_TRUE(block.children.empty() || block.inlines.empty());
    EXPECT_TRUE(!block.children.empty() || !block.inlines.empty() || block.kind == BlockKind::Rule);
    if (block.kind == BlockKind::Row) row_sizes.push_back(block.children.size());
  });
  EXPECT_THAT(row_sizes, testing::AllOf(testing::Not(testing::IsEmpty()), testing::Each(2U)));
}

TEST(Structure, gaps_stand_at_one_level_only) {
  auto one = employer();
  one.points = {point("a"), point("b")};
  auto const document = realized(resume({section("A", {one, one}), section("B", {one})}));
  each_block(document, [](Block const& block) {
    if (block.children.empty()) return;
    EXPECT_EQ(block.children.front().above, 0);
    EXPECT_EQ(block.children.back().below, 0);
  });
  auto const& sections = document.columns.back().blocks;
  ASSERT_EQ(sections.size(), 2U);
  for (auto const& block : sections) EXPECT_EQ(block.above, 16);
}

TEST(Structure, the_same_relation_has_the_same_gap) {
  auto one = entry(model::Kind::Position, "t");
  one.org = text("o");
  one.points = {point("a"), point("b"), point("c")};
  auto const document = realized(resume({section("A", {one, one, one})}));
  std::set<int> between_items, between_entries, before_items;
  each_block(document, [&](Block const& block) {
    for (std::size_t i = 0; i < block.children.size(); ++i) {
      auto const role = document.nodes[block.children[i].node.index()].role;
      if (role == Role::ListItem && i > 0) between_items.insert(block.children[i].above);
      if (role == Role::List) before_items.insert(block.children[i].above);
      if (role == Role::Entry && document.nodes[block.children[i - 1].node.index()].role == Role::Entry)
        between_entries.insert(block.children[i].above);
    }
  });
  EXPECT_THAT(between_items, ElementsAre(1));
  EXPECT_THAT(between_entries, ElementsAre(7));
  EXPECT_THAT(before_items, ElementsAre(2));
}

TEST(Structure, titles_are_kept_with_what_follows_and_entries_are_not) {
  auto one = entry(model::Kind::Position, "t");
  one.org = text("o");
  auto const document = realized(resume({section("A", {one, one})}));
  std::vector<Keep> of_headings, of_entries;
  each_block(document, [&](Block const& block) {
    auto const& node = document.nodes[block.node.index()];
    if (node.role == Role::Heading && node.level == 2) of_headings.push_back(block.keep);
    if (node.role == Role::Entry && !block.children.empty()) of_entries.push_back(block.children.back().keep);
  });
  EXPECT_THAT(of_headings, ElementsAre(Keep::WithNext));
  EXPECT_THAT(of_entries, ElementsAre(Keep::None, Keep::None));
}

TEST(Structure, contact_items_are_whole_and_described) {
  auto whole = resume();
  model::Contact mail, hub, place;
  mail.kind = model::ContactKind::Email;
  mail.value = literal("bob@example.org");
  mail.url = "mailto:bob@example.org";
  hub.kind = model::ContactKind::Network;
  hub.network_name = "GitHub";
  hub.value = literal("github.com/bob");
  hub.url = "https://github.com/bob";
  place.kind = model::ContactKind::Location;
  place.place.city = literal("Utrecht");
  whole.header.contacts = {mail, hub, place};
  auto const document = realized(whole);
  std::vector<std::string> items;
  each_block(document, [&](Block const& block) {
    if (block.kind != BlockKind::Contacts) return;
    for (auto const& run : block.inlines) {
      EXPECT_NE(run.generated, run.unbreakable) << run.text;
      items.push_back((run.generated ? "|" : "") + run.text);
    }
  });
  EXPECT_THAT(items, ElementsAre("bob@example.org", "| · ", "github.com/bob", "| · ", "Utrecht"));
  ASSERT_EQ(document.links.size(), 2U);
  EXPECT_EQ(document.links[0].description, "E-mail: bob@example.org");
  EXPECT_EQ(document.links[1].description, "GitHub: Bob Marrow");
}

TEST(Structure, every_link_node_has_a_target_and_a_description) {
  auto one = entry(model::Kind::Project, "Heron");
  one.url = literal("https://git.example/heron");
  auto const document = realized(resume({section("Projects", {one})}));
  int links = 0;
  for (auto const& node : document.nodes) {
    if (node.role != Role::Link) continue;
    ++links;
    ASSERT_TRUE(node.link);
    EXPECT_EQ(document.links[node.link.index()].description, "Heron");
  }
  EXPECT_EQ(links, 1);
}

TEST(Structure, sections_go_to_their_columns_in_placement_order) {
  auto with_role = [](std::string role, model::Kind kind) {
    auto one = section(role, {entry(kind, role + " entry")});
    one.role = role;
    return one;
  };
  auto const document = realized(resume({with_role("skills", model::Kind::Skills), with_role("experience", model::Kind::Position),
                                         with_role("languages", model::Kind::Language)}),
                                 two_column());
  EXPECT_TRUE(document.page.two_columns);
  EXPECT_TRUE(document.page.side_on_left);
  EXPECT_EQ(document.page.main_share, Em::milli(660));
  ASSERT_EQ(document.columns.size(), 3U);
  EXPECT_EQ(document.columns[0].role, ColumnRole::Full);
  EXPECT_EQ(document.columns[1].role, ColumnRole::Main);
  EXPECT_EQ(document.columns[2].role, ColumnRole::Side);
  EXPECT_THAT(texts(document),
              ElementsAre("Bob Marrow", "EXPERIENCE", "experience entry", "LANGUAGES", "languages entry", "SKILLS", "skills entry"));
}

TEST(Structure, the_running_foot_is_an_artifact_with_page_fields) {
  auto const document = realized(resume());
  ASSERT_EQ(document.running.size(), 1U);
  EXPECT_EQ(document.running[0].pages, RunningPages::Later);
  std::vector<InlineKind> kinds;
  for (auto const& run : document.running[0].block.inlines) {
    kinds.push_back(run.kind);
    auto node = run.node;
    while (document.nodes[node.index()].role != Role::Artifact) node = document.nodes[node.index()].parent;
    EXPECT_NE(node, NodeId{0});
  }
  EXPECT_THAT(kinds, ElementsAre(InlineKind::Text, InlineKind::Text, InlineKind::PageNumber, InlineKind::Text, InlineKind::PageCount));
}

TEST(Structure, languages_of_parts_are_marked) {
  auto one = entry(model::Kind::Position, "Ingenieur");
  one.attributes.lang = "de";
  auto const document = realized(resume({section("A", {one})}));
  EXPECT_THAT(document.nodes, Contains(testing::AllOf(testing::Field(&Node::role, Role::Entry), testing::Field(&Node::lang, "de"))));
  std::vector<std::string> languages;
  each_block(document, [&](Block const& block) {
    if (text_of(block.inlines) == "Ingenieur") languages.push_back(document.styles[block.inlines[0].style.index()].lang);
  });
  EXPECT_THAT(languages, ElementsAre("de"));
}

TEST(Structure, the_title_of_the_document_names_the_person) {
  auto whole = resume();
  EXPECT_EQ(realized(whole).metadata.title, "Bob Marrow – Résumé");
  whole.header.headline = {text("Engineer"), text("Mentor")};
  auto const metadata = realized(whole).metadata;
  EXPECT_EQ(metadata.title, "Bob Marrow – Engineer · Mentor");
  EXPECT_EQ(metadata.author, "Bob Marrow");
  EXPECT_EQ(metadata.lang, "en");
}

TEST(Structure, columns_hold_entries_side_by_side) {
  auto one = section("Skills", {entry(model::Kind::Skills, "a"), entry(model::Kind::Skills, "b")});
  one.columns = 2;
  int found = 0;
  each_block(realized(resume({one})), [&](Block const& block) {
    if (block.kind != BlockKind::Columns) return;
    ++found;
    EXPECT_EQ(block.column_count, 2);
    EXPECT_EQ(block.children.size(), 2U);
  });
  EXPECT_EQ(found, 1);
}

TEST(Structure, numbered_entries_are_items_of_one_list_with_one_indent) {
  std::vector<model::Entry> papers;
  for (int i = 1; i <= 11; ++i) {
    papers.push_back(entry(model::Kind::Publication, "p"));
    papers.back().number = std::to_string(i);
  }
  auto const document = realized(resume({section("Publications", papers)}));
  std::set<Em> indents;
  int lists = 0, items = 0;
  each_block(document, [&](Block const& block) {
    if (block.kind == BlockKind::Item) {
      ++items;
      indents.insert(block.indent);
    }
    lists += document.nodes[block.node.index()].role == Role::List ? 1 : 0;
  });
  EXPECT_EQ(lists, 1);
  EXPECT_EQ(items, 11);
  EXPECT_EQ(indents.size(), 1U);
}

TEST(Structure, the_dump_is_stable_and_names_what_matters) {
  auto one = entry(model::Kind::Position, "Engineer \"x\"");
  auto const whole = resume({section("Experience", {one})});
  auto const dumped = dump(realized(whole));
  EXPECT_EQ(dumped, dump(realized(whole)));
  EXPECT_THAT(dumped, testing::HasSubstr("heading3"));
  EXPECT_THAT(dumped, testing::HasSubstr("\"Engineer “x”\""));
  EXPECT_THAT(dumped, testing::HasSubstr("keep-with-next"));
}

}  // namespace
}  // namespace resumec::flow

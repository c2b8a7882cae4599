// What is printed, and in which words.
#include "unit/flow/flow_fixture.hpp"

#include <gmock/gmock.h>

namespace resumec::flow {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

model::Entry job() {
  auto result = entry(model::Kind::Position, "Engineer");
  result.org = text("Tidewater");
  result.place.city = literal("Toronto");
  result.place.region = literal("Ontario");
  result.place.country = literal("Canada");
  result.when = range(month(2021, 9), month(2023, 8));
  result.points = {point("Built it"), point("Ran it")};
  result.points[1].points = {point("at night")};
  return result;
}

TEST(Realize, prints_a_job_in_reading_order) {
  EXPECT_THAT(texts(realized(resume({section("Experience", {job()})}))),
              ElementsAre("Bob Marrow", "Experience", "Engineer", "Sep 2021 – Aug 2023", "Tidewater", "Toronto, Ontario, Canada", "•",
                          "Built it", "•", "Ran it", "–", "at night"));
}

TEST(Realize, offers_shorter_dates_and_places) {
  auto one = resume({section("Experience", {job()})});
  one.settings.date_style = "long";
  std::vector<std::vector<std::string>> ladders;
  each_block(realized(one), [&](Block const& block) {
    if (block.alternatives.empty()) return;
    ladders.emplace_back();
    for (auto const& alternative : block.alternatives) ladders.back().push_back(text_of(alternative.inlines));
  });
  EXPECT_THAT(ladders, ElementsAre(ElementsAre("Sep 2021 – Aug 2023", "09/2021 – 08/2023"), ElementsAre("Toronto, Ontario", "Toronto")));
}

TEST(Realize, other_wordings_use_the_nodes_of_the_first) {
  auto const document = realized(resume({section("Experience", {job()})}));
  each_block(document, [&](Block const& block) {
    for (auto const& alternative : block.alternatives) {
      for (auto const& one : alternative.inlines) {
        EXPECT_THAT(block.inlines, Contains(testing::Field(&Inline::node, one.node)));
      }
    }
  });
}

TEST(Realize, citations_follow_the_place) {
  auto one = job();
  one.cites = {{literal("a"), "1"}, {literal("b"), "2"}};
  one.points = {point("Done")};
  one.points[0].cites = {{literal("b"), "2"}};
  auto const document = realized(resume({section("Experience", {one})}));
  EXPECT_THAT(texts(document), testing::IsSupersetOf({"Engineer", "Toronto, Ontario, Canada [1], [2]", "Done [2]"}));
  int references = 0;
  for (auto const& node : document.nodes) references += node.role == Role::Reference ? 1 : 0;
  EXPECT_EQ(references, 3);
}

TEST(Realize, composes_the_degree_line) {
  auto one = entry(model::Kind::Education);
  model::EducationDetail detail;
  detail.degree = text("MSc");
  detail.field = text("Physics");
  detail.score = text("8.8/9.0");
  detail.thesis = text("On things");
  detail.advisors = {text("Prof. A"), text("Prof. B")};
  one.detail = detail;
  one.org = text("Yarrow");
  one.department = text("Science");
  EXPECT_THAT(texts(realized(resume({section("Education", {one})}))),
              ElementsAre("Bob Marrow", "Education", "MSc in Physics", "Yarrow, Science · GPA: 8.8/9.0", "Advisor: Prof. A, Prof. B",
                          "Thesis: On things"));
}

TEST(Realize, labels_can_be_renamed_or_brought_along) {
  auto one = entry(model::Kind::Education, "BSc");
  model::EducationDetail detail;
  detail.score = text("1.3");
  one.detail = detail;
  auto whole = resume({section("Education", {one})});
  whole.settings.labels = {{"score", "Grade"}};
  EXPECT_THAT(texts(realized(whole)), Contains("Grade: 1.3"));
  detail.score_is_verbatim = true;
  whole.sections[0].entries[0].detail = detail;
  EXPECT_THAT(texts(realized(whole)), Contains("1.3"));
}

model::Entry paper() {
  auto one = entry(model::Kind::Publication, "Sorted speculation");
  model::PublicationDetail detail;
  detail.authors = {{"I. Calloway", "*", true, false, {}}, {"M. Pour", "", false, false, {}}, {"", "", false, true, {}}};
  detail.venue = text("EAL 2024");
  detail.pages = literal("1--10");
  one.detail = detail;
  one.when = single(year(2024));
  one.number = "3";
  model::Link link;
  link.label = text("Paper");
  link.url = literal("https://arxiv.example/1");
  one.links = {link};
  return one;
}

TEST(Realize, prints_a_publication_with_the_year_once) {
  auto const document = realized(resume({section("Publications", {paper()})}));
  EXPECT_THAT(texts(document),
              testing::IsSupersetOf({"[3]", "I. Calloway*, M. Pour, et al., “Sorted speculation”, EAL 2024, pp. 1–10. Paper"}));
  ASSERT_EQ(document.links.size(), 1U);
  EXPECT_EQ(document.links[0].url, "https://arxiv.example/1");
  EXPECT_EQ(document.links[0].description, "Paper: Sorted speculation");
}

TEST(Realize, the_status_stands_before_the_year) {
  auto one = paper();
  auto& detail = std::get<model::PublicationDetail>(one.detail);
  detail.venue = {};
  detail.status = text("under revision");
  EXPECT_THAT(texts(realized(resume({section("Publications", {one})}))), Contains(HasSubstr("under revision, 2024")));
}

TEST(Realize, the_own_name_is_strong) {
  auto const document = realized(resume({section("Publications", {paper()})}));
  std::vector<std::string> strong;
  each_block(document, [&](Block const& block) {
    for (auto const& one : block.inlines) {
      if (document.nodes[one.node.index()].role == Role::Strong) {
        strong.push_back(one.text);
        EXPECT_EQ(document.styles[one.style.index()].weight, 700);
      }
    }
  });
  EXPECT_THAT(strong, ElementsAre("I. Calloway*"));
}

TEST(Realize, quotes_titles_of_talks_once) {
  auto talk = [](std::string title) {
    auto one = entry(model::Kind::Talk, std::move(title));
    one.detail = model::TalkDetail{text("AudioLearn"), literal("keynote")};
    return one;
  };
  auto const all = texts(realized(resume({section("Talks", {talk("On ears"), talk("\"On mouths\"")})})));
  EXPECT_THAT(all, testing::IsSupersetOf({"AudioLearn, “On ears”, keynote", "AudioLearn, “On mouths”, keynote"}));
}

TEST(Realize, prints_skills_with_levels_and_subgroups) {
  auto one = entry(model::Kind::Skills, "Libraries");
  model::SkillsDetail detail;
  detail.items.resize(2);
  detail.items[0].name = text("Deep learning");
  detail.items[0].keywords = {text("PyTorch"), text("JAX")};
  detail.items[1].name = text("C++");
  detail.items[1].level.text = text("daily");
  one.detail = detail;
  auto levelled = entry(model::Kind::Skills, "Go");
  levelled.detail = model::SkillsDetail{{}, {text("daily"), {}, {}}};
  EXPECT_THAT(texts(realized(resume({section("Skills", {one, levelled})}))),
              ElementsAre("Bob Marrow", "Skills", "Libraries: Deep learning: PyTorch, JAX; C++ (daily)", "Go: daily"));
}

TEST(Realize, languages_run_on_in_one_line) {
  auto language = [](std::string name, std::string level) {
    auto one = entry(model::Kind::Language, std::move(name));
    one.detail = model::LanguageDetail{{text(std::move(level)), {}, {}}};
    return one;
  };
  EXPECT_THAT(texts(realized(resume({section("Languages", {language("English", "native"), language("Dutch, Swedish", "basic")})}))),
              Contains("English: native · Dutch, Swedish: basic"));
}

TEST(Realize, an_entry_that_has_more_than_its_line_stands_alone) {
  auto english = entry(model::Kind::Language, "English");
  auto dutch = entry(model::Kind::Language, "Dutch");
  dutch.points = {point("Lived there")};
  EXPECT_THAT(texts(realized(resume({section("Languages", {english, dutch, english})}))),
              ElementsAre("Bob Marrow", "Languages", "English", "Dutch", "•", "Lived there", "English"));
}

TEST(Realize, titles_of_known_sections_come_from_the_language) {
  model::Section one;
  one.key = "experience";
  one.role = "experience";
  one.entries = {job()};
  auto whole = resume({one});
  whole.lang = "de";
  EXPECT_THAT(texts(realized(whole)), Contains(std::string{locale::find("de").title("experience")}));
}

TEST(Realize, an_untitled_section_has_no_heading) {
  auto one = section("Summary", {entry(model::Kind::Text)});
  one.entries[0].text = rich({"I lead."});
  one.untitled = true;
  EXPECT_THAT(texts(realized(resume({one}))), ElementsAre("Bob Marrow", "I lead."));
}

TEST(Realize, a_section_without_content_is_not_printed) {
  EXPECT_THAT(texts(realized(resume({section("Empty", {}), section("Hollow", {entry(model::Kind::Position)})}))),
              testing::Not(Contains("Empty")));
}

TEST(Realize, abstracts_are_printed_on_request) {
  auto one = paper();
  one.abstract = rich({"We show."});
  auto whole = resume({section("Publications", {one})});
  EXPECT_THAT(texts(realized(whole)), testing::Not(Contains("We show.")));
  whole.settings.abstracts = model::Settings::Abstracts::Show;
  EXPECT_THAT(texts(realized(whole)), Contains("We show."));
}

TEST(Realize, sets_words_in_bold_wherever_they_stand) {
  auto one = job();
  one.points = {point("The EAL prize, not EALING")};
  auto whole = resume({section("Experience", {one})});
  whole.settings.bold = {"EAL"};
  auto const document = realized(whole);
  std::vector<std::string> pieces;
  each_block(document, [&](Block const& block) {
    if (text_of(block.inlines) != "The EAL prize, not EALING") return;
    for (auto const& run : block.inlines) pieces.push_back((document.styles[run.style.index()].weight == 700 ? "*" : "") + run.text);
  });
  EXPECT_THAT(pieces, ElementsAre("The ", "*EAL", " prize, not EALING"));
}

TEST(Realize, code_is_left_alone) {
  auto code = run("\"a\" -- b");
  code.kind = syntax::InlineKind::Code;
  auto one = job();
  one.points.resize(1);
  one.points[0].text.base[0].inlines = {run("\"q\" "), code};
  EXPECT_THAT(texts(realized(resume({section("Experience", {one})}))), Contains("“q” \"a\" -- b"));
}

TEST(Realize, links_lead_only_where_links_may_lead) {
  auto linked = [](std::string target) {
    auto link = around(syntax::InlineKind::Link, {run("there")});
    link.target = std::move(target);
    auto one = entry(model::Kind::Text);
    one.text = rich({""});
    one.text.base[0].inlines = {link};
    return resume({section("A", {one})});
  };
  Diagnostics diagnostics;
  EXPECT_EQ(realize(linked("https://a.example"), *classic(), diagnostics).links.at(0).url, "https://a.example");
  EXPECT_EQ(realize(linked("a.example/b"), *classic(), diagnostics).links.at(0).url, "https://a.example/b");
  EXPECT_TRUE(diagnostics.empty());
  auto const document = realize(linked("javascript:alert(1)"), *classic(), diagnostics);
  EXPECT_THAT(document.links, IsEmpty());
  EXPECT_THAT(texts(document), Contains("there"));
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics.begin()->kind, "unlinkable-address");
}

TEST(Realize, options_of_the_layout_are_checked) {
  auto whole = resume();
  syntax::Member member;
  member.key = "acent";
  member.value.kind = syntax::Node::Kind::Scalar;
  member.value.scalar.text = "#fff";
  whole.layout.options = {member};
  Diagnostics diagnostics;
  realize(whole, *classic(), diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics.begin()->kind, "unknown-layout-option");
}

}  // namespace
}  // namespace resumec::flow

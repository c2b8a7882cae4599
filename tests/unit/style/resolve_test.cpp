#include "style/resolve.hpp"

#include "unit/style/layout_fixture.hpp"

#include <gmock/gmock.h>

namespace resumec::style {
namespace {

using base::Length;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view options = R"(<options><option name="accent" default="#123456"/>
<option name="titles" type="enum" values="caps plain" default="plain"/></options>)";

syntax::Member scalar(std::string key, std::string text) {
  syntax::Member member;
  member.key = std::move(key);
  member.value.kind = syntax::Node::Kind::Scalar;
  member.value.scalar.text = std::move(text);
  return member;
}

std::shared_ptr<Layout const> layout(std::string_view styles = "") {
  auto text = with(options);
  text.insert(text.find("</styles>"), styles);
  auto loaded = load(text);
  EXPECT_THAT(loaded.findings(), IsEmpty());
  return loaded.layout;
}

std::vector<std::string> messages(Diagnostics const& diagnostics) {
  std::vector<std::string> result;
  for (auto const& finding : diagnostics) result.push_back(finding.message);
  return result;
}

TEST(Resolve, styles_inherit_by_name_and_the_nearer_wins) {
  auto const read = layout(
      "<style name=\"a\" parent=\"head\" size=\"1.2\" slope=\"italic\"/><style name=\"b\" parent=\"a\" weight=\"400\" color=\"$accent\"/>");
  Diagnostics diagnostics;
  Resolved const resolved{*read, {}, "en", diagnostics};
  auto const style = resolved.apply("b", resolved.body("en"));
  EXPECT_EQ(style.weight, 400);
  EXPECT_EQ(style.size, Em::milli(1200));
  EXPECT_EQ(style.slope, fonts::Slope::Italic);
  EXPECT_EQ(style.color, (Color{0x12, 0x34, 0x56}));
  EXPECT_EQ(style.family, "serif");
}

TEST(Resolve, a_style_used_inside_another_keeps_what_it_does_not_set) {
  auto const read = layout("<style name=\"loud\" weight=\"700\"/>");
  Diagnostics diagnostics;
  Resolved const resolved{*read, {}, "en", diagnostics};
  auto around = resolved.body("en");
  around.slope = fonts::Slope::Italic;
  auto const style = resolved.apply("loud", around);
  EXPECT_EQ(style.weight, 700);
  EXPECT_EQ(style.slope, fonts::Slope::Italic);
}

TEST(Resolve, conditions_follow_the_option) {
  auto const read = layout("<style name=\"t\" case=\"none\"><when option=\"titles\" is=\"caps\" case=\"upper\"/></style>");
  Diagnostics diagnostics;
  std::vector<syntax::Member> const request{scalar("titles", "caps")};
  EXPECT_EQ(Resolved(*read, {}, "en", diagnostics).apply("t", {}).letter_case, Case::None);
  EXPECT_EQ(Resolved(*read, request, "en", diagnostics).apply("t", {}).letter_case, Case::Upper);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
}

TEST(Resolve, paper_follows_the_language_unless_it_is_set) {
  auto const read = layout();
  Diagnostics diagnostics;
  EXPECT_EQ(Resolved(*read, {}, "en-US", diagnostics).metrics().page_width, Length::pt(612));
  EXPECT_EQ(Resolved(*read, {}, "en-CA", diagnostics).metrics().page_height, Length::pt(792));
  EXPECT_EQ(Resolved(*read, {}, "en-GB", diagnostics).metrics().page_width, Length::micrometres(210'000));
  std::vector<syntax::Member> const request{scalar("paper", "a4")};
  EXPECT_EQ(Resolved(*read, request, "en-US", diagnostics).metrics().page_width, Length::micrometres(210'000));
}

TEST(Resolve, the_line_height_divides_into_sixteenths) {
  auto const read = layout();
  Diagnostics diagnostics;
  for (auto const* const leading : {"1", "1.21", "1.2345", "1.999999"}) {
    std::vector<syntax::Member> const request{scalar("leading", leading), scalar("font-size", "10.5pt")};
    auto const metrics = Resolved(*read, request, "en", diagnostics).metrics();
    EXPECT_EQ(metrics.line_height.raw() % 16, 0);
    EXPECT_GE(metrics.line_height, metrics.body_size);
  }
}

TEST(Resolve, margins_are_one_text_or_a_map_of_sides) {
  auto const read = layout();
  Diagnostics diagnostics;
  syntax::Member map;
  map.key = "margins";
  map.value.kind = syntax::Node::Kind::Map;
  map.value.members = {scalar("left", "25mm"), scalar("top", "10mm")};
  auto const metrics = Resolved(*read, std::vector{map}, "en", diagnostics).metrics();
  EXPECT_EQ(metrics.margin_top, Length::micrometres(10'000));
  EXPECT_NEAR(static_cast<double>(metrics.margin_left.raw()), static_cast<double>(Length::micrometres(25'000).raw()), 1.0);
  EXPECT_NEAR(static_cast<double>(metrics.margin_right.raw()), static_cast<double>(Length::micrometres(18'000).raw()), 1.0);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
}

TEST(Resolve, mistakes_in_the_request_are_reported_and_the_default_stands) {
  auto const read = layout();
  Diagnostics diagnostics;
  syntax::Member list;
  list.key = "accent";
  list.value.kind = syntax::Node::Kind::List;
  syntax::Member map;
  map.key = "margins";
  map.value.kind = syntax::Node::Kind::Map;
  map.value.members = {scalar("lefft", "25mm"), scalar("top", "10")};
  std::vector<syntax::Member> const request{scalar("acent", "#fff"), scalar("accent", "reddish"), list, scalar("font-size", "99pt"), map,
                                            scalar("titles", "cap")};
  Resolved const resolved{*read, request, "en", diagnostics};
  EXPECT_THAT(messages(diagnostics),
              ElementsAre("the layout `mine` has no option `acent`", "`reddish` is not a colour: `accent` takes one",
                          "the option `accent` takes one value, not a list", "`99pt` is out of range: `font-size` takes `7pt` to `16pt`",
                          "`lefft` is no choice of `margins`: it takes `top`, `right`, `bottom` or `left`",
                          "`10` is not a length: `top` takes one", "`cap` is no choice of `titles`: it takes `caps` or `plain`"));
  EXPECT_EQ(resolved.option("accent"), "#123456");
  EXPECT_EQ(resolved.option("font-size"), "10pt");
  EXPECT_EQ(resolved.option("titles"), "plain");
}

TEST(Resolve, margins_that_leave_no_room_are_refused) {
  auto text = with(R"(<options><option name="margins" default="18mm"/></options>)");
  auto const loaded = load(text);
  ASSERT_NE(loaded.layout, nullptr);
  Diagnostics diagnostics;
  std::vector<syntax::Member> const request{scalar("margins", "20mm 90mm")};
  Resolved const resolved{*loaded.layout, request, "en", diagnostics};
  EXPECT_THAT(messages(diagnostics), ElementsAre("the margins leave 85 pt of the page's width for text; at least 120 pt are needed"));
}

}  // namespace
}  // namespace resumec::style

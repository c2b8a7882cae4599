// Pages against every other way to make them, against first fit, and their cost in steps.
#include "layout/page/paginate.hpp"

#include "support/pages_brute.hpp"
#include "unit/layout/generated_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>

namespace resumec::layout {
namespace {

using resumec::testing::exhaustive;
using resumec::testing::first_fit;
using resumec::testing::page_points;
using resumec::testing::score_of;
using resumec::testing::starts_of;
using ::testing::ElementsAre;

VerticalBox box(Units height, Units gap = 0, Cost cost = 0) {
  VerticalBox made;
  made.fragment.height = height;
  made.gap = gap;
  made.page_break.cost = cost;
  return made;
}

std::shared_ptr<Fragment const> line(Units height) {
  Fragment made;
  made.height = height;
  return std::make_shared<Fragment const>(std::move(made));
}

TEST(Paginate, FillsPagesAndDropsGapsAtTheirTops) {
  VerticalList list;
  for (int i = 0; i < 5; ++i) list.boxes.push_back(box(40, 10));
  Pagination const made = paginate(list, {}, {100, 100});
  EXPECT_THAT(starts_of(made), ElementsAre(2U, 4U));
  EXPECT_EQ(made.boxes[1].y, 50);
  EXPECT_EQ(made.boxes[2].page, 1U);
  EXPECT_EQ(made.boxes[2].y, 0);
  EXPECT_EQ(made.end.page, 2U);
  EXPECT_EQ(made.end.y, 40);
}

TEST(Paginate, MakesRoomForWhatAPageGoesOnWith) {
  VerticalList list;
  for (int i = 0; i < 5; ++i) list.boxes.push_back(box(40, 10));
  list.boxes[2].continued = line(20);
  list.boxes[3].continued = line(61);
  Pagination const made = paginate(list, {}, {100, 100});
  EXPECT_THAT(starts_of(made), ElementsAre(2U, 3U));
  EXPECT_EQ(made.boxes[2].y, 20);
  EXPECT_EQ(made.boxes[3].y, 0) << "a line that leaves no room for the box";
}

TEST(Paginate, StartsBelowTheMasthead) {
  VerticalList list;
  for (int i = 0; i < 3; ++i) list.boxes.push_back(box(40, 10));
  Pagination const made = paginate(list, {0, 30}, {100, 200});
  EXPECT_EQ(made.boxes[0].y, 40);
  EXPECT_THAT(starts_of(made), ElementsAre(1U));
}

TEST(Paginate, LeavesTheRestOfThePageRatherThanBreakARule) {
  VerticalList list;
  list.boxes = {box(40), box(40, 0, torn)};
  EXPECT_THAT(starts_of(paginate(list, {0, 60}, {100, 100})), ElementsAre(0U));
  EXPECT_EQ(paginate(list, {0, 60}, {100, 100}).score.rules, 0);
}

TEST(Paginate, TakesTheCheapestEndOfThoseThatNeedNoMorePages) {
  VerticalList list;
  for (int i = 0; i < 15; ++i) list.boxes.push_back(box(16, 0, i == 9 ? -50 : 300));
  // Ten would fit; nine and a place between sections are better.
  EXPECT_THAT(starts_of(paginate(list, {}, {160, 160})), ElementsAre(9U));
}

TEST(Paginate, TakesFewPagesBeforeALowCost) {
  VerticalList list;
  for (int i = 0; i < 20; ++i) list.boxes.push_back(box(16, 0, i == 10 ? 400 : -500));
  EXPECT_THAT(starts_of(paginate(list, {}, {160, 160})), ElementsAre(10U));
}

TEST(Paginate, EndsAPageWhereItMust) {
  VerticalList list;
  list.boxes = {box(16), box(16, 5, forced), box(16), box(16, 5, forced)};
  EXPECT_THAT(starts_of(paginate(list, {}, {160, 160})), ElementsAre(1U, 3U));
}

TEST(Paginate, TearsAParagraphBeforeItPartsAHeader) {
  VerticalList list;
  for (int i = 0; i < 12; ++i) list.boxes.push_back(box(16, 0, i == 10 ? parted : torn));
  Pagination const made = paginate(list, {}, {160, 160});
  EXPECT_EQ(made.score.rules, torn);
  EXPECT_NE(starts_of(made).front(), 10U);
}

TEST(Paginate, PutsWhatIsTallerThanAPageOnOneOfItsOwn) {
  VerticalList list;
  list.boxes = {box(16), box(500), box(0), box(16)};
  Pagination const made = paginate(list, {}, {160, 160});
  EXPECT_THAT(starts_of(made), ElementsAre(1U, 3U));
  EXPECT_EQ(made.boxes[2].page, 1U);
}

TEST(Paginate, EndsWhereNoPageHoldsAnything) {
  VerticalList list;
  for (int i = 0; i < 5; ++i) list.boxes.push_back(box(16));
  EXPECT_EQ(paginate(list, {}, {0, 0}).pages.size(), 5U);
  EXPECT_EQ(paginate({}, {3, 7}, {0, 0}).end.y, 7);
}

TEST(Paginate, KeepsTwoThingsOnTheLastPageBetterThanOne) {
  VerticalList list;
  for (int i = 0; i < 11; ++i) list.boxes.push_back(box(16, 0, 120));
  // One line alone on the last page costs more than a first page that is not full.
  EXPECT_EQ(starts_of(paginate(list, {}, {160, 160})).front(), 7U);
}

TEST(Paginate, IsTheBestOfAllWays) {
  constexpr Cost costs[] = {-500, -50, 0, 0, 120, 120, 200, 300, 400, 1000, torn, torn, parted, forced};
  std::mt19937 random{20'261};
  auto const below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
  int with_broken_rules = 0;
  for (int instance = 0; instance < 6000; ++instance) {
    VerticalList list;
    Cost const above_all = instance % 6 == 0 ? forced : 0;
    int const count = 1 + below(instance % 10 == 0 ? 16 : 11);
    for (int i = 0; i < count; ++i) {
      int const kind = below(costs[13] == forced && below(8) != 0 ? 13 : 14);
      list.boxes.push_back(box(below(20) == 0 ? 0 : 4 + below(60), below(3) * below(12), i == 0 ? above_all : costs[kind]));
      if (i > 0 && instance % 3 == 0 && below(3) != 0) list.boxes.back().continued = line(4 + below(30));
    }
    PageHeights const heights{60 + below(120), 60 + below(120)};
    std::uint32_t const first_page = below(4) == 0 ? 1 : 0;
    PagePosition const start{first_page, below(2) * below(heights.of(first_page))};
    Pagination const made = paginate(list, start, heights);
    auto const best = exhaustive(list, start, heights);
    ASSERT_TRUE(best) << "instance " << instance;
    ASSERT_EQ(made.score, *best) << "instance " << instance << ": " << made.score.rules << '/' << made.score.pages << '/' << made.score.cost
                                 << ", best " << best->rules << '/' << best->pages << '/' << best->cost;
    // The pages are those that were scored.
    std::vector<std::size_t> starts{0};
    for (std::size_t const next : starts_of(made)) starts.push_back(next);
    ASSERT_EQ(score_of(list, start, heights, starts), best) << "instance " << instance;
    with_broken_rules += made.score.rules > 0 ? 1 : 0;
  }
  EXPECT_GT(with_broken_rules, 100);
}

// ---- two measures

/// Blocks of one to four lines on one measure, of fewer on the other.
TEST(Paginate, WithAnotherMeasureOnLaterPagesIsTheBestOfAllWays) {
  std::mt19937 random{4'711};
  auto const below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
  int continued = 0;
  for (int instance = 0; instance < 5000; ++instance) {
    std::vector<flow::Block> const blocks(static_cast<std::size_t>(1 + below(7)));
    VerticalList narrow, wide;
    for (flow::Block const& block : blocks) {
      int const lines = 1 + below(4), fewer = 1 + below(lines);
      Cost const cost = below(6) == 0 ? parted : below(4) * 100 - 50;
      for (int i = 0; i < lines; ++i) narrow.boxes.push_back(box(16, i == 0 ? 5 : 0, i == 0 ? cost : torn));
      for (int i = 0; i < fewer; ++i) wide.boxes.push_back(box(16, i == 0 ? 5 : 0, i == 0 ? cost : torn));
      narrow.boxes[narrow.boxes.size() - static_cast<std::size_t>(lines)].starts = &block;
      wide.boxes[wide.boxes.size() - static_cast<std::size_t>(fewer)].starts = &block;
    }
    PageHeights const heights{40 + below(100), 40 + below(100)};
    PagePosition const start{0, below(2) * below(heights.first)};
    // The best of all first pages and the best of what follows each.
    std::optional<PageScore> best;
    auto const consider = [&](PageScore const& score) {
      if (!best || score < *best) best = score;
    };
    auto const rest_of = [&](std::size_t from) {
      VerticalList rest;
      rest.boxes.assign(wide.boxes.begin() + static_cast<std::ptrdiff_t>(from), wide.boxes.end());
      return *exhaustive(rest, {1, 0}, heights);
    };
    if (auto const whole = score_of(narrow, start, heights, {0})) consider(*whole);
    for (std::size_t end = start.y > 0 ? 0 : 1; end < narrow.boxes.size(); ++end) {
      if (narrow.boxes[end].starts == nullptr) continue;
      VerticalList first;
      first.boxes.assign(narrow.boxes.begin(), narrow.boxes.begin() + static_cast<std::ptrdiff_t>(end) + 1);
      // With the box behind it on a page of its own, whose score is taken off again.
      PageHeights const tall{heights.first, 1'000'000};
      auto const score = score_of(first, start, tall, {0, end});
      if (!score) continue;
      auto const next =
          std::find_if(wide.boxes.begin(), wide.boxes.end(), [&](VerticalBox const& at) { return at.starts == narrow.boxes[end].starts; });
      PageScore const rest = rest_of(static_cast<std::size_t>(next - wide.boxes.begin()));
      consider({score->rules + rest.rules, score->pages - 1 + rest.pages, score->cost - page_points(16, 1'000'000, true) + rest.cost});
    }
    VerticalList combined = narrow;
    VerticalList later = wide;
    auto const made = paginate(combined, std::move(later), start, heights);
    ASSERT_EQ(made.has_value(), best.has_value()) << "instance " << instance;
    if (!made) continue;
    ASSERT_EQ(made->score, *best) << "instance " << instance << ": " << made->score.rules << '/' << made->score.pages << '/'
                                  << made->score.cost << ", best " << best->rules << '/' << best->pages << '/' << best->cost;
    ASSERT_EQ(made->boxes.size(), combined.boxes.size());
    continued += made->pages.size() > 1 ? 1 : 0;
  }
  EXPECT_GT(continued, 1000);
}

// ---- against first fit

TEST(Paginate, TakesNoMorePagesThanFirstFitAndCostsLess) {
  int cheaper = 0, of_several_pages = 0;
  Cost ours = 0, theirs = 0;
  for (unsigned seed = 1; seed <= 500; ++seed) {
    testing::GeneratedList const cv = testing::generated_cv(seed);
    Pagination const made = paginate(cv.list, cv.start, cv.heights);
    auto const greedy = score_of(cv.list, cv.start, cv.heights, first_fit(cv.list, cv.start, cv.heights));
    ASSERT_TRUE(greedy) << "seed " << seed;
    ASSERT_LE(made.score.rules, greedy->rules) << "seed " << seed;
    ASSERT_LE(made.score.pages, greedy->pages) << "seed " << seed;
    ASSERT_LE(made.score, *greedy) << "seed " << seed;
    of_several_pages += made.score.pages > 1 ? 1 : 0;
    cheaper += made.score < *greedy ? 1 : 0;
    ours += made.score.cost - page_cost * made.score.pages;
    theirs += greedy->cost - page_cost * greedy->pages;
  }
  EXPECT_EQ(of_several_pages, 500);
  EXPECT_GE(cheaper, 375);
  RecordProperty("cheaper", cheaper);
  RecordProperty("mean_cost", static_cast<int>(ours / 500));
  RecordProperty("mean_cost_of_first_fit", static_cast<int>(theirs / 500));
}

TEST(Paginate, WorkGrowsWithTheLengthAlone) {
  auto const steps = [](std::size_t pages) {
    VerticalList list;
    for (std::size_t i = 0; i < pages * 50; ++i) list.boxes.push_back(box(16, 1, i % 5 == 0 ? 0 : 120));
    Pagination const made = paginate(list, {}, {850, 850});
    EXPECT_EQ(made.pages.size(), pages);
    EXPECT_TRUE(made.complete);
    return made.steps;
  };
  std::size_t const of_a_hundred = steps(100), of_a_thousand = steps(1000);
  EXPECT_LE(of_a_thousand, of_a_hundred * 101 / 10);
  EXPECT_LE(of_a_thousand, 1000U * 50 * 52);
}

TEST(Paginate, BoxesWithoutExtentCostNoMore) {
  VerticalList list;
  for (int i = 0; i < 20'000; ++i) list.boxes.push_back(box(i % 100 == 0 ? 16 : 0));
  EXPECT_LE(paginate(list, {}, {160, 160}).steps, 20'000U * 12);
}

}  // namespace
}  // namespace resumec::layout

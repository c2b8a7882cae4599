// The examples, fitted to pages with the real fonts: as many pages as asked for, full ones; the heights that were promised are those that
// are laid out; what must be shown is there.
#include "driver/fit_facts.hpp"
#include "driver/passes.hpp"
#include "layout/fit/place.hpp"
#include "model/items.hpp"
#include "resumec/worlds.hpp"
#include "support/places.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>

namespace resumec {
namespace {

namespace fit = layout::fit;

struct Fitted {
  std::unique_ptr<World> world;
  Engine engine;
  CompileOptions options;
  std::unique_ptr<driver::Passes> passes;
  bool ran = false;

  Fitted(std::string const& example, CompileOptions wanted) : options{std::move(wanted)} {
    DiskOptions disk;
    disk.root = places::source("examples");
    disk.share_dir = places::built("share/resumec");
    world = disk_world(disk);
    auto const source = world->open(example + ".yaml");
    passes = std::make_unique<driver::Passes>(engine, *world, std::get<SourceId>(source), options);
    ran = passes->run(Stage::Display);
  }
  fit::Report const& report() const { return passes->fitted->result.report; }
};

CompileOptions pages(int count, FitRequest::Pages how = FitRequest::Pages::Exactly) {
  CompileOptions options;
  options.fit = FitRequest{count, how};
  return options;
}

/// Where everything of the fitted document ends by first fit, measured anew.
fit::Position end_of(Fitted& fitted) {
  flow::Document flow = fitted.passes->flow;
  int const gaps = flow.page.metrics.gaps;
  flow.page.metrics.gaps = 100;
  fit::Facts const facts = driver::fit_facts(fitted.passes->fitted->whole);
  Diagnostics unheard;
  layout::Context context{flow, fitted.passes->shaper(), *fitted.world, unheard};
  fit::Parts const parts{flow};
  auto question = fit::make_question(fit::take_apart(fit::measure(context).columns.front().boxes, parts), parts, facts, {}, gaps);
  auto const room = fit::page_heights(context);
  question.problem.pages = {1, room.first, room.later, question.problem.pages.start};
  return fit::place_everything(question.problem)->end;
}

class Examples : public testing::TestWithParam<std::tuple<std::string, int>> {};

TEST_P(Examples, HaveExactlySoManyPages) {
  auto const& [example, count] = GetParam();
  Fitted fitted{example, pages(count)};
  ASSERT_TRUE(fitted.ran);
  EXPECT_EQ(fitted.passes->display.pages.size(), static_cast<std::size_t>(count));
}

TEST_P(Examples, EndWhereFittingSaidThatTheyWould) {
  auto const& [example, count] = GetParam();
  Fitted fitted{example, pages(count)};
  ASSERT_TRUE(fitted.ran);
  EXPECT_EQ(end_of(fitted), fitted.report().columns.front().end);
}

TEST_P(Examples, FillTheLastPageIfSomethingWasLeftOut) {
  auto const& [example, count] = GetParam();
  Fitted fitted{example, pages(count)};
  ASSERT_TRUE(fitted.ran);
  if (fitted.passes->fitted->result.decisions.dropped.empty()) GTEST_SKIP() << "everything is shown";
  auto const& column = fitted.report().columns.front();
  auto const page = column.capacity / count;
  EXPECT_GE(column.end - page * (count - 1), page * 84 / 100) << column.end << " of " << column.capacity;
}

INSTANTIATE_TEST_SUITE_P(Fit, Examples,
                         testing::Values(std::tuple{"long-cv", 1}, std::tuple{"long-cv", 2}, std::tuple{"long-cv", 3},
                                         std::tuple{"research-web", 1}, std::tuple{"research-web", 2}, std::tuple{"research-web", 3},
                                         std::tuple{"one-page", 1}, std::tuple{"every-kind", 1}, std::tuple{"every-kind", 2},
                                         std::tuple{"minimal", 1}),
                         [](auto const& test) {
                           std::string name = std::get<0>(test.param) + std::to_string(std::get<1>(test.param));
                           std::erase(name, '-');
                           return name;
                         });

std::set<base::ItemId> items_of(model::Resume const& resume) {
  std::set<base::ItemId> items;
  model::ItemWalk{[&](auto const& item, model::Attributes const*) { items.insert(item.attributes.item); }}.sections(resume.sections);
  return items;
}

TEST(Fit, EveryItemIsEitherShownOrSaidToBeLeftOut) {
  Fitted fitted{"long-cv", pages(1)};
  ASSERT_TRUE(fitted.ran);
  auto const all = items_of(fitted.passes->fitted->whole), shown = items_of(fitted.passes->selection.resume);
  std::set<base::ItemId> out;
  for (auto const item : all)
    if (!shown.contains(item)) out.insert(item);
  auto const& dropped = fitted.passes->fitted->result.decisions.dropped;
  EXPECT_EQ(out, std::set<base::ItemId>(dropped.begin(), dropped.end()));
}

TEST(Fit, SectionsThatReadersExpectKeepSomething) {
  Fitted fitted{"long-cv", pages(1)};
  ASSERT_TRUE(fitted.ran);
  std::set<std::string> roles;
  for (auto const& section : fitted.passes->selection.resume.sections) roles.insert(section.role);
  for (auto const* const role : {"experience", "education", "skills"}) EXPECT_TRUE(roles.contains(role)) << role;
}

TEST(Fit, WhatFitsIsLeftAloneByAnUpperBound) {
  Fitted fitted{"one-page", pages(2, FitRequest::Pages::AtMost)};
  Fitted plain{"one-page", {}};
  ASSERT_TRUE(fitted.ran && plain.ran);
  EXPECT_EQ(flow::dump(fitted.passes->flow), flow::dump(plain.passes->flow));
  EXPECT_EQ(display::dump(fitted.passes->display), display::dump(plain.passes->display));
}

TEST(Fit, TryingEverySettingFindsNothingBetter) {
  auto exact = pages(1);
  exact.fit_exact = true;
  Fitted all{"research-web", exact}, some{"research-web", pages(1)};
  ASSERT_TRUE(all.ran && some.ran);
  EXPECT_EQ(all.report().value - all.report().harm, some.report().value - some.report().harm);
  EXPECT_GT(all.report().levels_tried, some.report().levels_tried);
}

TEST(Fit, MorePagesNeverShowLess) {
  fit::Value before = 0;
  for (int const count : {1, 2, 3}) {
    auto options = pages(count);
    options.fit_mode = FitMode::Content;
    Fitted fitted{"long-cv", options};
    ASSERT_TRUE(fitted.ran);
    EXPECT_GE(fitted.report().value, before);
    before = fitted.report().value;
  }
}

TEST(Fit, TheLayoutAloneMayNotBeEnough) {
  auto options = pages(1);
  options.fit_mode = FitMode::Layout;
  Fitted fitted{"long-cv", options};
  EXPECT_FALSE(fitted.ran);
  ASSERT_EQ(fitted.passes->diagnostics.count(Severity::Error), 1U);
  EXPECT_EQ(fitted.passes->diagnostics.begin()->kind, "does-not-fit");
}

}  // namespace
}  // namespace resumec

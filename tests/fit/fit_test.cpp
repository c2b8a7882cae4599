// The examples, fitted to pages with the real fonts: as many pages as asked for, full ones; the heights that were promised are those that
// are laid out; what must be shown is there.
#include "driver/fit_facts.hpp"
#include "driver/passes.hpp"
#include "layout/fit/place.hpp"
#include "layout/fit/tighten.hpp"
#include "layout/layout.hpp"
#include "model/items.hpp"
#include "resumec/worlds.hpp"
#include "support/places.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
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
    run(std::get<SourceId>(world->open(example + ".yaml")));
  }
  /// Of a text instead of an example.
  Fitted(std::string_view text, std::string const& name, CompileOptions wanted, std::string const& root = {}) : options{std::move(wanted)} {
    DiskOptions disk;
    disk.root = root;
    disk.share_dir = places::built("share/resumec");
    world = disk_world(disk);
    run(world->add(name, std::string{text}));
  }
  void run(SourceId source) {
    passes = std::make_unique<driver::Passes>(engine, *world, source, options);
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

TEST(Fit, TheLastDegreeStands) {
  Fitted fitted{"long-cv", pages(1)};
  ASSERT_TRUE(fitted.ran);
  auto const text = display::reading_order_text(fitted.passes->display);
  EXPECT_NE(text.find("PhD in Environmental Statistics"), std::string::npos) << text;
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

/// A dozen jobs with long points, the words by a seed.
std::string long_points(std::uint32_t seed) {
  constexpr std::string_view words[] = {"tide", "wall", "harbour", "a", "of", "in", "lamp", "stone", "wave", "gull", "crane", "the"};
  std::mt19937 random{seed};
  std::string text = "name: Bob Marrow\nsections:\n  experience:\n";
  for (int job = 0; job < 12; ++job) {
    text += "    - role: Keeper\n      at: Mole Light\n      points:\n";
    for (int point = 0; point < 6; ++point) {
      text += "        - Built";
      for (auto count = 50 + random() % 70; count > 0; --count) text += ' ' + std::string{words[random() % std::size(words)]};
      text += '\n';
    }
  }
  return text;
}

TEST(Fit, SetsPointsInALineLessWhereThatPays) {
  auto options = pages(2);
  options.fit_mode = FitMode::Content;
  std::size_t tightened = 0;
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    Fitted fitted{long_points(seed), "generated.yaml", options};
    ASSERT_TRUE(fitted.ran) << "seed " << seed;
    ASSERT_EQ(end_of(fitted), fitted.report().columns.front().end) << "seed " << seed;
    // They are shown, and set in a line less than they would be by themselves.
    auto const& tight = fitted.passes->fitted->result.decisions.tightened;
    flow::Document flow = fitted.passes->flow;
    auto const lines = [&] {
      std::string const text = layout::dump_lines(flow, fitted.passes->shaper(), *fitted.world, fitted.passes->diagnostics);
      EXPECT_EQ(text.find("overfull"), std::string::npos);
      return std::count(text.begin(), text.end(), '\n');
    };
    auto const as_fitted = lines();
    fit::set_looseness(flow, 0);
    EXPECT_EQ(lines() - as_fitted, std::ssize(tight)) << "seed " << seed;
    tightened += tight.size();
  }
  EXPECT_GT(tightened, 3U);
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

/// An example, or a text, in the layout of the tests with a main and a side column.
struct TwoColumns : Fitted {
  static std::string text_of(std::string const& example) {
    std::ifstream file{places::source("examples/" + example + ".yaml")};
    return {std::istreambuf_iterator<char>{file}, {}};
  }
  static CompileOptions in_two(CompileOptions options) {
    options.layout = "two-column.xml";
    return options;
  }
  TwoColumns(std::string_view text, CompileOptions wanted)
      : Fitted{text, "cv.yaml", in_two(std::move(wanted)), places::source("tests/support")} {}
  std::string shown() const { return display::reading_order_text(passes->display); }
};

TEST(TwoColumns, HaveSoManyPagesAndFillThem) {
  for (auto const* example : {"long-cv", "research-web", "every-kind"}) {
    for (int const count : {1, 2}) {
      TwoColumns fitted{TwoColumns::text_of(example), pages(count)};
      ASSERT_TRUE(fitted.ran) << example;
      EXPECT_EQ(fitted.passes->display.pages.size(), static_cast<std::size_t>(count)) << example;
      auto const& columns = fitted.report().columns;
      ASSERT_EQ(columns.size(), 2U) << example;
      for (auto const& column : columns) EXPECT_LE(column.end, column.capacity) << example;
      auto const& main = columns.front();
      auto const page = main.capacity / count;
      EXPECT_GE(main.end - page * (count - 1), page * 84 / 100) << example << ": " << main.end << " of " << main.capacity;
    }
  }
}

/// Two pages of points, of which one has an id; a group of skills, in the other column, is there for it alone.
std::string far_apart(int priority) {
  std::string text = "name: Bob Marrow\nsections:\n  experience:\n    - role: Keeper\n      at: Mole Light\n      points:\n";
  for (int point = 0; point < 90; ++point)
    text += "        - Kept the lamp of the mole for the night number " + std::to_string(point) + "\n";
  text += "        - Built the bridge of the mole {#bridge !" + std::to_string(priority) + "}\n";
  return text + "  skills:\n    - {group: Ropes, items: [Bowline], requires: bridge, priority: " + std::to_string(priority) +
         "}\n    - {group: Lamps, items: [Wicks]}\n";
}

TEST(TwoColumns, AnItemGoesWithWhatItRequiresInTheOtherOne) {
  TwoColumns kept{far_apart(1), pages(1)}, gone{far_apart(5), pages(1)};
  ASSERT_TRUE(kept.ran && gone.ran);
  EXPECT_NE(kept.shown().find("Built the bridge"), std::string::npos) << kept.shown();
  EXPECT_NE(kept.shown().find("Ropes"), std::string::npos) << kept.shown();
  EXPECT_EQ(gone.shown().find("Built the bridge"), std::string::npos) << gone.shown();
  EXPECT_EQ(gone.shown().find("Ropes"), std::string::npos) << gone.shown();
  EXPECT_NE(gone.shown().find("Lamps"), std::string::npos) << gone.shown();
}

}  // namespace
}  // namespace resumec

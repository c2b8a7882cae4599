#include "importers/report.hpp"

#include "importers/rewrite.hpp"
#include "syntax/yaml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::importers {
namespace {

using testing::ElementsAre;

Node read(std::string_view yaml) {
  Diagnostics findings;
  return syntax::read_yaml(SourceId{1}, yaml, findings);
}

std::vector<std::string> lines(Node const& foreign, Node const& native, std::vector<Span> const& ignored = {}) {
  std::vector<std::string> list;
  for (auto const& leaf : report_leaves(foreign, native, ignored))
    list.push_back(leaf.path + ' ' + std::string{name_of(leaf.fate)} + (leaf.to.empty() ? "" : ' ' + leaf.to));
  return list;
}

TEST(Report, SaysWhatBecameOfEveryText) {
  auto const foreign = read("a: same\nb: {c: moved}\nd: [one, 'half/half']\ne: kept\nf: design\ng: forgotten\nh:\ni: \"\"\n");
  auto const at = [&](std::string_view key) -> Node const& { return foreign.find(key)->value; };
  Node native = make_map(foreign.span);
  put(native, "a", at("a"));
  put(native, "title", at("b").find("c")->value);
  append(native, "d", at("d").items[0]);
  put(native, "left", slice(at("d").items[1], 0, 4));
  put(native, "right", slice(at("d").items[1], 5, 9));
  put(native, "x-e", at("e"));
  EXPECT_THAT(lines(foreign, native, {at("f").span}),
              ElementsAre("a mapped a", "b.c alias title", "d.1 mapped d.1", "d.2 normalised left", "e extra x-e", "f ignored", "g lost"));
}

TEST(Report, AKeyMayStandForAText) {
  auto const foreign = read("- {title: Work, items: [x]}\n");
  Node native = make_map(foreign.span);
  put(native, "Work", foreign.items[0].find("items")->value, foreign.items[0].find("title")->value.span);
  EXPECT_THAT(lines(foreign, native), ElementsAre("1.title alias Work", "1.items.1 alias Work.1"));
}

TEST(Report, JoinedTextsAreNormalisedIfAWordOfThemIsLeft) {
  auto const foreign = read("{start: 2020-01, note: gone, end: 2021-02}");
  Node native = make_map(foreign.span);
  put(native, "when", make_scalar("2020-01 – 2021-02", foreign.span));
  EXPECT_THAT(lines(foreign, native), ElementsAre("start normalised when", "note lost", "end normalised when"));
}

TEST(Report, EverythingUnderAnExtraKeyIsExtra) {
  auto const foreign = read("a: {b: [c, {d: e}]}\n");
  Node native = make_map(foreign.span);
  put(native, "x-a", foreign.find("a")->value);
  EXPECT_THAT(lines(foreign, native), ElementsAre("a.b.1 extra x-a.b.1", "a.b.2.d extra x-a.b.2.d"));
}

}  // namespace
}  // namespace resumec::importers

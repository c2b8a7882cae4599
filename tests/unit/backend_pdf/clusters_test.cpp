#include "backend/pdf/clusters.hpp"

#include <gmock/gmock.h>

#include <initializer_list>

namespace resumec::backend::pdf {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> shared(std::string text, std::initializer_list<std::uint32_t> clusters) {
  display::GlyphRun run;
  run.text = std::move(text);
  for (auto const cluster : clusters) {
    run.glyphs.emplace_back();
    run.glyphs.back().cluster = cluster;
  }
  return cluster_texts(run);
}

TEST(Clusters, OneGlyphALetter) { EXPECT_THAT(shared("aé", {0, 1}), ElementsAre("a", "é")); }

TEST(Clusters, LigatureHasItsLetters) { EXPECT_THAT(shared("office", {0, 1, 4, 5}), ElementsAre("o", "ffi", "c", "e")); }

TEST(Clusters, SeveralGlyphsShareTheirLetters) { EXPECT_THAT(shared("xi\u0307y", {0, 1, 1, 4}), ElementsAre("x", "i", "\u0307", "y")); }

TEST(Clusters, AccentDrawnApartGetsItsOwnCodePoint) { EXPECT_THAT(shared("é!", {0, 0, 2}), ElementsAre("e", "\u0301", "!")); }

TEST(Clusters, WhatCannotBeSharedOutStaysWithTheFirst) { EXPECT_THAT(shared("ab", {0, 0, 0}), ElementsAre("ab", "", "")); }

TEST(Clusters, RightToLeftRunsCoverTheTextToo) { EXPECT_THAT(shared("אבג", {4, 2, 0}), ElementsAre("ג", "ב", "א")); }

TEST(Clusters, TextBeforeTheFirstClusterIsNotLost) { EXPECT_THAT(shared("abc", {1, 2}), ElementsAre("ab", "c")); }

TEST(Clusters, ClustersOutsideTheTextAreItsEnd) {
  EXPECT_THAT(shared("ab", {0, 7, 900}), ElementsAre("ab", "", ""));
  EXPECT_THAT(shared("", {0, 3}), ElementsAre("", ""));
  EXPECT_THAT(shared("abc", {}), IsEmpty());
}

}  // namespace
}  // namespace resumec::backend::pdf

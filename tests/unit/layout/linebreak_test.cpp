// The search against every way there is: for paragraphs of up to fifteen places, in each pass, for each number of lines.
#include "layout/inline/linebreak.hpp"
#include "layout/inline/demerits.hpp"
#include "support/numbers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <optional>

namespace resumec::layout {
namespace {

constexpr Width em = Em::one;

Breakpoints random_places(resumec::testing::Numbers& numbers, std::size_t segments) {
  Breakpoints places;
  places.short_last_word = numbers.below(4) == 0;
  places.at.emplace_back();
  for (std::size_t i = 0; i < segments; ++i) {
    Breakpoint const& previous = places.at.back();
    Breakpoint next;
    auto const word = static_cast<Width>(em / 2 + numbers.below(6 * em));
    Width const space = numbers.below(8) == 0 ? 0 : em / 4;
    next.seen = previous.start + word;
    next.start = next.seen + space;
    next.seen_stretch = previous.start_stretch + word / 50;
    next.seen_shrink = previous.start_shrink + word / 50;
    next.start_stretch = next.seen_stretch + space / 2;
    next.start_shrink = next.seen_shrink + space / 3;
    next.hang_right = numbers.below(3) == 0 ? em / 5 : 0;
    next.hang_left = numbers.below(6) == 0 ? em / 5 : 0;
    if (numbers.below(4) == 0) {
      next.flagged = true;
      next.penalty = 100;
      next.divides = numbers.below(2) == 0;
      places.divides = places.divides || next.divides;
      if (next.divides) next.hyphen = em / 3;
    } else if (numbers.below(5) == 0) {
      next.penalty = 200;
    }
    next.mandatory = numbers.below(12) == 0;
    places.at.push_back(next);
  }
  places.at.back().hyphen = 0;
  places.at.back().flagged = false;
  places.at.back().divides = false;
  return places;
}

/// The least demerits for each number of lines.
using Best = std::map<std::size_t, std::int64_t>;

void try_all(Breakpoints const& places, Measures measures, Setting const& setting, std::uint32_t start, Above above, std::size_t lines,
             std::int64_t demerits, Best& best) {
  if (start + 1 == places.at.size()) {
    auto const [known, is_new] = best.try_emplace(lines, demerits);
    if (!is_new) known->second = std::min(known->second, demerits);
    return;
  }
  for (std::uint32_t end = start + 1; end < places.at.size(); ++end) {
    auto const line = set_line(places.at, start, end, measures.of(lines), setting, places.short_last_word);
    if (line) {
      if (auto const joint = joint_demerits(above, *line, setting, end + 1 == places.at.size())) {
        auto const flags = static_cast<std::uint8_t>(line->flagged ? std::min(above.flags + 1, int{most_flags}) : 0);
        try_all(places, measures, setting, end, {line->fitness, flags}, lines + 1, demerits + line->demerits + *joint, best);
      }
    }
    if (places.at[end].mandatory) break;
  }
}

Best every_way(Breakpoints const& places, Measures measures, style::Align align) {
  Best best;
  for (Setting const& setting : settings_for(places, measures, align)) {
    try_all(places, measures, setting, 0, {decent, 0}, 0, 0, best);
    if (!best.empty()) break;
  }
  return best;
}

TEST(Linebreak, EqualsExhaustiveSearchForEveryNumberOfLines) {
  std::map<std::size_t, int> variants;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    resumec::testing::Numbers numbers{seed};
    Breakpoints const places = random_places(numbers, 1 + numbers.below(15));
    auto const align = numbers.below(2) == 0 ? style::Align::Justify : style::Align::Left;
    auto const later = static_cast<Width>((4 + numbers.below(40)) * em);
    Measures const measures{numbers.below(3) == 0 ? later * 2 / 3 : later, later};
    Best const expected = every_way(places, measures, align);
    std::vector<BrokenLines> const found = linebreak(places, measures, align);
    Best actual;
    for (BrokenLines const& broken : found) actual[broken.lines.size()] = broken.demerits;
    ASSERT_EQ(actual, expected) << "seed " << seed;
    ASSERT_EQ(actual.size(), found.size()) << "seed " << seed;
    for (BrokenLines const& broken : found) {
      ASSERT_GE(broken.demerits, found.front().demerits);
      std::uint32_t at = 0;
      std::int64_t sum = 0;
      for (Line const& line : broken.lines) {
        ASSERT_EQ(line.first, at);
        ASSERT_EQ(line.measure, measures.of(static_cast<std::size_t>(&line - broken.lines.data())));
        at = line.last;
        sum += line.demerits;
      }
      ASSERT_EQ(at + 1, places.at.size());
      ASSERT_EQ(sum, broken.demerits);
    }
    ++variants[found.size()];
  }
  EXPECT_GT(variants[1], 0);
  EXPECT_GT(variants[2], 100) << "too few paragraphs have a choice of lines to say anything";
}

/// `words` of one width, with spaces of a quarter em.
Breakpoints even(std::size_t words, Width width) {
  Breakpoints places;
  places.at.emplace_back();
  for (std::size_t i = 0; i < words; ++i) {
    Breakpoint next;
    next.seen = places.at.back().start + width;
    next.start = next.seen + em / 4;
    next.seen_stretch = places.at.back().start_stretch;
    next.seen_shrink = places.at.back().start_shrink;
    next.start_stretch = next.seen_stretch + em / 8;
    next.start_shrink = next.seen_shrink + em / 12;
    places.at.push_back(next);
  }
  return places;
}

TEST(Linebreak, AParagraphOfAHundredThousandWordsHasOneResult) {
  std::vector<BrokenLines> const found = linebreak(even(100'000, 2 * em), {40 * em, 40 * em}, style::Align::Justify);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(static_cast<double>(found.front().lines.size()), 100'000 * 2.25 / 40, 100);
}

TEST(Linebreak, ASegmentWiderThanItsLineStandsAlone) {
  std::vector<BrokenLines> const found = linebreak(even(3, 9 * em), {8 * em, 8 * em}, style::Align::Justify);
  ASSERT_EQ(found.front().lines.size(), 3U);
  for (Line const& line : found.front().lines) EXPECT_TRUE(line.overfull);
}

TEST(Linebreak, ARuntGetsAWordFromTheLineAbove) {
  // Nine words fill a line exactly; the tenth would stand alone.
  std::vector<BrokenLines> const found = linebreak(even(10, 2 * em), {20 * em, 20 * em}, style::Align::Left);
  ASSERT_EQ(found.front().lines.size(), 2U);
  EXPECT_EQ(found.front().lines[0].last, 8U);
}

}  // namespace
}  // namespace resumec::layout

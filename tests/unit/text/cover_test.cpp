// The promise to extraction: whatever the text, each of its bytes belongs to exactly one cluster of one run or to one missing glyph.
#include "unit/text/shaping.hpp"

#include "unicode/unicode.hpp"

#include <gtest/gtest.h>

#include <random>

namespace resumec::text {
namespace {

/// Characters of every sort that shaping treats apart, with many ordinary letters between them.
constexpr std::u32string_view alphabet =
    U"aAbBfiflTVWeo.,-()0123456789 \t\u00A0\u2009\u202F\u00ADéłžßŐ\u0301\u0308\u0332\u0323жЖїӏλΩאבשלם\u05B8عربي\u0651かн語한कि्"
    U"𝒪→✓★\u200B\u200C\u200D\u2060\uFE0F\uFEFF\u0001\uFFFD\U0001F600\U0001F3FD\U000E0041\u1680\u2028\u0378";

std::string random_text(std::mt19937& random) {
  std::string text;
  auto const size = random() % 24;
  for (std::size_t i = 0; i < size; ++i) unicode::append(text, alphabet[random() % alphabet.size()]);
  return text;
}

void expect_covered(std::string_view text, ShapedText const& shaped) {
  std::vector<int> owners(text.size());
  Em width;
  for (auto const& missing : shaped.missing) {
    ASSERT_LT(missing.begin, missing.end);
    for (auto at = missing.begin; at < missing.end; ++at) ++owners.at(at);
  }
  std::uint32_t last_end = 0;
  for (auto const& run : shaped.runs) {
    ASSERT_LT(run.begin, run.end);
    ASSERT_GE(run.begin, last_end) << "runs are in logical order";
    last_end = run.end;
    for (auto at = run.begin; at < run.end; ++at) ++owners.at(at);
    width += run.width;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
      auto const& glyph = run.glyphs[i];
      EXPECT_NE(glyph.id, 0U);
      EXPECT_GE(glyph.cluster, run.begin);
      EXPECT_LT(glyph.cluster, run.end);
      if (i == 0) continue;
      auto const before = run.glyphs[i - 1].cluster;
      EXPECT_TRUE(run.direction == Direction::LeftToRight ? glyph.cluster >= before : glyph.cluster <= before);
    }
    if (!run.glyphs.empty()) {
      auto const& first = run.direction == Direction::LeftToRight ? run.glyphs.front() : run.glyphs.back();
      EXPECT_EQ(first.cluster, run.begin) << "the first cluster starts with the run";
    }
  }
  EXPECT_EQ(width, shaped.width);
  for (std::size_t at = 0; at < owners.size(); ++at) EXPECT_EQ(owners[at], 1) << "byte " << at;
}

TEST(Cover, EveryByteHasOneOwner) {
  std::mt19937 random{20231105};
  for (auto shaping_of : {&Shaping::square, &Shaping::real}) {
    auto shaping = shaping_of();
    for (int round = 0; round < 1500; ++round) {
      auto const text = random_text(random);
      SCOPED_TRACE(text);
      expect_covered(text, shaping.shape(text));
      if (HasFailure()) return;
    }
  }
}

TEST(Cover, AnyBytes) {
  std::mt19937 random{7};
  auto shaping = Shaping::real();
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (auto size = random() % 12; size > 0; --size) text += static_cast<char>(random());
    expect_covered(text, shaping.shape(text));
    if (HasFailure()) return;
  }
}

TEST(Cover, SameTextSameResultInAnotherShaper) {
  std::mt19937 random{11};
  auto one = Shaping::real(), other = Shaping::real();
  other.shape("warm", {}, "sans");
  for (int round = 0; round < 200; ++round) {
    auto const text = random_text(random);
    EXPECT_EQ(one.dump(text), other.dump(text));
    EXPECT_EQ(one.shape(text).width, other.shape(text).width);
  }
}

}  // namespace
}  // namespace resumec::text

#include "base/length.hpp"

#include <gtest/gtest.h>

namespace resumec::base {
namespace {

TEST(Em, RatiosAreRoundedToNearestTiesAwayFromZero) {
  struct Case {
    std::int64_t numerator, denominator;
    std::int32_t raw;
  };
  Case const cases[] = {{1, 1, 65536},   {1, 4, 16384},  {1, 3, 21845},    {2, 3, 43691},  {-2, 3, -43691},
                        {1, -2, -32768}, {1, 131072, 1}, {-1, 131072, -1}, {1, 131073, 0}, {0, 7, 0}};
  for (auto const& c : cases) EXPECT_EQ(Em::ratio(c.numerator, c.denominator).raw(), c.raw) << c.numerator << '/' << c.denominator;
}

TEST(Em, AddsAndMultipliesExactly) {
  EXPECT_EQ(Em::milli(500) + Em::milli(250), Em::milli(750));
  EXPECT_EQ(Em::milli(500) - Em::milli(750), -Em::milli(250));
  EXPECT_EQ(Em::milli(250) * 3, Em::milli(750));
  EXPECT_EQ(Em::milli(500) * Em::milli(500), Em::milli(250));
  Em sum = Em::milli(1000);
  sum += Em::milli(500);
  sum -= Em::milli(250);
  EXPECT_EQ(sum, Em::milli(1250));
}

TEST(Length, UnitsAgree) {
  EXPECT_EQ(Length::micrometres(25'400), Length::pt(72));
  EXPECT_EQ(Length::micrometres(254'000), Length::pt(720));
  EXPECT_EQ(Length::milli_pt(10'500), Length::pt(21) / 2);
  // A4 is 210 mm × 297 mm: 595.2756 pt × 841.8898 pt.
  EXPECT_EQ(Length::micrometres(210'000).raw(), 39'011'981);
  EXPECT_EQ(Length::micrometres(297'000).raw(), 55'174'088);
}

TEST(Length, DivisionRoundsSymmetrically) {
  for (std::int64_t n = -20; n <= 20; ++n) {
    EXPECT_EQ(Length::divide(n, 7), -Length::divide(-n, 7)) << n;
    EXPECT_EQ(Length::divide(n, -7), -Length::divide(n, 7)) << n;
  }
  EXPECT_EQ(Length::divide(7, 2), 4);
  EXPECT_EQ(Length::divide(-7, 2), -4);
}

TEST(Length, FractionsOfAFontSizeComeBack) {
  for (int size = 6; size <= 24; ++size) {
    for (int thousandths = -2000; thousandths <= 2000; thousandths += 125) {
      auto const fraction = Em::milli(thousandths);
      EXPECT_EQ(relative(at(fraction, Length::pt(size)), Length::pt(size)), fraction) << thousandths << " of " << size << " pt";
    }
  }
}

}  // namespace
}  // namespace resumec::base

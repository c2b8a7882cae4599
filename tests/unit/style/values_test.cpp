#include "style/values.hpp"

#include <gtest/gtest.h>

namespace resumec::style {
namespace {

using base::Color;
using base::Length;

TEST(Values, colours_have_three_or_six_digits) {
  EXPECT_EQ(parse_color("#1a4f8B"), (Color{0x1a, 0x4f, 0x8b}));
  EXPECT_EQ(parse_color("#f0a"), (Color{0xff, 0x00, 0xaa}));
  for (auto const* const wrong : {"", "#", "1a4f8b", "#12", "#1234", "#12345g", "#1234567", "bluish", "navy blue"})
    EXPECT_FALSE(parse_color(wrong)) << wrong;
}

TEST(Values, colours_have_the_names_of_css) {
  EXPECT_EQ(parse_color("navy"), (Color{0, 0, 0x80}));
  EXPECT_EQ(parse_color("RebeccaPurple"), (Color{0x66, 0x33, 0x99}));
  EXPECT_EQ(parse_color("yellowgreen"), (Color{0x9a, 0xcd, 0x32}));
}

TEST(Values, lengths_are_exact) {
  EXPECT_EQ(parse_length("10pt"), Length::pt(10));
  EXPECT_EQ(parse_length("18mm"), Length::micrometres(18'000));
  EXPECT_EQ(parse_length("1.8 cm"), Length::micrometres(18'000));
  EXPECT_EQ(parse_length("0.5in"), Length::pt(36));
  EXPECT_EQ(parse_length("-2pt"), Length::pt(-2));
  for (auto const* const wrong : {"", "pt", "10", "10px", "1,5mm", ".5mm", "5.mm", "99999pt", "1e3pt"})
    EXPECT_FALSE(parse_length(wrong)) << wrong;
}

TEST(Values, numbers_are_millionths_and_come_back) {
  EXPECT_EQ(parse_number("1.22"), 1'220'000);
  EXPECT_EQ(parse_number("-0.05"), -50'000);
  EXPECT_FALSE(parse_number("1.2345678"));
  EXPECT_FALSE(parse_number("+1"));
  for (auto const* const text : {"0", "1", "1.22", "-0.05", "9999.999999"}) EXPECT_EQ(format_number(*parse_number(text)), text);
}

TEST(Values, margins_are_read_as_in_css) {
  auto const mm = [](int value) { return Length::micrometres(value * 1000); };
  EXPECT_EQ(parse_margins("18mm"), (Margins{mm(18), mm(18), mm(18), mm(18)}));
  EXPECT_EQ(parse_margins("16mm 18mm"), (Margins{mm(16), mm(18), mm(16), mm(18)}));
  EXPECT_EQ(parse_margins("1mm 2mm 3mm"), (Margins{mm(1), mm(2), mm(3), mm(2)}));
  EXPECT_EQ(parse_margins("1mm 2mm 3mm 4mm"), (Margins{mm(1), mm(2), mm(3), mm(4)}));
  EXPECT_FALSE(parse_margins(""));
  EXPECT_FALSE(parse_margins("1mm 2mm 3mm 4mm 5mm"));
}

TEST(Values, a_range_includes_its_ends) {
  ValueRule const rule{ValueType::Number, {}, 1'000'000, 2'000'000};
  Diagnostics diagnostics;
  EXPECT_TRUE(check_value(rule, "leading", "1", {}, diagnostics));
  EXPECT_TRUE(check_value(rule, "leading", "2", {}, diagnostics));
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_FALSE(check_value(rule, "leading", "2.01", {}, diagnostics));
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics.begin()->message, "`2.01` is out of range: `leading` takes `1` to `2`");
}

TEST(Values, a_mistyped_choice_gets_a_hint) {
  ValueRule const rule{ValueType::Word, {"justify", "left"}, 0, 0};
  Diagnostics diagnostics;
  EXPECT_FALSE(check_value(rule, "alignment", "justfy", {}, diagnostics));
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics.begin()->message, "`justfy` is no choice of `alignment`: it takes `justify` or `left`");
  ASSERT_EQ(diagnostics.begin()->hints.size(), 1U);
  EXPECT_EQ(diagnostics.begin()->hints[0], "did you mean `justify`?");
}

}  // namespace
}  // namespace resumec::style

#include "unicode/unicode.hpp"

#include <gtest/gtest.h>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace resumec::unicode {
namespace {

TEST(Properties, OfSomeCodePoints) {
  struct Case {
    char32_t code_point;
    std::string_view script;
    bool letter, space, ignorable;
    unsigned columns;
  };
  Case const cases[] = {
      {U'a', "Latn", true, false, false, 1},    {U'7', "Zyyy", false, false, false, 1},     {U' ', "Zyyy", false, true, false, 1},
      {U'\t', "Zyyy", false, true, false, 0},   {U'é', "Latn", true, false, false, 1},      {U'Ω', "Grek", true, false, false, 1},
      {U'א', "Hebr", true, false, false, 1},    {U'ع', "Arab", true, false, false, 1},      {U'字', "Hani", true, false, false, 2},
      {0x0301, "Zinh", false, false, false, 0}, {0x00A0, "Zyyy", false, true, false, 1},    {0x200B, "Zyyy", false, false, true, 0},
      {0x2060, "Zyyy", false, false, true, 0},  {0xFE0F, "Zinh", false, false, true, 0},    {0x1F600, "Zyyy", false, false, false, 2},
      {0x0378, "Zzzz", false, false, false, 1}, {0x110000, "Zzzz", false, false, false, 1},
  };
  for (auto const& c : cases) {
    auto const number = static_cast<unsigned>(c.code_point);
    EXPECT_EQ(script_of(c.code_point), c.script) << number;
    EXPECT_EQ(is_letter(c.code_point), c.letter) << number;
    EXPECT_EQ(is_space(c.code_point), c.space) << number;
    EXPECT_EQ(is_default_ignorable(c.code_point), c.ignorable) << number;
    EXPECT_EQ(terminal_columns(c.code_point), c.columns) << number;
  }
}

TEST(Properties, TheShortWaysAgreeWithTheDatabase) {
  for (UChar32 c = 0; c < 0x600; ++c) {
    auto const code_point = static_cast<char32_t>(c);
    UErrorCode status = U_ZERO_ERROR;
    EXPECT_EQ(script_of(code_point), uscript_getShortName(uscript_getScript(c, &status))) << c;
    EXPECT_EQ(is_letter(code_point), u_isalpha(c) != 0) << c;
    EXPECT_EQ(is_space(code_point), u_isUWhiteSpace(c) != 0) << c;
    EXPECT_EQ(is_default_ignorable(code_point), u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) << c;
  }
}

TEST(Names, AreTheStandardsOrSayWhyThereIsNone) {
  EXPECT_EQ(name_of(U'a'), "LATIN SMALL LETTER A");
  EXPECT_EQ(name_of(U'字'), "CJK UNIFIED IDEOGRAPH-5B57");
  EXPECT_EQ(name_of(U'\n'), "<control-000A>");
  EXPECT_EQ(name_of(0x0378), "<unassigned-0378>");
  EXPECT_EQ(name_of(0xE000), "<private use area-E000>");
}

}  // namespace
}  // namespace resumec::unicode

#include "unicode/unicode.hpp"

#include <gtest/gtest.h>

#include <string>

namespace resumec::unicode {
namespace {

TEST(ToUpper, FollowsTheLanguage) {
  struct Case {
    std::string_view text, lang, upper;
  };
  Case const cases[] = {
      {"", "en", ""},
      {"Experience 2", "en", "EXPERIENCE 2"},
      {"Éducation", "fr", "ÉDUCATION"},
      {"straße", "de", "STRASSE"},
      {"işim", "tr", "İŞİM"},
      {"i", "tr-TR", "İ"},
      {"i", "AZ", "İ"},
      {"i", "tra", "I"},
      {"i", "", "I"},
      {"i", "no such language", "I"},
      {"ά", "en", "Ά"},
      {"ά", "el", "Α"},
      {"ﬁ", "en", "FI"},
      {"i\u0307", "lt", "I"},
      {"日本", "ja", "日本"},
  };
  for (auto const& c : cases) EXPECT_EQ(to_upper(c.text, c.lang), c.upper) << c.text << ' ' << c.lang;
}

TEST(ToLower, FollowsTheLanguage) {
  EXPECT_EQ(to_lower("EXPERIENCE", "en"), "experience");
  EXPECT_EQ(to_lower("ÉDUCATION", "fr"), "éducation");
  EXPECT_EQ(to_lower("IŞIK", "tr"), "ışık");
  EXPECT_EQ(to_lower("I", "az-Latn-AZ"), "ı");
  EXPECT_EQ(to_lower("ΟΔΥΣΣΕΥΣ", "el"), "οδυσσευς");
}

TEST(ToUpper, GrowsBeyondItsFirstBuffer) {
  std::string text, upper;
  for (int i = 0; i < 500; ++i) {
    text += "ΐ";
    upper += "Ϊ́";
  }
  EXPECT_EQ(to_upper(text, "en"), upper);
}

}  // namespace
}  // namespace resumec::unicode

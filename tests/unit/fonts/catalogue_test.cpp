#include "fonts/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace resumec::fonts {
namespace {

TEST(Catalogue, ReadsFacesAndFallbacks) {
  auto const catalogue = read_catalogue(
      "# a comment\n"
      "face\tGarland\tserif display\tgarland.otf\t600\titalic\tGarland-SemiBoldItalic\tOFL-1.1\tfonts-garland\tabc\tkern smcp\t437\n"
      "fallback\tserif\tNoto Serif\n"
      "fallback\tany\tNoto Sans Math\n"
      "fallback\tany\tNoto Sans Thai\tThai\n");
  ASSERT_EQ(catalogue.faces.size(), 1U);
  auto const& face = catalogue.faces[0];
  EXPECT_EQ(face.family, "Garland");
  EXPECT_EQ(face.roles, "serif display");
  EXPECT_EQ(face.file, "garland.otf");
  EXPECT_EQ(face.weight, 600);
  EXPECT_EQ(face.slope, Slope::Italic);
  EXPECT_EQ(face.postscript_name, "Garland-SemiBoldItalic");
  EXPECT_EQ(face.package, "fonts-garland");
  EXPECT_EQ(face.sha256, "abc");
  EXPECT_EQ(face.features, "kern smcp");
  EXPECT_EQ(face.x_height, 437);
  ASSERT_EQ(catalogue.fallbacks.size(), 3U);
  EXPECT_EQ(catalogue.fallbacks[1].script, "");
  EXPECT_EQ(catalogue.fallbacks[2].script, "Thai");
  EXPECT_EQ(catalogue.fallbacks[1].role, "any");
  EXPECT_EQ(catalogue.fallbacks[1].family, "Noto Sans Math");
}

TEST(Catalogue, LeavesOutLinesOfAnotherForm) {
  for (auto const* const line :
       {"face", "face\tA\tserif\ta.otf\t400", "face\tA\tserif\ta.otf\tbold\tupright\tA\tOFL\tp\th\tkern\t400\n",
        "face\tA\tserif\ta.otf\t400\tupright\tA\tOFL\tp\th\tkern\t400\tmore\n",
        "face\t\tserif\ta.otf\t400\tupright\tA\tOFL\tp\th\tkern\t400\n", "face\tA\tserif\ta.otf\t400\tupright\tA\tOFL\tp\th\tkern\ttall\n",
        "fallback\tserif\n", "\xff\xfe\n\n\t\t\n"}) {
    auto const catalogue = read_catalogue(line);
    EXPECT_TRUE(catalogue.faces.empty() && catalogue.fallbacks.empty()) << line;
  }
}

TEST(Catalogue, ReadsTheManifest) {
  auto const files = read_manifest("# SHA-256, size, name\nabc\t12\ta.otf\nbroken\ndef\t7\tb.ttf\n");
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[1].sha256, "def");
  EXPECT_EQ(files[1].file, "b.ttf");
}

TEST(Catalogue, FindsWholeWordsOnly) {
  EXPECT_TRUE(has_word("serif sans", "sans"));
  EXPECT_TRUE(has_word("serif", "serif"));
  EXPECT_FALSE(has_word("serif sans", "san"));
  EXPECT_FALSE(has_word("", "serif"));
}

}  // namespace
}  // namespace resumec::fonts

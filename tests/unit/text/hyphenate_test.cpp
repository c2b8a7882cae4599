#include "text/hyphenate.hpp"

#include "text/patterns/image.hpp"

#include <gtest/gtest.h>

#include <string>

namespace resumec::text {
namespace {

std::string divided(std::string_view word, std::string_view lang, Divisions const& divisions = {}) {
  std::string result;
  std::uint32_t from = 0;
  for (std::uint32_t const point : hyphenation_points(word, lang, divisions)) {
    result += word.substr(from, point - from);
    result += '-';
    from = point;
  }
  return result += word.substr(from);
}

TEST(Hyphenate, DividesWordsAsTexDoes) {
  struct Case {
    std::string_view lang, divided;
  };
  // The patterns' own, and words of our list: `project` is divided by what it means.
  Case const cases[] = {
      {"en-US", "hy-phen-a-tion"},
      {"en", "su-per-cal-ifrag-ilis-tic"},
      {"en-US", "man-u-script"},
      {"en-US", "ta-ble"},
      {"en-US", "project"},
      {"en-US", "present"},
      {"en-US", "de-vel-op-ment"},
      {"en-GB", "de-vel-op-ment"},
      {"en-AU", "uni-ver-sity"},
      {"en-US", "uni-ver-sity"},
      {"de", "Aus-bil-dung"},
      {"de-AT", "Stra-ßen-bahn"},
      {"de-CH", "Zu-cker"},
      {"fr", "dé-ve-lop-pe-ment"},
      {"es", "in-ves-ti-ga-ción"},
      {"it", "svi-lup-po"},
      {"pt-BR", "de-sen-vol-vi-mento"},
      {"nl", "ont-wik-ke-ling"},
      {"sv", "ut-veck-ling"},
      {"pl", "pro-gra-mo-wa-nie"},
      {"ru", "раз-ра-бот-ка"},
      {"de", "ÜBER-SET-ZUNG"},
      {"xx", "development"},
      {"", "development"},
  };
  for (Case const& c : cases) {
    std::string word{c.divided};
    std::erase(word, '-');
    EXPECT_EQ(divided(word, c.lang), c.divided) << c.lang;
  }
}

TEST(Hyphenate, TheUsersDivisionsOutweighPatterns) {
  Divisions const divisions{{"ré-su-mé", "Manu-script", "table", "-a-b-", ""}};
  EXPECT_EQ(divided("Résumé", "fr", divisions), "Ré-su-mé");
  EXPECT_EQ(divided("RÉSUMÉ", "xx", divisions), "RÉ-SU-MÉ");
  EXPECT_EQ(divided("manuscript", "en", divisions), "manu-script");
  EXPECT_EQ(divided("table", "en", divisions), "table");
  EXPECT_EQ(divided("ab", "en", divisions), "a-b");
}

TEST(Hyphenate, AnythingHasPointsInsideIt) {
  for (std::string_view const word : {"", "a", "İstanbul", "\xFF\xFE", "ß", "straße", "日本語", "...", "a.b", "....."}) {
    for (std::string_view const lang : {"en", "de", "ru", "fr"}) {
      std::uint32_t last = 0;
      for (std::uint32_t const point : hyphenation_points(word, lang, {})) {
        EXPECT_GT(point, last);
        EXPECT_LT(point, word.size());
        last = point;
      }
    }
  }
  EXPECT_TRUE(hyphenation_points(std::string(100'000, 'a'), "en", {}).empty());
}

TEST(Hyphenate, ElevenLanguagesHavePatterns) {
  for (char const* const lang : {"en", "en-GB", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "ru"})
    EXPECT_TRUE(can_hyphenate(lang)) << lang;
  EXPECT_FALSE(can_hyphenate("ja"));
  std::size_t bytes = 0;
  for (PatternImage const& image : pattern_images)
    bytes += image.states.size_bytes() + image.edges.size_bytes() + image.outputs.size_bytes() + image.levels.size_bytes();
  EXPECT_LT(bytes, 1'500'000U);
}

}  // namespace
}  // namespace resumec::text

#include "locale/locale.hpp"

#include <gmock/gmock.h>

#include <set>
#include <string>

namespace resumec::locale {
namespace {

using ::testing::Eq;
using ::testing::Optional;

TEST(Find, TakesTheLongestKnownPrefix) {
  EXPECT_EQ(find("en-GB").tag, "en-GB");
  EXPECT_EQ(find("EN_gb").tag, "en-GB");
  EXPECT_EQ(find("de-DE-1996").tag, "de");
  EXPECT_EQ(find("nl-BE").tag, "nl");
}

TEST(Find, IsEnglishForAnUnknownLanguage) {
  EXPECT_EQ(find("tlh").tag, "en");
  EXPECT_EQ(find("").tag, "en");
  EXPECT_FALSE(has("tlh"));
  EXPECT_TRUE(has("fr-BE"));
}

TEST(Tables, EveryLanguageHasATitleForEveryRole) {
  for (Locale const& locale : all())
    for (std::string_view role : section_roles()) EXPECT_NE(locale.title(role), "") << locale.tag << ' ' << role;
}

TEST(Tables, EveryLanguageHasEveryPhraseOfEnglish) {
  for (Locale const& locale : all())
    for (Phrase const& phrase : find("en").phrases) EXPECT_NE(locale.phrase(phrase.id), "") << locale.tag << ' ' << phrase.id;
}

TEST(Tables, PatternsNameTheirFields) {
  auto has = [](std::string_view pattern, std::string_view field) { return pattern.find(field) != std::string_view::npos; };
  for (Locale const& locale : all()) {
    for (DateStyle style : {DateStyle::Short, DateStyle::Long, DateStyle::Numeric}) {
      DatePatterns const patterns = locale.dates(style);
      std::string_view const month = style == DateStyle::Numeric ? "{M}" : "{m}", day = style == DateStyle::Numeric ? "{D}" : "{d}";
      EXPECT_TRUE(has(patterns.month_year, month) && has(patterns.month_year, "{y}")) << locale.tag;
      EXPECT_TRUE(has(patterns.day_month_year, month) && has(patterns.day_month_year, day)) << locale.tag;
    }
    EXPECT_TRUE(has(locale.range, "{start}") && has(locale.range, "{end}")) << locale.tag;
    EXPECT_TRUE(has(locale.until, "{end}")) << locale.tag;
    EXPECT_TRUE(has(locale.approximate, "{date}")) << locale.tag;
  }
}

TEST(Tables, CountriesDifferWhereTheyDo) {
  EXPECT_EQ(find("en-US").day_month_year, "{m} {d}, {y}");
  EXPECT_EQ(find("en-GB").day_month_year, "{d} {m} {y}");
  EXPECT_EQ(find("en-GB").months_short[8], "Sept");
  EXPECT_EQ(find("en-CA").months_short[8], "Sep");
  EXPECT_EQ(find("en-GB").title("awards"), "Honours and Awards");
  EXPECT_EQ(find("en-GB").title("experience"), "Experience");
  EXPECT_EQ(find("de-AT").months_long[0], "Jänner");
}

TEST(Tables, UnknownNamesGiveNothing) {
  EXPECT_EQ(find("en").title("cooking"), "");
  EXPECT_EQ(find("en-GB").phrase("no-such-phrase"), "");
}

TEST(Recognition, MonthsOfEveryTableAndOfOtherLanguages) {
  EXPECT_THAT(month_of("sept."), Optional(9));
  EXPECT_THAT(month_of("märz"), Optional(3));
  EXPECT_THAT(month_of("maerz"), Optional(3));
  EXPECT_THAT(month_of("février"), Optional(2));
  EXPECT_THAT(month_of("mrt"), Optional(3));
  EXPECT_THAT(month_of("grudnia"), Optional(12));
  EXPECT_EQ(month_of("septem"), std::nullopt);
  EXPECT_EQ(month_of(""), std::nullopt);
  EXPECT_EQ(month_of("january jan"), std::nullopt);
}

TEST(Recognition, NoMonthNameMeansTwoMonths) {
  // The table is searched in the order of months: a word in two rows would silently be the earlier month.
  for (Locale const& locale : all())
    for (std::size_t month = 0; month < 12; ++month) {
      auto lowered = [](std::string_view word) {
        std::string result{word};
        if (result[0] >= 'A' && result[0] <= 'Z') result[0] = static_cast<char>(result[0] - 'A' + 'a');
        return result;
      };
      EXPECT_THAT(month_of(lowered(locale.months_long[month])), Optional(static_cast<int>(month) + 1)) << locale.months_long[month];
      EXPECT_THAT(month_of(lowered(locale.months_short[month])), Optional(static_cast<int>(month) + 1)) << locale.months_short[month];
    }
}

TEST(Recognition, Seasons) {
  EXPECT_THAT(season_of("fall"), Optional(3));
  EXPECT_THAT(season_of("printemps"), Optional(1));
  EXPECT_EQ(season_of("monsoon"), std::nullopt);
}

TEST(Recognition, Present) {
  for (std::string_view word : {"present", "heute", "à ce jour", "oggi", "heden", "至今", "по настоящее время", "حتى الآن"})
    EXPECT_TRUE(is_present(word)) << word;
  for (Locale const& locale : all()) EXPECT_TRUE(is_present(locale.present)) << locale.tag;
  EXPECT_FALSE(is_present("pres"));
}

TEST(Recognition, SectionTitles) {
  EXPECT_THAT(section_role("berufserfahrung"), Optional(Eq("experience")));
  EXPECT_THAT(section_role("honoursandawards"), Optional(Eq("awards")));
  EXPECT_EQ(section_role("cookery"), std::nullopt);
  EXPECT_TRUE(is_title_modifier("selected"));
}

TEST(Recognition, EveryRoleIsItsOwnTitle) {
  std::set<std::string_view> seen;
  for (std::string_view role : section_roles()) {
    EXPECT_THAT(section_role(role), Optional(Eq(role)));
    EXPECT_TRUE(seen.insert(role).second);
  }
}

}  // namespace
}  // namespace resumec::locale

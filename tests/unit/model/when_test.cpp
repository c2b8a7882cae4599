#include "model/when.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace resumec::model {
namespace {

syntax::MappedText mapped(std::string_view text) {
  return {.text = std::string{text}, .span = {SourceId{1}, 100, static_cast<std::uint32_t>(100 + text.size())}, .pieces = {}};
}

/// `2021-09..now`, `2012 | 2016`, `2019..` (open), `text[1987]` (free text with what was found in it).
std::string notation(When const& when) {
  std::string result;
  for (DateSpan const& span : when.spans) {
    if (!result.empty()) result += " | ";
    if (span.start) result += iso(*span.start);
    if (span.range) result += "..";
    if (span.end) result += iso(*span.end);
    if (span.present) result += "now";
  }
  return when.free_text ? "text[" + result + "]" : result;
}

std::string kinds_of(Diagnostics const& diagnostics) {
  std::string result;
  for (Diagnostic const& diagnostic : diagnostics) {
    if (!result.empty()) result += ' ';
    result += diagnostic.kind + "@" + std::to_string(diagnostic.span.begin - 100) + "-" + std::to_string(diagnostic.span.end - 100);
  }
  return result;
}

struct Case {
  std::string_view written, meaning;
};

constexpr Case cases[] = {
    // years
    {"2021", "2021"},
    {" 2021 ", "2021"},
    {"(2021)", "text[2021]"},
    {"~2020", "~2020"},
    {"2020?", "~2020"},
    {"2009?", "~2009"},
    {"c. 1998", "~1998"},
    {"ca. 1998", "~1998"},
    {"circa 1998", "~1998"},
    {"1667", "1667"},
    // numeric
    {"2021-09", "2021-09"},
    {"2021-9", "2021-09"},
    {"2021/09", "2021-09"},
    {"2021.09", "2021-09"},
    {"2021-09-30", "2021-09-30"},
    {"2021-9-5", "2021-09-05"},
    {"2021/09/05", "2021-09-05"},
    {"2021-09-30T00:00:00Z", "2021-09-30"},
    {"2021-09-30T10:15:00.000+02:00", "2021-09-30"},
    {"2021-09-30 10:15", "2021-09-30"},
    {"2020-02-29", "2020-02-29"},
    {"09/2021", "2021-09"},
    {"9/2021", "2021-09"},
    {"09-2021", "2021-09"},
    {"09.2021", "2021-09"},
    {"25-12-2021", "2021-12-25"},
    {"12-25-2021", "2021-12-25"},
    {"05-05-2021", "2021-05-05"},
    {"12.03.2021", "2021-03-12"},
    {"31/12/2021", "2021-12-31"},
    // month names
    {"Sep 2021", "2021-09"},
    {"Sept 2021", "2021-09"},
    {"Sept. 2021", "2021-09"},
    {"September 2021", "2021-09"},
    {"SEPTEMBER 2021", "2021-09"},
    {"September, 2021", "2021-09"},
    {"Sep-2021", "2021-09"},
    {"Sep.2021", "2021-09"},
    {"Sep/2021", "2021-09"},
    {"Sep\u00A02021", "2021-09"},
    {"Sep 30, 2021", "2021-09-30"},
    {"September 1st, 2021", "2021-09-01"},
    {"30 Sep 2021", "2021-09-30"},
    {"30 September 2021", "2021-09-30"},
    {"30. September 2021", "2021-09-30"},
    {"1st of March 2021", "2021-03-01"},
    {"12-Mar-2019", "2019-03-12"},
    {"2021 Sep", "2021-09"},
    {"Sep 01 2021", "2021-09-01"},
    {"Wed Sep 01 2021", "2021-09-01"},
    {"Wed, 01 Sep 2021 00:00:00 GMT", "2021-09-01"},
    {"Sep 1, 2021 – Oct 2022", "2021-09-01..2022-10"},
    {"Mon 2021", "text[2021]"},
    {"März 2021", "2021-03"},
    {"Jänner 2021", "2021-01"},
    {"févr. 2021", "2021-02"},
    {"Février 2021", "2021-02"},
    {"septiembre de 2021", "2021-09"},
    {"3 de mayo de 2021", "2021-05-03"},
    {"1er mars 2021", "2021-03-01"},
    {"mrt 2021", "2021-03"},
    {"gennaio 2021", "2021-01"},
    {"сентябрь 2021", "2021-09"},
    {"Dec. (2012)", "2012-12"},
    {"June (2013)", "2013-06"},
    {"2021年9月", "2021-09"},
    {"2021年9月5日", "2021-09-05"},
    {"2021年", "2021"},
    // seasons and quarters
    {"Fall 2023", "2023-autumn"},
    {"Autumn 2023", "2023-autumn"},
    {"spring of 2018", "2018-spring"},
    {"Été 2020", "2020-summer"},
    {"2020 Summer", "2020-summer"},
    {"Q3 2020", "2020-Q3"},
    {"2020-Q3", "2020-Q3"},
    {"2020 Q3", "2020-Q3"},
    {"T3 2020", "2020-Q3"},
    {"Q5 2020", "text[2020]"},
    // ranges
    {"2017-2019", "2017..2019"},
    {"2017–2019", "2017..2019"},
    {"2017 - 2019", "2017..2019"},
    {"2017 — 2019", "2017..2019"},
    {"2017--2019", "2017..2019"},
    {"2017 --- 2019", "2017..2019"},
    {"2017..2019", "2017..2019"},
    {"2017/2019", "2017..2019"},
    {"2017 to 2019", "2017..2019"},
    {"2017 until 2019", "2017..2019"},
    {"2017 bis 2019", "2017..2019"},
    {"2017 à 2019", "2017..2019"},
    {"from 2017 to 2019", "2017..2019"},
    {"2019 – 2019", "2019..2019"},
    {"2020-05 – 2020", "2020-05..2020"},
    {"2021-09 – 2023-08", "2021-09..2023-08"},
    {"2021-09-01/2023-08-31", "2021-09-01..2023-08-31"},
    {"2021-09-2023-08", "2021-09..2023-08"},
    {"09/2018 - 01/2021", "2018-09..2021-01"},
    {"Feb. 2021- Sep. 2022", "2021-02..2022-09"},
    {"Feb. 2021 -Sep. 2022", "2021-02..2022-09"},
    {"Sept 2002 -- June 2006", "2002-09..2006-06"},
    {"Sep 21, 2020 – Oct 2, 2020", "2020-09-21..2020-10-02"},
    {"Spring 2020 – Fall 2021", "2020-spring..2021-autumn"},
    {"Winter 2020 – Jan 2021", "2020-winter..2021-01"},
    {"~2010 – 2012?", "~2010..~2012"},
    {"2019年4月 ～ 2021年3月", "2019-04..2021-03"},
    // present, open, half ranges
    {"2022-01 – present", "2022-01..now"},
    {"2022-01 - Present", "2022-01..now"},
    {"2022-present", "2022..now"},
    {"2022 – now", "2022..now"},
    {"2022 bis heute", "2022..now"},
    {"2022 – à ce jour", "2022..now"},
    {"2022 – heden", "2022..now"},
    {"2022年1月 至今", "text[2022-01]"},
    {"2022年1月 – 至今", "2022-01..now"},
    {"Sep 2020 – actualidad", "2020-09..now"},
    {"2013 –", "2013.."},
    {"2013-", "2013.."},
    {"– 2013", "..2013"},
    {"until 2013", "..2013"},
    {"since 2013", "2013..now"},
    {"seit Mai 2013", "2013-05..now"},
    {"present", "..now"},
    {"2019-Mar", "2019-03"},
    {"2019-Mar – 2020-Apr", "2019-03..2020-04"},
    {"2019-May 2020", "2019..2020-05"},
    {"2019-03 -> ongoing", "2019-03..now"},
    {"2019 => 2020", "2019..2020"},
    {"2019 to date", "2019..now"},
    {"Sep – Dec 2019", "2019-09..2019-12"},
    // lists
    {"2012, 2016", "2012 | 2016"},
    {"2012; 2016", "2012 | 2016"},
    {"2012 & 2016", "2012 | 2016"},
    {"2012 and 2016", "2012 | 2016"},
    {"2012, 2014 and 2016", "2012 | 2014 | 2016"},
    {"2012, 2014, and 2016", "2012 | 2014 | 2016"},
    {"2017-05 - 2019-04, 2025-02", "2017-05..2019-04 | 2025-02"},
    {"2012 – 2014, 2016 – present", "2012..2014 | 2016..now"},
    {"2012 – present, 2016", "2012..now | 2016"},
    // free text
    {"two summers", "text[]"},
    {"Montreal Jun. 2017", "text[2017-06]"},
    {"Before the great storm of 1987", "text[1987]"},
    {"expected 2026", "text[2026]"},
    {"2011/12", "text[2011]"},
    {"2012,", "text[2012]"},
    {"–", "text[]"},
    {"May", "text[]"},
    {"date", "text[]"},
};

// Numbers in free text that are no dates: their places, or nothing for those that count or continue a year.
constexpr Case numbers[] = {
    {"0042", "unread-date@0-4"},
    {"20211", "unread-date@0-5"},
    {"20210915", "unread-date@0-8"},
    {"Room 2041b", "unread-date@5-9"},
    {"jan 20", "unread-date@4-6"},
    {"20 – Mar", "unread-date@0-2"},
    {"’20 – present", "unread-date@3-5"},
    {"21-09 to 22-10", "unread-date@0-5"},
    {"2021-09 – 22-10", "unread-date@12-17"},
    {"8 April 2024 10:00", "unread-date@13-18"},
    {"12 weeks", ""},
    {"3-6 months", ""},
    {"21-09 weeks", "unread-date@0-5"},
    {"2nd term", ""},
    {"1. Halbjahr 2020", ""},
    {"Year 2", ""},
    {"2020 (12 weeks)", ""},
    {"2019/20", ""},
    {"2019–22", ""},
    {"1999/00", ""},
    {"2019–18", "unread-date@7-9"},
    {"Winter 2020/21", ""},
    // dates that would be printed otherwise, were the other words not there
    {"1667 - death", "unread-date@0-12"},
    {"2020-01 – my retirement", "unread-date@0-25"},
    {"Dec – Sep 2019", "unread-date@0-16"},
    {"2019-2020-2021", "unread-date@0-14"},
    {"2011-2015 (part-time)", "unread-date@0-21"},
    {"3 years, 2011-2014", "unread-date@0-18"},
    {"2021-09 (part-time)", "unread-date@0-19"},
    {"2020 (part-time)", ""},
    {"summers of 2018 and 2019", ""},
};

TEST(ParseWhen, NumbersThatAreNoDates) {
  for (Case const& c : numbers) {
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_when(mapped(c.written), "en-GB", diagnostics).free_text) << c.written;
    EXPECT_EQ(kinds_of(diagnostics), c.meaning) << c.written;
  }
}

TEST(ParseWhen, Table) {
  for (Case const& c : cases) {
    Diagnostics diagnostics;
    When const when = parse_when(mapped(c.written), "en-GB", diagnostics);
    EXPECT_EQ(notation(when), c.meaning) << c.written;
    EXPECT_EQ(when.literal, c.written);
    EXPECT_EQ(kinds_of(diagnostics), "") << c.written;
  }
}

TEST(ParseWhen, ReportsDatesThatCannotBe) {
  struct {
    std::string_view written, problem;
  } const wrong[] = {
      {"2021-13", "no-such-date@0-7"},           {"2021-00", "no-such-date@0-7"},
      {"2021-02-30", "no-such-date@0-10"},       {"2021-02-29", "no-such-date@0-10"},
      {"2020 – 2021-13", "no-such-date@9-16"},   {"31 Apr 2020", "no-such-date@0-11"},
      {"2021 – 2019", "ends-before-start@9-13"}, {"Sep 2021 - Aug 2021", "ends-before-start@11-19"},
  };
  for (auto const& c : wrong) {
    Diagnostics diagnostics;
    When const when = parse_when(mapped(c.written), "en", diagnostics);
    EXPECT_EQ(kinds_of(diagnostics), c.problem) << c.written;
    EXPECT_EQ(when.literal, c.written);
  }
}

TEST(ParseWhen, AsksAboutOneMistypedWord) {
  struct {
    std::string_view written, lang, problem, meant;
  } const odd[] = {
      {"2020 – presnt", "en", "odd-date@9-15", "present"},
      {"Spetember 2020", "en", "odd-date@0-9", "September"},
      {"2019 – Otober 2020", "en", "odd-date@9-15", "October"},
      {"2019 – Dezmber 2020", "de", "odd-date@9-16", "Dezember"},
      {"Sprng 2020", "en", "odd-date@0-5", "spring"},
      {"Febuary 2015 - Marhc 2016", "en", "odd-date@0-7 odd-date@15-20", "February"},
  };
  for (auto const& c : odd) {
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_when(mapped(c.written), c.lang, diagnostics).free_text) << c.written;
    ASSERT_EQ(kinds_of(diagnostics), c.problem) << c.written;
    EXPECT_EQ(diagnostics.begin()->fixes[0].replacement, c.meant);
  }
  for (std::string_view const text : {"in the presence of 2020 others", "a present", "when Marsh was warden"}) {
    Diagnostics diagnostics;
    parse_when(mapped(text), "en", diagnostics);
    EXPECT_EQ(kinds_of(diagnostics), "") << text;
  }
}

TEST(ParseWhen, LabelsTheStartOfASpanThatEndsBeforeIt) {
  Diagnostics diagnostics;
  parse_when(mapped("2021 – 2019"), "en", diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  ASSERT_EQ(diagnostics.begin()->labels.size(), 1U);
  EXPECT_EQ(diagnostics.begin()->labels[0].span, (Span{SourceId{1}, 100, 104}));
}

TEST(ParseWhen, DayFirstExceptInTheUnitedStates) {
  Diagnostics british, american;
  EXPECT_EQ(notation(parse_when(mapped("03-04-2021"), "en-GB", british)), "2021-04-03");
  EXPECT_EQ(notation(parse_when(mapped("03-04-2021"), "en-US", american)), "2021-03-04");
  EXPECT_EQ(kinds_of(british), "ambiguous-date@0-10");
  EXPECT_EQ(kinds_of(american), "ambiguous-date@0-10");
  ASSERT_EQ(british.begin()->fixes.size(), 1U);
  EXPECT_EQ(british.begin()->fixes[0].replacement, "2021-04-03");
}

TEST(ParseWhen, GermanDotsPutTheDayFirst) {
  Diagnostics diagnostics;
  EXPECT_EQ(notation(parse_when(mapped("03.04.2021"), "en-US", diagnostics)), "2021-04-03");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(ParseWhen, SurvivesCutUtf8) {
  Diagnostics diagnostics;
  for (std::string_view text : {"M\xC3", "2021 \xE2\x80", "\xE2", "2021\xE5\xB9", "Sep\xC2 2021", "\xF0\x9F 2020 \xFF"})
    EXPECT_TRUE(parse_when(mapped(text), "en", diagnostics).free_text);
}

TEST(JoinWhen, StartAloneGoesOnAndEndAloneIsADate) {
  Diagnostics diagnostics;
  When const start = parse_when(mapped("2021-09"), "en", diagnostics), end = parse_when(mapped("2023"), "en", diagnostics);
  EXPECT_EQ(notation(join_when(&start, &end, diagnostics)), "2021-09..2023");
  EXPECT_EQ(notation(join_when(&start, nullptr, diagnostics)), "2021-09..now");
  EXPECT_EQ(notation(join_when(nullptr, &end, diagnostics)), "2023");
  EXPECT_TRUE(diagnostics.empty());
  join_when(&end, &start, diagnostics);
  EXPECT_EQ(diagnostics.begin()->kind, "ends-before-start");
}

TEST(Order, IsByFirstMonthCovered) {
  Date const year{2020, 0, 0, Precision::Year, false}, summer{2020, 2, 0, Precision::Season, false},
      third{2020, 3, 0, Precision::Quarter, false}, august{2020, 8, 0, Precision::Month, false};
  EXPECT_LT(year.order(), summer.order());
  EXPECT_LT(summer.order(), third.order());
  EXPECT_LT(third.order(), august.order());
}

TEST(Latest, IsTheLatestDateNamed) {
  Diagnostics diagnostics;
  EXPECT_EQ(iso(*parse_when(mapped("2012 – 2014, 2013"), "en", diagnostics).latest()), "2014");
  EXPECT_EQ(iso(*parse_when(mapped("2022-01 – present"), "en", diagnostics).latest()), "2022-01");
  EXPECT_FALSE(parse_when(mapped("two summers"), "en", diagnostics).latest());
}

}  // namespace
}  // namespace resumec::model

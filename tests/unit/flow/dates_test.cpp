#include "flow/dates.hpp"

#include "unit/flow/flow_fixture.hpp"

namespace resumec::flow {
namespace {

using locale::DateStyle;
using model::Date;
using model::Precision;

TEST(Dates, are_printed_at_the_precision_that_is_known) {
  auto const& en = locale::find("en");
  EXPECT_EQ(format_date(year(2021), en, DateStyle::Short), "2021");
  EXPECT_EQ(format_date(month(2021, 9), en, DateStyle::Short), "Sep 2021");
  EXPECT_EQ(format_date(month(2021, 9), en, DateStyle::Long), "September 2021");
  EXPECT_EQ(format_date(month(2021, 9), en, DateStyle::Numeric), "09/2021");
  EXPECT_EQ(format_date({2021, 9, 14, Precision::Day, false}, en, DateStyle::Short), "Sep 2021");
  EXPECT_EQ(format_date({2021, 9, 4, Precision::Day, false}, en, DateStyle::Short, Precision::Day), "Sep 4, 2021");
  EXPECT_EQ(format_date({2021, 9, 4, Precision::Day, false}, locale::find("de"), DateStyle::Long, Precision::Day), "4. September 2021");
  EXPECT_EQ(format_date({2021, 9, 4, Precision::Day, false}, locale::find("en-GB"), DateStyle::Numeric, Precision::Day), "04/09/2021");
  EXPECT_EQ(format_date({2021, 9, 0, Precision::Month, false}, en, DateStyle::Short, Precision::Day), "Sep 2021");
  EXPECT_EQ(format_date({2021, 1, 0, Precision::Season, false}, en, DateStyle::Short), "spring 2021");
  EXPECT_EQ(format_date({2021, 3, 0, Precision::Quarter, false}, en, DateStyle::Short), "Q3 2021");
  EXPECT_EQ(format_date({2021, 0, 0, Precision::Year, true}, en, DateStyle::Short), "c. 2021");
}

TEST(Dates, of_damaged_values_fall_back_to_the_year) {
  auto const& en = locale::find("en");
  EXPECT_EQ(format_date({2021, 13, 0, Precision::Month, false}, en, DateStyle::Short), "2021");
  EXPECT_EQ(format_date({2021, 0, 0, Precision::Season, false}, en, DateStyle::Short), "2021");
}

TEST(Dates, as_ranges_have_an_en_dash_with_word_spaces) {
  auto const& en = locale::find("en");
  EXPECT_EQ(format_when(range(month(2021, 1), month(2022, 3)), en, DateStyle::Short), "Jan 2021 – Mar 2022");
  model::When now;
  now.spans.push_back({month(2021, 1), std::nullopt, true, false, true});
  EXPECT_EQ(format_when(now, en, DateStyle::Short), "Jan 2021 – present");
  model::When open;
  open.spans.push_back({year(2019), std::nullopt, false, true, true});
  EXPECT_EQ(format_when(open, en, DateStyle::Short), "2019 –");
  model::When until;
  until.spans.push_back({std::nullopt, year(2020), false, false, true});
  EXPECT_EQ(format_when(until, en, DateStyle::Short), "until 2020");
}

TEST(Dates, of_several_spans_are_listed) {
  model::When when;
  when.spans.push_back({year(2012), std::nullopt, false, false, false});
  when.spans.push_back({year(2016), std::nullopt, false, false, false});
  EXPECT_EQ(format_when(when, locale::find("en"), DateStyle::Short), "2012, 2016");
}

TEST(Dates, that_no_grammar_fits_are_printed_as_written) {
  model::When when;
  when.literal = "1667 - death";
  when.free_text = true;
  EXPECT_EQ(format_when(when, locale::find("en"), DateStyle::Short), "1667 - death");
}

TEST(Dates, speak_every_language) {
  for (auto const& locale : locale::all()) {
    for (int part = 1; part <= 12; ++part) {
      for (auto const style : {DateStyle::Short, DateStyle::Long, DateStyle::Numeric}) {
        auto const printed = format_date(month(2021, part), locale, style);
        EXPECT_NE(printed.find("2021"), std::string::npos) << locale.tag;
        EXPECT_GT(printed.size(), 5U) << locale.tag;
        EXPECT_EQ(printed.find('{'), std::string::npos) << locale.tag << ": " << printed;
      }
    }
  }
}

}  // namespace
}  // namespace resumec::flow

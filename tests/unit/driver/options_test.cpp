#include "driver/options.hpp"

#include "resumec/source_formats.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace resumec::driver {
namespace {

TEST(Options, FromTakesEveryFormatOfSources) {
  auto const rows = options();
  auto const row = std::find_if(rows.begin(), rows.end(), [](OptionRow const& candidate) { return candidate.option == Option::From; });
  ASSERT_NE(row, rows.end());
  std::vector<std::string_view> words;
  for (auto const& format : source_formats) words.push_back(format.id);
  EXPECT_THAT(choices(*row), testing::ElementsAreArray(words));
}

}  // namespace
}  // namespace resumec::driver

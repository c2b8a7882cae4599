#include "base/check.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Check, SaysWhichConditionDoesNotHold) {
  int const pages = 3;
  RESUMEC_CHECK(pages == 3);
  EXPECT_DEATH(RESUMEC_CHECK(pages == 2), "internal error: `pages == 2` does not hold at .*check_test.cpp:[0-9]+");
}

}  // namespace

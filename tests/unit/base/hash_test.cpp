#include "base/hash.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <string>

namespace {

std::string hex(std::string_view bytes) {
  std::string result;
  for (auto const byte : resumec::base::digest(bytes)) result += fmt::format("{:02x}", byte);
  return result;
}

// XXH3's own values for 128 bits (`xxhsum -H2`): a digest must never change, since PDF identifiers are made of it.
TEST(Digest, IsTheCanonicalXxh3) {
  EXPECT_EQ(hex(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_EQ(hex("a"), "a96faf705af16834e6c632b61e964e1f");
  EXPECT_NE(hex("resume"), hex("Resume"));
}

}  // namespace

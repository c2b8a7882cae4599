#include "source/source_map.hpp"

#include "source/paths.hpp"

#include <gtest/gtest.h>

#include <string>

namespace resumec::source {
namespace {

TEST(SourceMap, KeepsTextsWhereTheyAre) {
  SourceMap map;
  auto const first = map.add("a.yaml", "short");
  auto const* const address = map.text(first).data();
  for (int i = 0; i < 1000; ++i) map.add("b.yaml", std::to_string(i));
  EXPECT_EQ(map.text(first).data(), address);
  EXPECT_EQ(map.text(first), "short");
  EXPECT_EQ(map.name(first), "a.yaml");
}

TEST(SourceMap, TheSameTextOfTheSameNameIsOneSource) {
  SourceMap map;
  auto const a = map.add("a.yaml", "1");
  EXPECT_TRUE(a);
  EXPECT_EQ(map.add("a.yaml", "1"), a);
  EXPECT_NE(map.add("b.yaml", "1"), a);
  EXPECT_NE(map.add("a.yaml", "3"), a);
}

TEST(SourceMap, AnUnknownIdIsEmpty) {
  SourceMap const map;
  for (std::uint32_t const value : {0U, 1U, 0xFFFF'FFFFU}) {
    EXPECT_EQ(map.text({value}), "");
    EXPECT_EQ(map.name({value}), "");
  }
}

TEST(NormalizePath, GivesOneNameToOnePlace) {
  struct Case {
    std::string_view path;
    char const* normal;  ///< none if refused
  };
  Case const cases[] = {
      {"", ""},        {".", ""},         {"cv.yaml", "cv.yaml"}, {"./cv.yaml", "cv.yaml"}, {"a//b/./c/", "a/b/c"},
      {"a/../b", "b"}, {"a/..", ""},      {"a/b/../../c", "c"},   {"..a/b", "..a/b"},       {"a\\b", "a\\b"},
      {"..", nullptr}, {"../x", nullptr}, {"a/../../x", nullptr}, {"/etc/hosts", nullptr},  {"/", nullptr},
  };
  for (auto const& c : cases) {
    auto const normal = normalize_path(c.path);
    EXPECT_EQ(normal.has_value(), c.normal != nullptr) << c.path;
    if (normal && c.normal != nullptr) {
      EXPECT_EQ(*normal, c.normal) << c.path;
    }
  }
  EXPECT_FALSE(normalize_path(std::string_view{"a\0b", 3}));
}

}  // namespace
}  // namespace resumec::source

#include "driver/pattern.hpp"

#include <gtest/gtest.h>

namespace resumec::driver {
namespace {

struct Filled {
  std::optional<std::string> path;
  std::string kind;
};

Filled fill(std::string pattern, NameParts const& parts = {"Bob Marrow", "lead", "classic", "en", "cv"}) {
  Diagnostics diagnostics;
  auto path = fill_pattern({std::move(pattern), {}}, parts, ".pdf", diagnostics);
  EXPECT_EQ(path.has_value(), diagnostics.empty());
  return {std::move(path), diagnostics.empty() ? "" : diagnostics.begin()->kind};
}

TEST(Pattern, PartsAreFilledIn) {
  EXPECT_EQ(fill("{name}-{variant}").path, "Bob-Marrow-lead.pdf");
  EXPECT_EQ(fill("{lang}/{layout}/{stem}.pdf").path, "en/classic/cv.pdf");
  EXPECT_EQ(fill("plain").path, "plain.pdf");
  EXPECT_EQ(fill("v1.2").path, "v1.2.pdf");
}

TEST(Pattern, AnEmptyPartTakesWhatJoinsItWithIt) {
  NameParts const full{"Bob Marrow", "", "classic", "en", "cv"};
  EXPECT_EQ(fill("{stem}-{variant}", full).path, "cv.pdf");
  EXPECT_EQ(fill("{stem}_{variant}_{lang}", full).path, "cv_en.pdf");
  EXPECT_EQ(fill("{variant}/{stem}", full).path, "cv.pdf");
  EXPECT_EQ(fill("sent/{variant}/{stem}", full).path, "sent/cv.pdf");
  EXPECT_EQ(fill("{variant}", full).kind, "bad-output-name");
}

TEST(Pattern, NothingLeavesTheFolder) {
  for (auto const* pattern : {"../cv", "/tmp/cv", "a/../../cv", "a//cv", "./cv", "cv/..", "cv/", ""})
    EXPECT_EQ(fill(pattern).kind, "bad-output-name") << pattern;
  NameParts const hostile{"../../etc/passwd\n", "..", "a/b\\c", "\x01", "cv"};
  EXPECT_EQ(fill("{name}", hostile).path, "..-..-etc-passwd.pdf");
  EXPECT_EQ(fill("{variant}/cv", hostile).kind, "bad-output-name");
  EXPECT_EQ(fill("{layout}-{lang}", hostile).path, "a-b-c.pdf");
  EXPECT_EQ(fill(std::string(300, 'a')).kind, "bad-output-name");
}

TEST(Pattern, AnEndingOfAnotherFormatIsAMistake) { EXPECT_EQ(fill("cv.txt").kind, "bad-output-name"); }

TEST(Pattern, UnknownPartsAreReported) {
  for (auto const* pattern : {"{nmae}", "{", "a{name", "{}", "{Name}"}) EXPECT_EQ(fill(pattern).kind, "unknown-placeholder") << pattern;
}

}  // namespace
}  // namespace resumec::driver

#include "diag/report.hpp"

#include <gmock/gmock.h>

#include <set>

namespace resumec::diag {
namespace {

using testing::ElementsAre;

Diagnostic finding(std::string message, Span span, Severity severity = Severity::Error) {
  return {"kind", severity, std::move(message), span, {}, {}, {}, {}};
}

std::vector<std::string> messages(Diagnostics const& all) {
  std::vector<std::string> result;
  for (auto const& one : all) result.push_back(one.message);
  return result;
}

TEST(Diagnostics, SortByPlaceDetachedLast) {
  Diagnostics all;
  all.add(finding("detached", {}));
  all.add(finding("second source", {{2}, 0, 1}));
  all.add(finding("later", {{1}, 9, 12}));
  all.add(finding("wider", {{1}, 3, 8}));
  all.add(finding("warning", {{1}, 3, 5}, Severity::Warning));
  all.add(finding("error", {{1}, 3, 5}));
  all.add(finding("error after", {{1}, 3, 5}));
  all.sort();
  EXPECT_THAT(messages(all), ElementsAre("error", "error after", "warning", "wider", "later", "second source", "detached"));
}

TEST(Diagnostics, RepetitionsGo) {
  Diagnostics all;
  Span const place{{1}, 3, 5};
  all.add(finding("a", place));
  all.add(finding("b", place));
  all.add(finding("a", place));
  all.add(finding("a", {{1}, 3, 6}));
  all.add(finding("a", {}));
  all.add(finding("c", {}));
  all.add(finding("c", {}));
  all.add(finding("a", place)).hints.push_back("differs");
  all.add(finding("a", place)).labels.push_back({place, "differs"});
  all.add(finding("a", place)).fixes.push_back({place, "differs"});
  all.sort();
  EXPECT_THAT(messages(all), ElementsAre("a", "b", "a", "a", "a", "a", "c"));
}

TEST(Diagnostics, CountsAndAppends) {
  Diagnostics all, more;
  EXPECT_TRUE(all.empty());
  EXPECT_FALSE(all.has_errors());
  all.add(finding("w", {}, Severity::Warning));
  EXPECT_FALSE(all.has_errors());
  more.add(finding("e", {}));
  more.add(finding("l", {}, Severity::Lint));
  all.append(more);
  all.append(all);
  EXPECT_THAT(messages(all), ElementsAre("w", "e", "l"));
  EXPECT_TRUE(all.has_errors());
  EXPECT_EQ(all.count(Severity::Warning), 1U);
  EXPECT_EQ(all.count(Severity::Lint), 1U);
  EXPECT_EQ(all.count(Severity::Note), 0U);
}

TEST(Report, FormatsAndAddsDetails) {
  Diagnostics all;
  Span const place{{1}, 3, 5};
  auto first = report<Kind::NotUtf8>(all, place, 0xE9);
  // A later report moves the diagnostics; the earlier one is still the earlier one's.
  for (int i = 0; i < 100; ++i) report<Kind::EmptySource>(all, {}, "cv.yaml");
  first.caret("here")
      .label({{1}, 0, 1}, "because of this")
      .hint("one")
      .hint(did_you_mean("two"))
      .fix(place, "é")
      .severity(Severity::Warning);
  auto const& found = *all.begin();
  EXPECT_EQ(found.kind, "not-utf8");
  EXPECT_EQ(found.message, "this is not UTF-8: byte 0xE9");
  EXPECT_EQ(found.severity, Severity::Warning);
  EXPECT_EQ(found.span, place);
  EXPECT_EQ(found.caret, "here");
  ASSERT_EQ(found.labels.size(), 1U);
  EXPECT_EQ(found.labels[0].text, "because of this");
  EXPECT_THAT(found.hints, ElementsAre("one", "did you mean `two`?"));
  ASSERT_EQ(found.fixes.size(), 1U);
  EXPECT_EQ(found.fixes[0].replacement, "é");
  EXPECT_EQ((all.begin() + 1)->message, "`cv.yaml` is empty");
}

TEST(Kinds, HaveUniqueKebabCaseNames) {
  std::set<std::string_view> names;
  for (auto const& kind : kind_table) {
    EXPECT_TRUE(names.insert(kind.name).second) << kind.name << " is declared twice";
    EXPECT_THAT(std::string{kind.name}, testing::MatchesRegex("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
    auto const found = find_kind(kind.name);
    ASSERT_TRUE(found);
    EXPECT_EQ(info(*found).name, kind.name);
  }
  EXPECT_FALSE(find_kind("no-such-kind"));
}

/// Lower case, no full stop; never "invalid" without saying what was found.
TEST(Kinds, AreWordedByTheRules) {
  for (auto const& kind : kind_table) {
    EXPECT_FALSE(kind.summary.empty()) << kind.name;
    EXPECT_FALSE(kind.summary.ends_with('.')) << kind.name;
  }
  for (auto const message : message_table) {
    EXPECT_FALSE(message.empty() || message.ends_with('.') || message.ends_with('!')) << message;
    bool const capital = message.size() > 1 && message[0] >= 'A' && message[0] <= 'Z' && message[1] >= 'a' && message[1] <= 'z';
    EXPECT_FALSE(capital) << message;
  }
}

}  // namespace
}  // namespace resumec::diag

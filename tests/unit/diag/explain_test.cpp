#include "diag/report.hpp"
#include "resumec/render.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace resumec {
namespace {

TEST(Explain, GivesThePageOfAKind) {
  auto const page = explain("not-utf8");
  EXPECT_TRUE(page.starts_with("# not-utf8\n")) << page.substr(0, 40);
  EXPECT_NE(page.find("\n## Repair\n"), std::string_view::npos);
  EXPECT_TRUE(page.ends_with('\n'));
}

TEST(Explain, KnowsNoOtherPages) {
  EXPECT_EQ(explain(""), "");
  EXPECT_EQ(explain("README"), "");
  EXPECT_EQ(explain("no-such-kind"), "");
}

TEST(DiagnosticKinds, AreAllAndSorted) {
  auto const kinds = diagnostic_kinds();
  EXPECT_EQ(kinds.size(), std::size(diag::kind_table));
  EXPECT_TRUE(std::is_sorted(kinds.begin(), kinds.end()));
  EXPECT_TRUE(std::binary_search(kinds.begin(), kinds.end(), "file-not-found"));
}

}  // namespace
}  // namespace resumec

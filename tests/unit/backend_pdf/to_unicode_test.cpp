#include "backend/pdf/to_unicode.hpp"

#include <gmock/gmock.h>

#include <fmt/format.h>

#include <vector>

namespace resumec::backend::pdf {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string cmap(std::string_view text) {
  std::pair<std::uint32_t, std::string_view> const code{0x1F, text};
  return to_unicode_cmap({&code, 1});
}

TEST(ToUnicode, LettersAreUtf16) {
  EXPECT_THAT(cmap("A"), HasSubstr("<001F><0041>\n"));
  EXPECT_THAT(cmap("Łé"), HasSubstr("<001F><014100E9>\n"));
  EXPECT_THAT(cmap("𝒪"), HasSubstr("<001F><D835DCAA>\n"));
}

TEST(ToUnicode, LigatureIsItsLetters) { EXPECT_THAT(cmap("ffi"), HasSubstr("<001F><006600660069>\n")); }

// ISO 14289-1, 7.21.7: no code may map to U+0000, U+FEFF or U+FFFE.
TEST(ToUnicode, ForbiddenCharactersNeverAppear) {
  EXPECT_THAT(cmap(std::string_view{"\0", 1}), HasSubstr("<001F><0020>\n"));
  EXPECT_THAT(cmap("\t"), HasSubstr("<001F><0020>\n"));
  EXPECT_THAT(cmap("\uFEFF"), HasSubstr("<001F><2060>\n"));
  EXPECT_THAT(cmap("\uFFFE"), HasSubstr("<001F><FFFD>\n"));
  EXPECT_THAT(cmap("\xFF"), HasSubstr("<001F><FFFD>\n"));
}

TEST(ToUnicode, BlocksHoldAtMostAHundred) {
  std::vector<std::pair<std::uint32_t, std::string_view>> codes;
  for (std::uint32_t cid = 1; cid <= 250; ++cid) codes.emplace_back(cid, "x");
  auto const text = to_unicode_cmap(codes);
  EXPECT_THAT(text, HasSubstr("\n100 beginbfchar\n<0001>"));
  EXPECT_THAT(text, HasSubstr("\n100 beginbfchar\n<0065>"));
  EXPECT_THAT(text, HasSubstr("\n50 beginbfchar\n<00C9>"));
  EXPECT_THAT(text, HasSubstr("<00FA><0078>\nendbfchar\nendcmap"));
}

TEST(ToUnicode, LongTextsAreCutBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "𝒪";
  auto const map = cmap(text);
  auto const begin = map.find("<001F><") + 7;
  auto const length = map.find('>', begin) - begin;
  EXPECT_LE(length, 1024U);  // 512 bytes
  EXPECT_EQ(length % 8, 0U);
}

}  // namespace
}  // namespace resumec::backend::pdf

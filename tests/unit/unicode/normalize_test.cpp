#include "unicode/inert.hpp"
#include "unicode/unicode.hpp"

#include <gtest/gtest.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <string>

namespace resumec::unicode {
namespace {

/// The short way may be taken only where the database says that nothing can happen.
TEST(Inert, CodePointsNeitherNormaliseNorJoin) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* const nfc = unorm2_getNFCInstance(&status);
  ASSERT_TRUE(U_SUCCESS(status));
  int count = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (!is_inert(c)) continue;
    ++count;
    auto const code_point = static_cast<UChar32>(c);
    ASSERT_TRUE(unorm2_hasBoundaryBefore(nfc, code_point)) << static_cast<unsigned>(c);
    ASSERT_EQ(u_getIntPropertyValue(code_point, UCHAR_NFC_QUICK_CHECK), UNORM_YES) << static_cast<unsigned>(c);
    ASSERT_EQ(u_getCombiningClass(code_point), 0) << static_cast<unsigned>(c);
    auto const cluster = u_getIntPropertyValue(code_point, UCHAR_GRAPHEME_CLUSTER_BREAK);
    bool const alone = cluster == U_GCB_OTHER || cluster == U_GCB_CONTROL || cluster == U_GCB_CR || cluster == U_GCB_LF;
    ASSERT_TRUE(alone) << static_cast<unsigned>(c);
  }
  EXPECT_GT(count, 0x300);
}

TEST(Nfc, ComposesAndKnowsWhatIsComposed) {
  struct Case {
    std::string_view text, composed;
  };
  Case const cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"résumé – “x”", "résumé – “x”"},
      {"re\u0301sume\u0301", "résumé"},
      {"\u212B", "Å"},         // ångström sign
      {"\u1100\u1161", "가"},  // Hangul
      {"q\u0323\u0307", "q\u0323\u0307"},
      {"q\u0307\u0323", "q\u0323\u0307"},  // canonical order
      {"\u2126", "Ω"},
      {"ﬁ", "ﬁ"},
  };
  for (auto const& c : cases) {
    EXPECT_EQ(to_nfc(c.text), c.composed) << c.text;
    EXPECT_EQ(is_nfc(c.text), c.text == c.composed) << c.text;
    EXPECT_TRUE(is_nfc(c.composed)) << c.text;
  }
}

TEST(Nfc, GrowsBeyondItsFirstBuffer) {
  std::string text, composed;
  for (int i = 0; i < 1000; ++i) {
    text += "\U0001D160";  // composes to three code points: a composition exclusion
    composed += "\U0001D158\U0001D165\U0001D16E";
  }
  EXPECT_EQ(to_nfc(text), composed);
}

TEST(Nfkc, FoldsCompatibilityForms) {
  EXPECT_EQ(to_nfkc("ascii stays"), "ascii stays");
  EXPECT_EQ(to_nfkc("ﬁrst name"), "first name");
  EXPECT_EQ(to_nfkc("\uFF4E\uFF41\uFF4D\uFF45"), "name");
  EXPECT_EQ(to_nfkc("x²\u00A0y"), "x2 y");
}

TEST(FoldForMatching, LeavesLettersAndDigitsOnly) {
  struct Case {
    std::string_view text, key;
  };
  Case const cases[] = {
      {"", ""},
      {"Bob Marrow", "bobmarrow"},
      {"MARROW, B.-J.", "marrowbj"},
      {"José Peñaçález", "josepenacalez"},
      {"Jose\u0301", "jose"},
      {"Łukasz Østergård", "lukaszostergard"},
      {"Großmann", "grossmann"},
      {"GROẞMANN", "grossmann"},
      {"Þórður Æ", "thordurae"},
      {"Ὀδυσσεύς", "οδυσσευσ"},
      {"Чайковский", "чаиковскии"},
      {"İpek Işık", "ipekisik"},
      {"山田　太郎", "山田太郎"},
      {"が", "が"},
      {"कि", "कि"},
      {"O’Hara – 2", "ohara2"},
      {"ﬁn", "fin"},
      {"!?", ""},
  };
  for (auto const& c : cases) EXPECT_EQ(fold_for_matching(c.text), c.key) << c.text;
  EXPECT_NE(fold_for_matching("が"), fold_for_matching("か"));
  EXPECT_NE(fold_for_matching("कि"), fold_for_matching("कु"));
}

TEST(FoldForMatching, IsIdempotent) {
  for (char32_t c = 1; c <= 0x2FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append(text, c);
    auto const key = fold_for_matching(text);
    ASSERT_EQ(fold_for_matching(key), key) << static_cast<unsigned>(c);
  }
}

TEST(Normalise, MalformedTextIsReplacedNotRefused) {
  EXPECT_EQ(to_nfc("caf\xE9"), "caf\uFFFD");
  EXPECT_FALSE(is_nfc("\u0301\u0323"));
  EXPECT_EQ(fold_for_matching("caf\xE9"), "caf");
}

}  // namespace
}  // namespace resumec::unicode

#include "source/mojibake.hpp"

#include "unicode/unicode.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace resumec::source {
namespace {

using unicode::ByteEncoding;

/// The text as a program leaves it that takes its UTF-8 for `encoding`.
std::string damaged(std::string_view text, ByteEncoding encoding) {
  std::string result;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    unicode::append(result, unicode::character_of(encoding, byte).value_or(byte));
  }
  return result;
}

std::string repaired(std::string_view text) {
  auto const found = repair_mojibake(text);
  return found ? found->text : "(nothing)";
}

constexpr std::string_view texts[] = {
    "José García",
    "Der “Große” Preis – 5 € für Übungen …",
    "naïve façade, œuvre, ½ of £5, 20 °C",
    "Zażółć gęślą jaźń; čeština, Türkçe ığdır",
    "Опыт работы и навыки",
    "Εμπειρία και δεξιότητες",
    "计算机科学，高级软件工程师",
    "経験とスキル",
    "Kinh nghiệm làm việc tại Việt Nam",
    "x → y, ★★★, ✓ done, 😀, 𝒪(n), ﬁne",
    "e\u0301te\u0301",
    "voilà\u00A0!",
    "\uFEFFname: é",
};

TEST(RepairMojibake, UndoesWhatReadingAWrongEncodingDid) {
  for (auto const encoding : {ByteEncoding::Windows1252, ByteEncoding::MacRoman}) {
    for (auto const text : texts) {
      auto const wrong = damaged(text, encoding);
      auto const found = repair_mojibake(wrong);
      ASSERT_TRUE(found) << wrong;
      EXPECT_EQ(found->text, text);
      EXPECT_EQ(found->read_as, encoding) << text;
    }
  }
}

TEST(RepairMojibake, UndoesLatin1) {
  std::string wrong;
  for (char const c : std::string_view{"“é” – Ё"}) unicode::append(wrong, static_cast<unsigned char>(c));
  EXPECT_EQ(repaired(wrong), "“é” – Ё");
}

TEST(RepairMojibake, UndoesDamageOverDamage) {
  auto const once = damaged("it’s “late”, Zoë", ByteEncoding::Windows1252);
  auto const found = repair_mojibake(damaged(once, ByteEncoding::Windows1252));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, "it’s “late”, Zoë");
  EXPECT_EQ(found->example, "’");
}

TEST(RepairMojibake, LeavesGoodTextsAlone) {
  for (auto const text : texts) EXPECT_EQ(repaired(text), "(nothing)") << text;
  for (std::string_view const text : {
           "",
           "plain",
           "Ä",
           "Der Buchstabe „Ä“, „Ö“ und „Ü“",
           "„Spaß“ … Straße – Gruß”",
           "“CAFÉ” – «MUSÉE» – ‘ÉTÉ’ – JOSÉ’S",
           "IRMÃ, IRMÃ”, MAÇÃ – AMANHÃ…",
           "VENERDÌ… LUNEDÌ”",
           "SMÅ” Å–Ö, Å’s",
           "« résumé\u00A0», « à\u00A0» et « voilà\u00A0»",
           "«aquí está»… ¿Qué? ¡Sí!",
           "l’école d’été, l’Île, “École”",
           "2√π, √Ω, 2√∑x, ≈£5M, ≈¢, ¬p",
           "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß",
           "äöüß àâæçéèêëîïôœùûüÿ",
           "3×“wide” 2×½",
           "© 2020 Müller® Café™ • § 5",
           "€ 5 – £ 6 … ¥ 7 · 10 °C ± 2 µm",
       })
    EXPECT_EQ(repaired(text), "(nothing)") << text;
}

TEST(RepairMojibake, OfATextDamagedInPartsOnlyThose) {
  struct Case {
    std::string_view text, repaired;
  };
  constexpr Case cases[] = {
      {"René of the rÃ©sumÃ©", "René of the résumé"},
      {"“quoted” and â€œquotedâ€\u009D", "“quoted” and “quoted”"},
      {"l’été ‚Äì √©t√©", "l’été – été"},
      {"„Ä“ and CAFÉ” and Ã¼ber", "„Ä“ and CAFÉ” and über"},
      {"résumé\u00A0» â€“ x", "résumé\u00A0» – x"},
  };
  for (auto const& c : cases) EXPECT_EQ(repaired(c.text), c.repaired);
}

TEST(RepairMojibake, SaysWhereTheFirstPlaceIsAndHowManyThereAre) {
  auto const found = repair_mojibake("a Ã¼â€“ b Ã© c");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->begin, 2U);
  EXPECT_EQ(found->end, std::string_view{"a Ã¼â€“"}.size());
  EXPECT_EQ(found->example, "ü–");
  EXPECT_EQ(found->places, 2U);
}

TEST(RepairMojibake, WhatIsRepairedNeedsNoRepair) {
  for (auto const text : texts) EXPECT_EQ(repaired(repaired(damaged(text, ByteEncoding::Windows1252))), "(nothing)") << text;
}

}  // namespace
}  // namespace resumec::source

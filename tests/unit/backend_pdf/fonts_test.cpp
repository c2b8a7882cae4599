// Font objects: what a viewer, a validator and an extractor need of them.
#include "backend/pdf/emit.hpp"
#include "unit/backend_pdf/builder.hpp"
#include "unit/backend_pdf/pdf_file.hpp"

#include <gmock/gmock.h>

namespace resumec::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

PdfObjects emit(Builder const& builder) {
  auto const pdf = backend::pdf::emit_pdf(builder.document, {std::nullopt, "x", true});
  EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : pdf.error());
  return PdfObjects{pdf.value_or("")};
}

nlohmann::json const& fonts_of(PdfObjects const& objects) {
  return objects.resolve(objects.resolve(objects.resolve(objects.pages().at(0)).at("/Resources")).at("/Font"));
}

nlohmann::json const& descendant(PdfObjects const& objects, nlohmann::json const& font) {
  return objects.resolve(objects.resolve(font).at("/DescendantFonts").at(0));
}

TEST(Fonts, CffAndTrueTypeAreEmbeddedAsTheirKindAsks) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto const node = builder.node(Role::Paragraph);
  builder.text(node, 50, 100, "cff", {.font = libertine});
  builder.text(node, 50, 120, "truetype", {.font = noto});
  auto const objects = emit(builder);
  auto const& fonts = fonts_of(objects);
  ASSERT_EQ(fonts.size(), 2U);

  auto const& cff = objects.resolve(fonts.at("/F1"));
  EXPECT_EQ(cff.at("/Encoding"), "/Identity-H");
  EXPECT_THAT(cff.at("/BaseFont").get<std::string>(), MatchesRegex("/[A-Z]{6}\\+LinLibertine_R-Identity-H"));
  auto const& cff_font = descendant(objects, fonts.at("/F1"));
  EXPECT_EQ(cff_font.at("/Subtype"), "/CIDFontType0");
  EXPECT_FALSE(cff_font.contains("/CIDToGIDMap"));
  auto const& cff_program = objects.resolve(cff_font.at("/FontDescriptor")).at("/FontFile3");
  EXPECT_EQ(objects.resolve(cff_program).at("/Subtype"), "/CIDFontType0C");
  EXPECT_EQ(objects.stream(cff_program).substr(0, 2), std::string("\x01\x00", 2));

  auto const& true_type = descendant(objects, fonts.at("/F2"));
  EXPECT_EQ(true_type.at("/Subtype"), "/CIDFontType2");
  EXPECT_EQ(true_type.at("/CIDToGIDMap"), "/Identity");
  auto const& program = objects.resolve(true_type.at("/FontDescriptor")).at("/FontFile2");
  EXPECT_EQ(objects.resolve(program).at("/Length1"), objects.stream(program).size());
  EXPECT_EQ(objects.stream(program).substr(0, 4), std::string("\x00\x01\x00\x00", 4));
}

TEST(Fonts, OnlyUsedGlyphsAndTheirWidths) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto const& run = builder.text(builder.node(Role::Paragraph), 50, 100, "aba", {.font = noto});
  std::vector<std::int64_t> expected;
  for (std::size_t i = 0; i < 2; ++i) expected.push_back(Length::divide(run.glyphs[i].natural.raw() * 1000, run.size.raw()));
  auto const objects = emit(builder);
  auto const& widths = descendant(objects, fonts_of(objects).at("/F1")).at("/W");
  ASSERT_EQ(widths.size(), 2U);
  EXPECT_EQ(widths.at(0), 1);
  EXPECT_EQ(widths.at(1), nlohmann::json(expected));
  EXPECT_THAT(objects.stream(objects.resolve(fonts_of(objects).at("/F1")).at("/ToUnicode")), HasSubstr("\n2 beginbfchar\n<0001><0061>"));
}

TEST(Fonts, TwoTextsOfAGlyphShareTheFontButNotTheMap) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto& run = builder.text(builder.node(Role::Paragraph), 50, 100, "x y z", {.font = noto});
  run.text = "x y\u00A0z";
  run.glyphs[4].cluster = 5;
  auto const objects = emit(builder);
  auto const& fonts = fonts_of(objects);
  ASSERT_EQ(fonts.size(), 2U);
  auto const& first = objects.resolve(fonts.at("/F1"));
  auto const& second = objects.resolve(fonts.at("/F2"));
  EXPECT_EQ(first.at("/DescendantFonts"), second.at("/DescendantFonts"));
  EXPECT_THAT(objects.stream(first.at("/ToUnicode")), Not(HasSubstr("<00A0>")));
  EXPECT_THAT(objects.stream(second.at("/ToUnicode")), HasSubstr("\n1 beginbfchar\n<0001><00A0>"));
}

TEST(Fonts, PostScriptNamesAreMadeSafe) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  builder.text(builder.node(Role::Paragraph), 50, 100, "a", {.font = noto});
  builder.document.fonts[0].postscript_name = "A b/(c)#\xC3\xA9" + std::string(300, 'x');
  auto const objects = emit(builder);
  EXPECT_THAT(objects.resolve(fonts_of(objects).at("/F1")).at("/BaseFont").get<std::string>(), MatchesRegex("/[A-Z]{6}\\+Abcx+"));
}

TEST(Fonts, ABrokenFontIsAnErrorInWords) {
  Builder builder;
  builder.page();
  builder.text(builder.node(Role::Paragraph), 50, 100, "a", {.font = noto});
  builder.document.fonts[0].blob = Blob::own("this is no font");
  auto const pdf = backend::pdf::emit_pdf(builder.document, {std::nullopt, "x", true});
  ASSERT_FALSE(pdf.has_value());
  EXPECT_THAT(pdf.error(), HasSubstr("the font `NotoSans-Regular` cannot be subset: "));
}

}  // namespace
}  // namespace resumec::testing

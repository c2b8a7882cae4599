// The promise to parsers: the text that other programs find is the text of the display list, character by character.
#include "backend/pdf/emit.hpp"
#include "unit/backend_pdf/builder.hpp"
#include "unit/backend_pdf/pdf_file.hpp"

#include <gmock/gmock.h>

namespace resumec::testing {
namespace {

struct Sample {
  std::string_view font, text;
};

/// Ligatures, accents, other scripts, a letter beyond the basic plane, signs.
constexpr Sample samples[] = {
    {libertine, "An efficient office: difficult flights, fjord, affable, Thursday"},
    {noto, "An efficient office: difficult flights, fjord, affable"},
    {libertine, "Łóź, naïve café, Élodie Müller, Šárka Čapková, İpek"},
    {libertine, "Ελληνικά και άλφα"},
    {noto, "Кириллица и ещё"},
    {math, "𝒪(𝑛)"},
    {noto, "C++, C#, 37% & “quoted” – 5 × 3 = 15 €"},
};

std::string emit(TextOptions options) {
  Builder builder;
  builder.page();
  int y = 100;
  for (auto const& sample : samples) {
    options.font = sample.font;
    builder.text(builder.node(Role::Paragraph), 50, y += 30, sample.text, options);
  }
  auto const pdf = backend::pdf::emit_pdf(builder.document, {std::nullopt, "x", true});
  EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : pdf.error());
  return pdf.value_or("");
}

std::string expected() {
  std::string out;
  for (auto const& sample : samples) out.append(sample.text).append(" ");
  return folded(out);
}

TEST(ExtractedText, IsTheTextItself) {
  RESUMEC_NEEDS(RESUMEC_PDFTOTEXT);
  RESUMEC_NEEDS(RESUMEC_MUTOOL);
  PdfFile const file{emit({})};
  EXPECT_EQ(folded(file.text()), expected());
  EXPECT_EQ(folded(file.text_in_reading_blocks()), expected());
  EXPECT_EQ(folded(file.mutool_text()), expected());
}

// Extractors find the words as long as letters are at most 0.09 em apart and words at least 0.17 em.
TEST(ExtractedText, SurvivesTrackingAndTightWordSpaces) {
  RESUMEC_NEEDS(RESUMEC_PDFTOTEXT);
  RESUMEC_NEEDS(RESUMEC_MUTOOL);
  for (auto const& options : {TextOptions{.tracking = Length::milli_pt(900)}, TextOptions{.word_space = Length::milli_pt(-600)}}) {
    PdfFile const file{emit(options)};
    EXPECT_EQ(folded(file.text()), expected());
    EXPECT_EQ(folded(file.mutool_text()), expected());
  }
}

TEST(ExtractedText, LookAlikesBehindOneGlyphStayApart) {
  RESUMEC_NEEDS(RESUMEC_PDFTOTEXT);
  RESUMEC_NEEDS(RESUMEC_MUTOOL);
  Builder builder;
  builder.page();
  auto& run = builder.text(builder.node(Role::Paragraph), 50, 100, "a-b-c", {.font = noto});
  run.text = "a-b\u2010c";  // the same glyph for both hyphens
  run.glyphs[4].cluster = 6;
  ASSERT_EQ(run.glyphs[1].id, run.glyphs[3].id);
  auto const pdf = backend::pdf::emit_pdf(builder.document, {std::nullopt, "x", true});
  ASSERT_TRUE(pdf);
  PdfFile const file{*pdf};
  EXPECT_EQ(folded(file.text()), "a-b\u2010c");
  EXPECT_EQ(folded(file.mutool_text()), "a-b\u2010c");
}

TEST(ExtractedText, AccentDrawnApartIsReadTogether) {
  RESUMEC_NEEDS(RESUMEC_MUTOOL);
  Builder builder;
  builder.page();
  auto& run = builder.text(builder.node(Role::Paragraph), 50, 100, "caex noir", {.font = noto});
  run.text = "caé noir";  // as if e and x were the letter and its accent
  run.glyphs[3].cluster = 2;
  auto const pdf = backend::pdf::emit_pdf(builder.document, {std::nullopt, "x", true});
  ASSERT_TRUE(pdf);
  EXPECT_EQ(folded(PdfFile{*pdf}.mutool_text()), "cae\u0301 noir");
}

}  // namespace
}  // namespace resumec::testing

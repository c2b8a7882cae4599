// Words that line ends divide: one span with the whole word, and soft hyphens for readers who do not look at spans.
#include "backend/pdf/division.hpp"
#include "backend/pdf/emit.hpp"
#include "unit/backend_pdf/builder.hpp"
#include "unit/backend_pdf/pdf_file.hpp"

#include <gmock/gmock.h>

#include <string>
#include <string_view>

namespace resumec::testing {
namespace {

using backend::pdf::Division;
using backend::pdf::division_at;
using ::testing::HasSubstr;

constexpr std::string_view soft_hyphen = "\u00AD";

/// Places a line; `-` at its end is the hyphen that divides a word.
void line(Builder& builder, NodeId node, int y, std::string_view text, std::string_view font = libertine) {
  display::GlyphRun& run = builder.text(node, 50, y, text, {.font = font});
  run.line_end = text.ends_with(' ') ? display::LineEnd::Space : display::LineEnd::Paragraph;
  if (!text.ends_with('-')) return;
  run.line_end = display::LineEnd::Tight;
  run.text.replace(run.text.size() - 1, 1, soft_hyphen);
}

std::string emit(Builder const& builder) {
  auto const pdf = backend::pdf::emit_pdf(builder.document, {std::nullopt, "x", true});
  EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : pdf.error());
  return pdf.value_or("");
}

std::size_t spans_of(std::string_view pdf) {
  std::string const content = PdfObjects{pdf}.content(0);
  std::size_t count = 0;
  for (std::size_t at = content.find("/Span"); at != std::string::npos; at = content.find("/Span", at + 1)) ++count;
  return count;
}

std::string without_soft_hyphens(std::string text) {
  for (std::size_t at = text.find(soft_hyphen); at != std::string::npos; at = text.find(soft_hyphen)) {
    std::size_t const end = text.find_first_not_of(" \n", at + soft_hyphen.size());
    text.erase(at, end - at);
  }
  return text;
}

constexpr std::string_view whole = "We set the development of efficient software apart from Unvergleichlichkeit alone.";

/// The second line ends one divided word and begins the next.
Builder divided(std::string_view font) {
  Builder builder;
  builder.page();
  NodeId const node = builder.node(Role::Paragraph);
  line(builder, node, 100, "We set the devel-", font);
  line(builder, node, 112, "opment of effi-", font);
  line(builder, node, 124, "cient software apart from Unvergleich-", font);
  line(builder, node, 136, "lichkeit alone.", font);
  return builder;
}

TEST(DividedWords, AreWholeWhereSpansAreReadAndHaveSoftHyphensElsewhere) {
  RESUMEC_NEEDS(RESUMEC_PDFTOTEXT);
  RESUMEC_NEEDS(RESUMEC_MUTOOL);
  RESUMEC_NEEDS(RESUMEC_QPDF);
  for (std::string_view const font : {libertine, noto}) {
    std::string const pdf = emit(divided(font));
    PdfFile const file{pdf};
    EXPECT_EQ(spans_of(pdf), 3U);
    EXPECT_EQ(folded(file.text()), whole);
    EXPECT_EQ(folded(file.text_in_reading_blocks()), whole);
    EXPECT_EQ(folded(without_soft_hyphens(file.mutool_text())), whole);
    ToolResult const checked = file.run(RESUMEC_QPDF, "--check %");
    EXPECT_EQ(checked.status, 0) << checked.out;
  }
}

TEST(DividedWords, LoseNothingOfTheTagTree) {
  RESUMEC_NEEDS(RESUMEC_PDFINFO);
  PdfFile const file{emit(divided(noto))};
  std::string text = file.run(RESUMEC_PDFINFO, "-struct-text %").out;
  std::erase(text, '"');  // each sequence has a line and quotes of its own
  EXPECT_THAT(folded(text), HasSubstr(std::string{whole}));
}

TEST(DividedWords, OverThreeLinesHaveSoftHyphensAlone) {
  RESUMEC_NEEDS(RESUMEC_MUTOOL);
  Builder builder;
  builder.page();
  NodeId const node = builder.node(Role::Paragraph);
  line(builder, node, 100, "Unver-");
  line(builder, node, 112, "gleichlich-");
  line(builder, node, 124, "keit alone");
  std::string const pdf = emit(builder);
  EXPECT_EQ(spans_of(pdf), 1U) << "the last two lines' part of the word";
  EXPECT_EQ(folded(without_soft_hyphens(PdfFile{pdf}.mutool_text())), "Unvergleichlichkeit alone");
}

TEST(DividedWords, ASpanNeedsTheNextLineOfTheSameElement) {
  Builder builder;
  builder.page();
  NodeId const first = builder.node(Role::Paragraph), second = builder.node(Role::Paragraph);
  line(builder, first, 100, "the devel-");
  line(builder, first, 112, "opment, of");
  line(builder, first, 124, "a deci-");
  line(builder, second, 136, "sion");
  line(builder, second, 148, "to con-");
  builder.rule(50, 150, 100, 1);
  line(builder, second, 160, "tinue");
  auto const& items = builder.document.pages.front().items;
  auto const division = division_at(items, 0);
  ASSERT_TRUE(division);
  EXPECT_EQ(division->word, "development,");
  EXPECT_EQ(division->first_glyph, 4U);
  EXPECT_EQ(division->end_glyph, 7U);
  EXPECT_FALSE(division_at(items, 1)) << "no divided word";
  EXPECT_FALSE(division_at(items, 2)) << "another element goes on";
  EXPECT_FALSE(division_at(items, 4)) << "a rule lies between";
  EXPECT_FALSE(division_at(items, items.size() - 1));
}

}  // namespace
}  // namespace resumec::testing

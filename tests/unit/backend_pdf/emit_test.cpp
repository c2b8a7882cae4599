// Whole files: valid in the eyes of others, the right text, the same bytes twice.
#include "backend/pdf/emit.hpp"

#include "unit/backend_pdf/builder.hpp"
#include "unit/backend_pdf/pdf_file.hpp"

#include <gmock/gmock.h>

namespace resumec::testing {
namespace {

using backend::pdf::emit_pdf;
using backend::pdf::PdfOptions;
using ::testing::HasSubstr;

std::string emit(display::Document const& document, bool object_streams = true) {
  auto const pdf = emit_pdf(document, {std::nullopt, "resumec test", object_streams});
  EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : pdf.error());
  return pdf.value_or("");
}

/// A page with a heading, a paragraph over two lines, a link and a list.
Builder sample() {
  Builder builder;
  builder.page();
  builder.text(builder.node(Role::Heading, NodeId{0}, 1), 50, 60, "Mara Quill", {.size = 24});
  auto const contact = builder.node(Role::Paragraph);
  auto const link = builder.node(Role::Link, contact);
  builder.text(link, 50, 80, "mara@example.org");
  builder.link(link, "mailto:mara@example.org", "E-mail mara@example.org", 50, 71, 80);
  auto const section = builder.node(Role::Section);
  builder.text(builder.node(Role::Heading, section, 2), 50, 110, "Experience", {.size = 14});
  builder.rule(50, 114, 495, 1);
  auto const paragraph = builder.node(Role::Paragraph, section);
  builder.text(paragraph, 50, 130, "An efficient office handles difficult flights ", {.line_end = display::LineEnd::Space});
  builder.text(paragraph, 50, 142, "and fjords.", {.line_end = display::LineEnd::Paragraph});
  auto const list = builder.node(Role::List, section);
  for (int i = 0; i < 2; ++i) {
    auto const item = builder.node(Role::ListItem, list);
    builder.text(builder.node(Role::ListLabel, item), 50, 160 + 12 * i, "•");
    builder.text(builder.node(Role::ListBody, item), 60, 160 + 12 * i, i == 0 ? "First point" : "Second point", {.font = noto});
  }
  return builder;
}

TEST(Emit, QpdfFindsNothingWrong) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  for (bool const object_streams : {true, false}) {
    auto const result = PdfFile{emit(sample().document, object_streams)}.run(RESUMEC_QPDF, "--check %");
    EXPECT_EQ(result.status, 0) << result.out;
    EXPECT_THAT(result.out, HasSubstr("No syntax or stream encoding errors"));
  }
}

TEST(Emit, TextComesOutInPlacementOrder) {
  RESUMEC_NEEDS(RESUMEC_PDFTOTEXT);
  PdfFile const file{emit(sample().document)};
  std::string const expected =
      "Mara Quill mara@example.org Experience An efficient office handles difficult flights and fjords. • First point • Second point";
  EXPECT_EQ(folded(file.text()), expected);
  EXPECT_EQ(folded(file.text_in_reading_blocks()), expected);
}

TEST(Emit, ObjectStreamsAreSmallerAndSayTheSame) {
  RESUMEC_NEEDS(RESUMEC_PDFTOTEXT);
  auto const packed = emit(sample().document), classic = emit(sample().document, false);
  EXPECT_LT(packed.size(), classic.size());
  EXPECT_EQ(PdfFile{packed}.text(), PdfFile{classic}.text());
}

TEST(Emit, TheSameDocumentGivesTheSameBytes) {
  EXPECT_EQ(emit(sample().document), emit(sample().document));
  EXPECT_EQ(emit(sample().document, false), emit(sample().document, false));
}

TEST(Emit, IdentifierFollowsTheContent) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  auto const id = [](Builder const& builder) { return PdfObjects{emit(builder.document)}.trailer().at("/ID"); };
  auto other = sample();
  std::get<display::GlyphRun>(other.document.pages[0].items[0]).origin.x += Length::pt(1);
  auto retitled = sample();
  retitled.document.metadata.title = "Something else";
  EXPECT_NE(id(sample()), id(other));
  EXPECT_NE(id(sample()), id(retitled));
}

TEST(Emit, PagesHaveTheirSizes) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page(612, 792);
  builder.document.pages.push_back({{Length::micrometres(210'000), Length::micrometres(297'000)}, {}});
  builder.document.pages.push_back({{Length::pt(-5), Length::pt(1'000'000)}, {}});
  PdfObjects const objects{emit(builder.document)};
  auto const box = [&](std::size_t page) { return objects.resolve(objects.pages().at(page)).at("/MediaBox"); };
  EXPECT_EQ(box(0), (nlohmann::json{0, 0, 612, 792}));
  EXPECT_EQ(box(1), (nlohmann::json{0, 0, 595.28125, 841.875}));
  EXPECT_EQ(box(2), (nlohmann::json{0, 0, 3, 14400}));
}

TEST(Emit, AThousandEmptyPages) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  for (int i = 0; i < 1000; ++i) builder.page();
  auto const result = PdfFile{emit(builder.document)}.run(RESUMEC_QPDF, "--show-npages %");
  EXPECT_EQ(result.out, "1000\n");
}

TEST(Emit, NoPagesIsAnError) {
  auto const pdf = emit_pdf({}, {});
  ASSERT_FALSE(pdf.has_value());
  EXPECT_EQ(pdf.error(), "the document has no pages");
}

TEST(Emit, StrangeRunsDoNoHarm) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto const node = builder.node(Role::Paragraph);
  builder.text(node, 50, 100, std::string_view{"a\0b\tc", 5});
  builder.text(node, 50, 110, "");
  builder.text(node, 50, 120, "size zero").size = Length{};
  builder.text(node, 50, 130, "no font").font = {};
  builder.text(node, 50, 140, "font of another document").font = display::FontIndex{77};
  builder.text(node, 50, 150, "broken \xC3\x28 text");
  builder.text(node, 50, 160, "text gone").text.clear();
  builder.text(node, 50, 170, "far away").origin.x = Length::raw(std::int64_t{1} << 62);
  auto const result = PdfFile{emit(builder.document)}.run(RESUMEC_QPDF, "--check %");
  EXPECT_EQ(result.status, 0) << result.out;
}

}  // namespace
}  // namespace resumec::testing

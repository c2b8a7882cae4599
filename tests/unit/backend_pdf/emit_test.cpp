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

}  // namespace
}  // namespace resumec::testing

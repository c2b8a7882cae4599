#include "backend/pdf/links.hpp"

#include "backend/pdf/emit.hpp"
#include "unit/backend_pdf/builder.hpp"
#include "unit/backend_pdf/pdf_file.hpp"

#include <gmock/gmock.h>

namespace resumec::testing {
namespace {

using backend::pdf::to_uri;

PdfObjects emit(Builder const& builder) {
  auto const pdf = backend::pdf::emit_pdf(builder.document, {std::nullopt, "x", true});
  EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : pdf.error());
  return PdfObjects{pdf.value_or("")};
}

nlohmann::json annotations(PdfObjects const& objects) {
  return objects.resolve(objects.pages().at(0)).value("/Annots", nlohmann::json::array());
}

TEST(Links, UriIsAsciiAndEncodedOnce) {
  EXPECT_EQ(to_uri("https://example.org/a%20b?q=1#x"), "https://example.org/a%20b?q=1#x");
  EXPECT_EQ(to_uri("https://example.org/ü b<c>"), "https://example.org/%C3%BC%20b%3Cc%3E");
  EXPECT_EQ(to_uri(std::string_view{"a\0b", 3}), "a%00b");
}

TEST(Links, AnnotationSaysWhereAndWhat) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto const link = builder.node(Role::Link, builder.node(Role::Paragraph));
  builder.text(link, 50, 100, "github.com/mara");
  builder.link(link, "https://github.com/mara", "GitHub profile of Mara Quill", 50, 91, 80);
  auto const objects = emit(builder);
  ASSERT_EQ(annotations(objects).size(), 1U);
  auto const& annotation = objects.resolve(annotations(objects).at(0));
  EXPECT_EQ(annotation.at("/Subtype"), "/Link");
  EXPECT_EQ(annotation.at("/Rect"), (nlohmann::json{50, 739, 130, 751}));
  EXPECT_EQ(annotation.at("/F"), 4);
  EXPECT_EQ(annotation.at("/Border"), (nlohmann::json{0, 0, 0}));
  EXPECT_EQ(annotation.at("/Contents"), "u:GitHub profile of Mara Quill");
  EXPECT_EQ(annotation.at("/A").at("/S"), "/URI");
  EXPECT_EQ(annotation.at("/A").at("/URI"), "u:https://github.com/mara");
  EXPECT_EQ(annotation.at("/StructParent"), 1);
}

TEST(Links, WithoutDescriptionTheAddressIsRead) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  builder.link(builder.node(Role::Link), "https://example.org/é", "", 50, 91, 80);
  auto const objects = emit(builder);
  EXPECT_EQ(objects.resolve(annotations(objects).at(0)).at("/Contents"), "u:https://example.org/é");
}

TEST(Links, WhatCannotBeALinkIsLeftOut) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto const link = builder.node(Role::Link);
  builder.text(link, 50, 100, "text stays");
  builder.link(link, "", "no address", 50, 91, 80);
  builder.link(link, "https://example.org/" + std::string(40'000, 'x'), "too long for PDF", 50, 91, 80);
  builder.link(builder.node(Role::Artifact), "https://example.org", "in a running head", 50, 91, 80);
  builder.document.pages[0].items.emplace_back(display::LinkArea{link, base::LinkId{99}, {}});
  EXPECT_TRUE(annotations(emit(builder)).empty());
}

}  // namespace
}  // namespace resumec::testing

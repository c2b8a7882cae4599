#include "backend/pdf/metadata.hpp"

#include "backend/pdf/emit.hpp"
#include "unit/backend_pdf/builder.hpp"
#include "unit/backend_pdf/pdf_file.hpp"

#include <gmock/gmock.h>

namespace resumec::backend::pdf {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

display::Metadata const metadata{"Résumé <of> \"Ann & Bo\"", "Ann 𝒪", "Research", "de-CH", {"C++", "R&D"}};

TEST(Metadata, XmpEscapesMarkup) {
  auto const xmp = xmp_packet(metadata, {"resumec 0.1.0", std::nullopt});
  EXPECT_THAT(xmp, HasSubstr("<rdf:li xml:lang=\"x-default\">Résumé &lt;of&gt; &quot;Ann &amp; Bo&quot;</rdf:li>"));
  EXPECT_THAT(xmp, HasSubstr("<dc:creator><rdf:Seq><rdf:li>Ann 𝒪</rdf:li></rdf:Seq></dc:creator>"));
  EXPECT_THAT(xmp, HasSubstr("<dc:language><rdf:Bag><rdf:li>de-CH</rdf:li></rdf:Bag></dc:language>"));
  EXPECT_THAT(xmp, HasSubstr("<rdf:li>C++</rdf:li><rdf:li>R&amp;D</rdf:li>"));
  EXPECT_THAT(xmp, HasSubstr("<pdfuaid:part>1</pdfuaid:part>"));
  EXPECT_THAT(xmp, HasSubstr("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
}

TEST(Metadata, XmpHoldsNoCharacterThatXmlForbids) {
  auto const xmp = xmp_packet({std::string{"a\0b\x01\xFF\uFFFE", 8}, "", "", "en", {}}, {"x", std::nullopt});
  EXPECT_THAT(xmp, HasSubstr(">a b \uFFFD <"));
}

TEST(Metadata, NoDateWithoutOne) {
  EXPECT_THAT(xmp_packet(metadata, {"x", std::nullopt}), Not(HasSubstr("Date")));
  EXPECT_THAT(xmp_packet(metadata, {"x", std::int64_t{1} << 60}), Not(HasSubstr("Date")));
}

TEST(Metadata, DatesAreCivil) {
  EXPECT_THAT(xmp_packet(metadata, {"x", 1'709'210'096}), HasSubstr("<xmp:ModifyDate>2024-02-29T12:34:56Z</xmp:ModifyDate>"));
  EXPECT_THAT(xmp_packet(metadata, {"x", -1}), HasSubstr("<xmp:CreateDate>1969-12-31T23:59:59Z</xmp:CreateDate>"));
}

TEST(Metadata, FileSaysTheSameInBothPlaces) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  resumec::testing::Builder builder;
  builder.page();
  builder.document.metadata = metadata;
  auto const pdf = emit_pdf(builder.document, {1'709'210'096, "resumec 0.1.0", true});
  ASSERT_TRUE(pdf);
  resumec::testing::PdfObjects const objects{*pdf};
  auto const& info = objects.resolve(objects.trailer().at("/Info"));
  EXPECT_EQ(info.at("/Title"), "u:Résumé <of> \"Ann & Bo\"");
  EXPECT_EQ(info.at("/Author"), "u:Ann 𝒪");
  EXPECT_EQ(info.at("/Keywords"), "u:C++, R&D");
  EXPECT_EQ(info.at("/Producer"), "u:resumec 0.1.0");
  EXPECT_EQ(info.at("/CreationDate"), "u:D:20240229123456Z");
  EXPECT_EQ(info.at("/ModDate"), "u:D:20240229123456Z");
  auto const& catalog = objects.catalog();
  EXPECT_EQ(catalog.at("/Lang"), "u:de-CH");
  EXPECT_EQ(catalog.at("/MarkInfo").at("/Marked"), true);
  EXPECT_EQ(catalog.at("/ViewerPreferences").at("/DisplayDocTitle"), true);
  EXPECT_THAT(objects.stream(catalog.at("/Metadata")), HasSubstr("2024-02-29T12:34:56Z"));
  EXPECT_FALSE(objects.resolve(catalog.at("/Metadata")).contains("/Filter"));
  EXPECT_EQ(objects.trailer().at("/ID").size(), 2U);
}

TEST(Metadata, ADocumentWithoutLanguageSaysSo) { EXPECT_EQ(language_of({}), "und"); }

}  // namespace
}  // namespace resumec::backend::pdf

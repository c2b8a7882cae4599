// The wall around libharu: limits become errors in words, never crashes, and both writers say the same.
#include "backend/pdf/haru/doc.hpp"

#include "unit/backend_pdf/pdf_file.hpp"

#include <gmock/gmock.h>

namespace resumec::backend::pdf::haru {
namespace {

using base::Length;
using resumec::testing::PdfFile;
using resumec::testing::PdfObjects;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string saved(Doc& doc, SaveMode mode = SaveMode::ObjectStreams) {
  auto const pdf = doc.save(mode);
  EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : pdf.error());
  return pdf.value_or("");
}

TEST(ObjectStore, ValuesComeOutAsTheyWentIn) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  for (auto const mode : {SaveMode::ObjectStreams, SaveMode::Classic}) {
    Doc doc;
    doc.page();
    auto values = doc.object();
    doc.catalog().set("Values", values);
    values.set("Number", -7).set("True", true).set("Real", Length::milli_pt(595'276)).set("Name", Name{"A/B"}).set("Null", Null{});
    values.set("Plain", Text{"a (b) \\ c"}).set("Wide", Text{"né 𝒪"}).set("Hex", Bytes{std::string_view{"\0\xFF", 2}});
    values.array("Array").add(1).add(Name{"x"}).dict().set("Inner", values);
    auto const bytes = saved(doc, mode);
    EXPECT_THAT(bytes, StartsWith("%PDF-1.7\n"));
    PdfObjects const objects{bytes};
    auto const& read = objects.resolve(objects.catalog().at("/Values"));
    EXPECT_EQ(read.at("/Number"), -7);
    EXPECT_EQ(read.at("/True"), true);
    EXPECT_EQ(read.at("/Real"), 595.28125);  // to 1/32
    EXPECT_EQ(read.at("/Name"), "/A/B");
    EXPECT_EQ(read.at("/Plain"), "u:a (b) \\ c");
    EXPECT_EQ(read.at("/Wide"), "u:né 𝒪");
    EXPECT_EQ(read.at("/Hex"), "b:00ff");
    EXPECT_EQ(read.at("/Array").at(2).at("/Inner"), objects.catalog().at("/Values"));
  }
}

TEST(ObjectStore, StreamsKeepTheirBytes) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  std::string data;
  for (int i = 0; i < 20'000; ++i) data += static_cast<char>(i * i % 251);
  for (auto const mode : {SaveMode::ObjectStreams, SaveMode::Classic}) {
    Doc doc;
    doc.set_content(doc.page(), "q Q\n");
    doc.catalog().set("Raw", doc.stream(data, Filter::None)).set("Empty", doc.stream("", Filter::Flate));
    auto const bytes = saved(doc, mode);
    EXPECT_EQ(PdfFile{bytes}.run(RESUMEC_QPDF, "--check %").status, 0);
    PdfObjects const objects{bytes};
    EXPECT_EQ(objects.content(0), "q Q\n");
    EXPECT_EQ(objects.stream(objects.catalog().at("/Raw")), data);
    EXPECT_EQ(objects.stream(objects.catalog().at("/Empty")), "");
  }
}

TEST(ObjectStore, ObjectStreamsAreSeveralWhereObjectsAreMany) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Doc doc;
  doc.page();
  auto list = doc.catalog().array("List");
  for (int i = 0; i < 1000; ++i) list.add(doc.object().set("I", i));
  auto const bytes = saved(doc);
  auto const check = PdfFile{bytes}.run(RESUMEC_QPDF, "--check %");
  EXPECT_EQ(check.status, 0) << check.out;
  PdfObjects const objects{bytes};
  EXPECT_EQ(objects.resolve(objects.catalog().at("/List").at(999)).at("/I"), 999);
}

TEST(ObjectStore, LongStringsAreCutBetweenCharacters) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += "𝒪";
  Doc doc;
  doc.page();
  doc.info().set("Title", Text{text}).set("Subject", Text{std::string(100'000, 'x')});
  PdfObjects const objects{saved(doc)};
  auto const& info = objects.resolve(objects.trailer().at("/Info"));
  auto const title = info.at("/Title").get<std::string>();
  EXPECT_EQ((title.size() - 2) % 4, 0U);
  EXPECT_EQ(title.substr(title.size() - 4), "𝒪");
  EXPECT_EQ(info.at("/Subject").get<std::string>().size(), 32'767U + 2);
}

TEST(ObjectStore, FirstErrorIsSaidInWordsAndNothingFollowsIt) {
  Doc doc;
  doc.page();
  auto list = doc.catalog().array("List");
  for (int i = 0; i < 40'000; ++i) list.add(i);  // libharu 2.3 takes 32,767
  doc.object().set("After", 1);
  auto const pdf = doc.save(SaveMode::ObjectStreams);
  if (pdf) GTEST_SKIP() << "this libharu has no such limit";
  EXPECT_EQ(pdf.error(), "libharu refuses `array` with error 0x1001");
}

TEST(ObjectStore, AnObjectAddedTwiceIsAnError) {
  Doc doc;
  doc.page();
  auto const direct = doc.dict();
  doc.catalog().set("A", direct).set("B", direct);
  auto const pdf = doc.save(SaveMode::Classic);
  ASSERT_FALSE(pdf.has_value());
  EXPECT_THAT(pdf.error(), StartsWith("libharu refuses `B`"));
}

}  // namespace
}  // namespace resumec::backend::pdf::haru

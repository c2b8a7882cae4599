#include "backend/pdf/structure.hpp"

#include "backend/pdf/emit.hpp"
#include "unit/backend_pdf/builder.hpp"
#include "unit/backend_pdf/pdf_file.hpp"
#include "unit/backend_pdf/structure_check.hpp"

#include <gmock/gmock.h>

namespace resumec::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string emit(Builder const& builder, bool object_streams = true) {
  auto const pdf = backend::pdf::emit_pdf(builder.document, {std::nullopt, "x", object_streams});
  EXPECT_TRUE(pdf.has_value()) << (pdf ? "" : pdf.error());
  return pdf.value_or("");
}

/// All roles, an entry that goes on on the second page, a link over two lines.
Builder everything() {
  Builder builder;
  builder.page();
  builder.text(builder.node(Role::Heading, NodeId{0}, 1), 50, 60, "Mara Quill");
  auto const contact = builder.node(Role::Paragraph);
  builder.text(contact, 50, 80, "See ");
  auto const link = builder.node(Role::Link, contact);
  builder.text(link, 80, 80, "the long ");
  builder.link(link, "https://example.org", "Home page", 80, 71, 40);
  builder.text(link, 50, 92, "address");
  builder.link(link, "https://example.org", "Home page", 50, 83, 40);
  builder.text(contact, 90, 92, " and on.");
  builder.rule(50, 100, 495, 1);
  auto const section = builder.node(Role::Section);
  builder.text(builder.node(Role::Heading, section, 2), 50, 120, "Experience");
  auto const entry = builder.node(Role::Entry, section);
  builder.text(builder.node(Role::Heading, entry, 3), 50, 140, "Engineer");
  auto const paragraph = builder.node(Role::Paragraph, entry);
  auto const plain = builder.node(Role::Span, paragraph);
  builder.text(plain, 50, 152, "In ");
  auto const foreign = builder.node(Role::Span, paragraph);
  builder.at(foreign).lang = "de";
  builder.text(foreign, 70, 152, "Zürich ");
  builder.text(builder.node(Role::Strong, paragraph), 120, 152, "strong ");
  builder.text(builder.node(Role::Reference, paragraph), 160, 152, "[1]");
  auto const list = builder.node(Role::List, entry);
  builder.at(list).numbered_list = true;
  for (int i = 0; i < 2; ++i) {
    if (i == 1) builder.page();
    auto const item = builder.node(Role::ListItem, list);
    builder.text(builder.node(Role::ListLabel, item), 50, 170, i == 0 ? "1." : "2.");
    builder.text(builder.node(Role::ListBody, item), 65, 170, "Point");
  }
  builder.text(paragraph, 50, 190, "late words");
  builder.text(builder.node(Role::Quote, section), 50, 210, "A quotation");
  builder.text(builder.node(Role::Note, section), 50, 230, "A note");
  builder.text(builder.node(Role::Note, section), 50, 250, "Another note");
  builder.text(builder.node(Role::Artifact), 50, 800, "1 / 2");
  return builder;
}

TEST(Structure, CheckerFindsNothing) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  for (bool const object_streams : {true, false}) {
    PdfObjects const objects{emit(everything(), object_streams)};
    EXPECT_THAT(structure_problems(objects), IsEmpty());
    EXPECT_EQ(structure_outline(objects),
              "Document(H1 P(Link) Sect(H2 Sect(H3 P(Span Span Reference) L(LI(Lbl LBody) LI(Lbl LBody))) BlockQuote Note Note))");
  }
}

TEST(Structure, OthersReadTheTreeInOrder) {
  RESUMEC_NEEDS(RESUMEC_PDFINFO);
  auto const out = folded(PdfFile{emit(everything())}.run(RESUMEC_PDFINFO, "-struct-text %").out);
  EXPECT_THAT(out, HasSubstr("H1 (block) \"Mara Quill\" P (block) \"See \" Link (inline) \"the long address\" Object"));
  EXPECT_THAT(out, HasSubstr("\" and on.\" Sect H2 (block) \"Experience\" Sect H3 (block) \"Engineer\" P (block) \"In \""
                             " Span (inline) \"Zürich \" Span (inline) \"strong \" Reference (inline) \"[1]\" \"late words\""));
  EXPECT_THAT(out, HasSubstr("/ListNumbering /Decimal LI (block) Lbl (block) \"1.\" LBody (block) \"Point\""
                             " LI (block) Lbl (block) \"2.\" LBody (block) \"Point\""));
}

TEST(Structure, LanguageIsSaidWhereItChanges) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto const section = builder.node(Role::Section);
  builder.at(section).lang = "fr";
  auto const same = builder.node(Role::Paragraph, section);
  builder.at(same).lang = "fr";
  builder.text(same, 50, 60, "bonjour");
  auto const other = builder.node(Role::Paragraph, section);
  builder.at(other).lang = "en";
  builder.text(other, 50, 80, "hello");
  PdfObjects const objects{emit(builder)};
  auto const& document = objects.resolve(objects.resolve(objects.catalog().at("/StructTreeRoot")).at("/K"));
  EXPECT_FALSE(document.contains("/Lang"));  // the catalogue's
  auto const& french = objects.resolve(document.at("/K").at(0));
  EXPECT_EQ(french.at("/Lang"), "u:fr");
  EXPECT_FALSE(objects.resolve(french.at("/K").at(0)).contains("/Lang"));
  EXPECT_EQ(objects.resolve(french.at("/K").at(1)).at("/Lang"), "u:en");
}

// Two columns over two pages: the tree has the main column, then the side column, whatever the pages say.
TEST(Structure, ColumnsOverPagesKeepTheTreesOrder) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto const main = builder.node(Role::Section), side = builder.node(Role::Section);
  auto const first = builder.node(Role::Heading, main, 1), second = builder.node(Role::Paragraph, main),
             third = builder.node(Role::List, side);
  auto const body = builder.node(Role::ListBody, builder.node(Role::ListItem, third));
  builder.text(first, 50, 60, "Main");
  builder.text(body, 300, 60, "Side");
  builder.page();
  builder.text(second, 50, 60, "More of the main column");
  PdfObjects const objects{emit(builder)};
  EXPECT_THAT(structure_problems(objects), IsEmpty());
  EXPECT_EQ(structure_outline(objects), "Document(Sect(H1 P) Sect(L(LI(LBody))))");
}

TEST(Structure, FigureHasItsTextAndItsBox) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  using Kind = display::PathCommand::Kind;
  auto const square = [&](NodeId node) {
    auto const at = [](std::int64_t x, std::int64_t y) { return base::Point{Length::pt(x), Length::pt(y)}; };
    builder.document.pages.back().items.emplace_back(display::Path{
        node,
        {{Kind::Move, at(10, 42), {}, {}}, {Kind::Line, at(20, 42), {}, {}}, {Kind::Line, at(20, 52), {}, {}}, {Kind::Close, {}, {}, {}}},
        {}});
  };
  auto const figure = builder.node(Role::Figure);
  builder.at(figure).alt = "level 3 of 5";
  square(figure);
  square(builder.node(Role::Figure));  // without a text: decoration
  square(builder.node(Role::Artifact));
  PdfObjects const objects{emit(builder)};
  EXPECT_EQ(structure_outline(objects), "Document(Figure)");
  auto const& element = objects.resolve(objects.resolve(objects.resolve(objects.catalog().at("/StructTreeRoot")).at("/K")).at("/K").at(0));
  EXPECT_EQ(element.at("/Alt"), "u:level 3 of 5");
  EXPECT_EQ(element.at("/A").at("/BBox"), (nlohmann::json{10, 790, 20, 800}));
  EXPECT_THAT(objects.content(0), HasSubstr("EMC\n/Artifact BMC\n"));
}

TEST(Structure, ALinkOutsideALinkNodeGetsAnElement) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto const paragraph = builder.node(Role::Paragraph);
  builder.text(paragraph, 50, 60, "example.org");
  builder.link(paragraph, "https://example.org", "Home page", 50, 51, 60);
  PdfObjects const objects{emit(builder)};
  EXPECT_THAT(structure_problems(objects), IsEmpty());
  EXPECT_EQ(structure_outline(objects), "Document(P(Link))");
}

TEST(Structure, ALinkNodeWithoutAreaIsAPlainSpan) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  builder.text(builder.node(Role::Link, builder.node(Role::Paragraph)), 50, 60, "example.org");
  EXPECT_EQ(structure_outline(PdfObjects{emit(builder)}), "Document(P(Span))");
}

TEST(Structure, ManyKeysMakeAParentTreeWithLeaves) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  for (int i = 0; i < 30; ++i) {
    builder.page();
    for (int k = 0; k < 40; ++k) builder.link(builder.node(Role::Link), "https://example.org", "Home page", 50, 20 * k, 60);
  }
  PdfObjects const objects{emit(builder)};
  EXPECT_THAT(structure_problems(objects), IsEmpty());
  auto const& tree = objects.resolve(objects.resolve(objects.catalog().at("/StructTreeRoot")).at("/ParentTree"));
  EXPECT_EQ(tree.at("/Kids").size(), 2U);
}

TEST(Structure, DamagedTreesStillGiveSoundFiles) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto const a = builder.node(Role::Section), b = builder.node(Role::Paragraph, a);
  builder.at(b).children = {a, b, NodeId{0}, NodeId{900}, NodeId{}};  // cycles and strangers
  builder.text(b, 50, 60, "kept");
  auto const orphan = builder.node(Role::Paragraph);
  builder.at(NodeId{0}).children.pop_back();
  builder.text(orphan, 50, 80, "unreachable: an artifact");
  builder.text(NodeId{4000}, 50, 100, "no node");
  builder.text(NodeId{}, 50, 120, "none at all");
  PdfObjects const objects{emit(builder)};
  EXPECT_THAT(structure_problems(objects), IsEmpty());
  EXPECT_EQ(structure_outline(objects), "Document(Sect(P))");
}

TEST(Structure, DeepTreesDoNotExhaustTheStack) {
  Builder builder;
  builder.page();
  NodeId node{0};
  for (int i = 0; i < 20'000; ++i) node = builder.node(Role::Section, node);
  builder.text(node, 50, 60, "deep");
  EXPECT_FALSE(emit(builder).empty());
}

TEST(Structure, AListMayHaveMoreItemsThanAnArrayHasPlaces) {
  Builder builder;
  auto const list = builder.node(Role::List);
  for (int i = 0; i < 33000; ++i) {
    if (i % 1000 == 0) builder.page();
    builder.text(builder.node(Role::ListBody, builder.node(Role::ListItem, list)), 65, 170, "x");
  }
  auto const pdf = emit(builder, false);
  std::size_t lists = 0, items = 0;
  for (std::size_t at = 0; (at = pdf.find("/S /L", at)) != std::string::npos; ++at) {
    char const behind = pdf[at + 5];
    if (behind == 'I') ++items;
    if (behind == ' ' || behind == '\n' || behind == '/' || behind == '>') ++lists;
  }
  EXPECT_EQ(items, 33000U);
  EXPECT_EQ(lists, 6U);  // one around five
}

}  // namespace
}  // namespace resumec::testing

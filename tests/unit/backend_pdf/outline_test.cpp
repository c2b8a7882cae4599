#include "backend/pdf/emit.hpp"
#include "unit/backend_pdf/builder.hpp"
#include "unit/backend_pdf/pdf_file.hpp"

#include <gmock/gmock.h>

namespace resumec::testing {
namespace {

/// "Title(children)" of all items below one, following First and Next and checking Prev, Last and Parent.
std::string tree(PdfObjects const& objects, nlohmann::json const& reference) {
  std::string out;
  auto const& node = objects.resolve(reference);
  nlohmann::json previous;
  for (auto next = node.value("/First", nlohmann::json{}); !next.is_null();) {
    auto const& item = objects.resolve(next);
    EXPECT_EQ(item.value("/Prev", nlohmann::json{}), previous);
    EXPECT_EQ(item.at("/Parent"), reference);
    auto const below = tree(objects, next);
    out += item.at("/Title").get<std::string>().substr(2) + (below.empty() ? "" : "(" + below + ")") + " ";
    previous = next;
    next = item.value("/Next", nlohmann::json{});
  }
  EXPECT_EQ(node.value("/Last", nlohmann::json{}), previous);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

TEST(Outline, LevelsBecomeATree) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page().page(612, 792);
  builder.document.outline = {{"A", 2, 0, Length::pt(100)}, {"a 1", 3, 0, Length{}},  {"a 2 é𝒪", 4, 0, Length{}}, {"", 1, 0, Length{}},
                              {"B", 2, 1, Length::pt(92)},  {"lost", 2, 7, Length{}}, {"C", -3, 1, Length{}}};
  auto const pdf = backend::pdf::emit_pdf(builder.document, {std::nullopt, "x", true});
  ASSERT_TRUE(pdf);
  PdfObjects const objects{*pdf};
  auto const& outlines = objects.catalog().at("/Outlines");
  EXPECT_EQ(tree(objects, outlines), "A(a 1(a 2 é𝒪)) B C");
  EXPECT_EQ(objects.resolve(outlines).at("/Count"), 5);
  auto const& second = objects.resolve(objects.resolve(objects.resolve(outlines).at("/First")).at("/Next"));
  nlohmann::json const expected = {objects.pages().at(1), "/XYZ", nullptr, 700, nullptr};
  EXPECT_EQ(second.at("/Dest"), expected);
}

TEST(Outline, NoneWithoutTitles) {
  RESUMEC_NEEDS(RESUMEC_QPDF);
  Builder builder;
  builder.page();
  auto const pdf = backend::pdf::emit_pdf(builder.document, {std::nullopt, "x", true});
  ASSERT_TRUE(pdf);
  EXPECT_FALSE(PdfObjects{*pdf}.catalog().contains("/Outlines"));
}

}  // namespace
}  // namespace resumec::testing

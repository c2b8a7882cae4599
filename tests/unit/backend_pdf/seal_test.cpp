// What an output says of itself: read back from the bytes as they were written, and from no others.
#include "backend/pdf/seal.hpp"

#include "backend/pdf/emit.hpp"
#include "unit/backend_pdf/builder.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <numeric>
#include <thread>
#include <vector>

namespace resumec::testing {
namespace {

using backend::pdf::emit_pdf;
using backend::pdf::PdfOptions;
using backend::pdf::read_seal;

constexpr base::Digest inputs{0xAB, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0xFF};

std::string sealed(std::string_view words, bool object_streams = true) {
  Builder builder;
  builder.page();
  builder.text(builder.node(Role::Paragraph), 50, 60, words);
  PdfOptions options{std::nullopt, "resumec test", object_streams};
  options.inputs = inputs;
  options.note = "pages=1";
  return emit_pdf(builder.document, options).value_or("");
}

TEST(Seal, IsReadBackFromBothFormsOfFile) {
  for (bool const object_streams : {true, false}) {
    auto const seal = read_seal(sealed("Mara Quill", object_streams));
    ASSERT_TRUE(seal);
    EXPECT_EQ(seal->inputs, inputs);
    EXPECT_EQ(seal->note, "pages=1");
  }
}

TEST(Seal, AnyOtherByteBreaksIt) {
  auto const pdf = sealed("Mara Quill");
  for (std::size_t at = 0; at < pdf.size(); at += 1 + pdf.size() / 400) {
    auto other = pdf;
    other[at] = static_cast<char>(other[at] ^ 1);
    auto const seal = read_seal(other);
    // The half of /ID that says what the file was made from may be another, but never a wrong one that passes.
    EXPECT_TRUE(!seal || seal->inputs != inputs) << "byte " << at;
  }
}

TEST(Seal, NoPartOfTheFileHasOne) {
  auto const pdf = sealed("Mara Quill");
  for (std::size_t size = 0; size < pdf.size(); size += 1 + pdf.size() / 200) EXPECT_FALSE(read_seal(pdf.substr(0, size))) << size;
  EXPECT_FALSE(read_seal(pdf + " "));
  EXPECT_FALSE(read_seal("/ID"));
  EXPECT_FALSE(read_seal("/ID[<00000000000000000000000000000000><00000000000000000000000000000000>]"));
}

TEST(Seal, DiffersWhereThePagesDo) {
  auto const second_half = [](std::string const& pdf) { return pdf.substr(pdf.find("/ID[<") + 39, 32); };
  EXPECT_NE(second_half(sealed("Mara Quill")), second_half(sealed("Mara Quills")));
  EXPECT_EQ(second_half(sealed("Mara Quill")), second_half(sealed("Mara Quill")));
}

TEST(FontPrograms, ChangeNoByteOfLaterDocuments) {
  backend::pdf::FontPrograms programs;
  auto const emit = [&](std::string_view words, backend::pdf::FontPrograms* known) {
    Builder builder;
    builder.page();
    builder.text(builder.node(Role::Paragraph), 50, 60, words);
    builder.text(builder.node(Role::Paragraph), 50, 90, words, {.font = noto});
    PdfOptions options{std::nullopt, "resumec test", true};
    options.programs = known;
    return emit_pdf(builder.document, options).value_or("");
  };
  for (auto const* words : {"Mara Quill", "Quill, Mara", "liQua Mrl", "Other letters", "Mara Quill"}) {
    EXPECT_EQ(emit(words, &programs), emit(words, nullptr)) << words;
  }
}

TEST(FontPrograms, AreMadeOnceForTheSameGlyphs) {
  Builder builder;
  builder.page();
  builder.text(builder.node(Role::Paragraph), 50, 60, "Mara");
  backend::pdf::FontPrograms programs;
  std::uint32_t const some[] = {36, 37}, others[] = {36, 38};
  auto const& font = builder.document.fonts.front();
  auto const first = programs.subset(font, some);
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(*first, *programs.subset(font, some));
  EXPECT_NE(*first, *programs.subset(font, others));
}

TEST(FontPrograms, AreMadeOnceForAllThreads) {
  Builder builder;
  builder.page();
  builder.text(builder.node(Role::Paragraph), 50, 60, "Mara");
  backend::pdf::FontPrograms programs;
  std::vector<std::uint32_t> glyphs(200);
  std::iota(glyphs.begin(), glyphs.end(), 0U);
  std::vector<std::shared_ptr<backend::pdf::FontProgram const>> made(4);
  std::vector<std::thread> threads;
  for (auto& program : made)
    threads.emplace_back([&] { program = programs.subset(builder.document.fonts.front(), glyphs).value_or(nullptr); });
  for (auto& thread : threads) thread.join();
  ASSERT_NE(made.front(), nullptr);
  EXPECT_EQ(made, std::vector(made.size(), made.front()));
}

TEST(FontPrograms, ThatWereBegunAreThereWhenAskedFor) {
  Builder builder;
  builder.page();
  builder.text(builder.node(Role::Paragraph), 50, 60, "Mara");
  auto const& font = builder.document.fonts.front();
  backend::pdf::FontPrograms programs, others;
  std::uint32_t const some[] = {36, 37};
  programs.begin(font, some);
  programs.begin(font, some);
  auto const begun = programs.subset(font, some), asked = others.subset(font, some);
  ASSERT_TRUE(begun.has_value());
  EXPECT_EQ((*begun)->data->data, (*asked)->data->data);
}

TEST(FontPrograms, SayEveryTimeWhatIsWrongWithAFont) {
  Builder builder;
  builder.page();
  builder.text(builder.node(Role::Paragraph), 50, 60, "Mara");
  auto font = builder.document.fonts.front();
  font.blob.bytes = font.blob.bytes.substr(0, 16);
  backend::pdf::FontPrograms programs;
  std::uint32_t const some[] = {36, 37};
  auto const first = programs.subset(font, some);
  ASSERT_FALSE(first.has_value());
  EXPECT_EQ(programs.subset(font, some).error(), first.error());
}

}  // namespace
}  // namespace resumec::testing

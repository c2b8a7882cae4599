#include "driver/comment_seal.hpp"
#include "driver/input_digest.hpp"
#include "resumec/outputs.hpp"

#include <gtest/gtest.h>

namespace resumec::driver {
namespace {

/// A LaTeX output whose inputs begin with one byte of the program, one of the fonts and one of the contents.
std::string sealed(std::uint8_t program, std::uint8_t fonts, std::uint8_t contents, std::string note = "pages=1") {
  base::Digest inputs{};
  inputs[0] = program;
  inputs[4] = fonts;
  inputs[8] = contents;
  return seal_comment("\\documentclass{article}\n", "%", {inputs, std::move(note)});
}

/// The parts that differ, in words.
std::string parts(std::string_view old, std::string_view made, OutputFormat format = OutputFormat::Latex) {
  auto const found = difference(format, old, made);
  std::string text;
  if (found.edited) text += "edited ";
  if (found.program) text += "program ";
  if (found.fonts) text += "fonts ";
  if (found.contents) text += "contents ";
  for (auto const& name : found.libraries) text += name + ' ';
  for (auto const& name : found.font_names) text += name + ' ';
  return text;
}

TEST(Difference, EveryPartIsToldFromTheOthers) {
  auto const made = sealed(1, 1, 1);
  EXPECT_EQ(parts(made, made), "");
  EXPECT_EQ(parts(sealed(1, 1, 2), made), "contents ");
  EXPECT_EQ(parts(sealed(1, 2, 1), made), "fonts ");
  EXPECT_EQ(parts(sealed(1, 2, 2), made), "fonts contents ");
  EXPECT_EQ(parts(sealed(1, 2, 1, "pages=1 fonts=A:1,B:2"), sealed(1, 1, 1, "pages=1 fonts=A:1,B:3")), "fonts B ");
}

TEST(Difference, AnotherProgramIsAllThatIsKnown) { EXPECT_EQ(parts(sealed(2, 2, 2), sealed(1, 1, 1)), "program "); }

TEST(Difference, LibrariesAreNamed) {
  EXPECT_EQ(parts(sealed(2, 2, 2, "pages=1 libraries=a:1,b:1"), sealed(1, 1, 1, "pages=1 libraries=a:1,b:2")), "program b 1 ");
}

TEST(Difference, WhatSomebodyEditedSaysNothing) {
  auto const made = sealed(1, 1, 1);
  EXPECT_EQ(parts("x" + made, made), "edited ");
  EXPECT_EQ(parts("", made), "edited ");
}

TEST(Difference, ATextSaysNothingOfItself) { EXPECT_EQ(parts("one", "two", OutputFormat::Text), "contents "); }

TEST(Difference, TheSilentBitIsNoDifference) {
  base::Digest silent{};
  mark_silent(silent);
  EXPECT_EQ(parts(seal_comment("x\n", "%", {silent, ""}), seal_comment("x\n", "%", {{}, ""})), "");
}

}  // namespace
}  // namespace resumec::driver

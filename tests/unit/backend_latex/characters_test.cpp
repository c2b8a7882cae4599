#include "backend/latex/characters.hpp"

#include <gtest/gtest.h>

namespace {

using namespace resumec::backend::latex;

TEST(Characters, ClassesOfEveryKind) {
  using enum CharacterKind;
  struct {
    char32_t character;
    CharacterKind kind;
    std::string_view tex;
  } const cases[] = {{'a', Ascii, ""},
                     {U'é', Text, ""},
                     {U'—', Text, ""},
                     {U'…', Declared, "\\textellipsis{}"},
                     {0xA0, Written, "~"},
                     {U'Ω', Script, "greek"},
                     {U'ж', Script, "cyrillic"},
                     {U'中', Script, "hani"},
                     {U'→', Declared, "\\ensuremath{\\rightarrow}"},
                     {U'ℝ', Declared, "\\ensuremath{\\mathbb{R}}"},
                     {0x1D400, Declared, "\\ensuremath{\\mathbf{A}}"},
                     {0x1D7CE, Declared, "\\ensuremath{\\mathbf{0}}"},
                     {U'ī', Declared, "\\={i}"},
                     {U'ḗ', Declared, "\\'{\\={e}}"},
                     {0x1F600, Declared, ""},
                     {0x301, Joining, ""},
                     {0x200E, Ignored, ""},
                     {0x7, Unprintable, ""},
                     {0x2028, Unprintable, ""},
                     {0xE000, Unprintable, ""},
                     {0xFFFF, Unprintable, ""}};
  for (auto const& one : cases) {
    auto const found = classify(one.character);
    EXPECT_EQ(found.kind, one.kind) << std::hex << static_cast<unsigned>(one.character);
    EXPECT_EQ(found.tex, one.tex) << std::hex << static_cast<unsigned>(one.character);
  }
}

TEST(Characters, EveryCodePointHasAClassAndBalancedTex) {
  for (char32_t c = 0; c < 0x20000; ++c) {
    auto const found = classify(c);
    int depth = 0;
    for (char const sign : found.tex) depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
    ASSERT_EQ(depth, 0) << std::hex << static_cast<unsigned>(c);
    bool const needs_tex = found.kind == CharacterKind::Written || found.kind == CharacterKind::Script;
    ASSERT_TRUE(!needs_tex || !found.tex.empty()) << std::hex << static_cast<unsigned>(c);
  }
}

}  // namespace

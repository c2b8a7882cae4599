// A LaTeX file with random texts, one a page, and what must come back from its PDF: latex_texts SEED COUNT TEX EXPECTED
//
// The texts mix the characters of all classes that the backend knows with whatever TeX would obey. EXPECTED holds one text a line.
#include "backend/latex/emit.hpp"
#include "resumec/worlds.hpp"
#include "style/layout_file.hpp"
#include "style/resolve.hpp"
#include "support/memory_files.hpp"
#include "unicode/unicode.hpp"

#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace resumec;

/// Pieces that TeX, babel or a font would not take literally.
constexpr std::string_view traps[] = {"\\",
                                      "{",
                                      "}",
                                      "$",
                                      "&",
                                      "#",
                                      "%",
                                      "_",
                                      "^",
                                      "~",
                                      "\"",
                                      "'",
                                      "`",
                                      "<<",
                                      ">>",
                                      "--",
                                      "---",
                                      "``",
                                      "''",
                                      ",,",
                                      "?`",
                                      "!`",
                                      "^^41",
                                      "^^M",
                                      "\\input{x}",
                                      "\\write18{ls}",
                                      "\\item",
                                      "\\\\[2pt]",
                                      "[a]",
                                      "*",
                                      "]",
                                      "\\end{document}",
                                      "#1",
                                      "%%",
                                      "~~",
                                      "$$",
                                      "\"a",
                                      "fi",
                                      "ffl",
                                      "\\par",
                                      "|",
                                      "=",
                                      "@",
                                      "/",
                                      "\\catcode`\\%=12",
                                      "1.5",
                                      "a:b;c!d?",
                                      "‘‘",
                                      "’’",
                                      "!‘",
                                      "–-"};

/// Letters and signs by what an engine must do for them.
constexpr std::u32string_view letters[] = {U"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
                                           U"äöüßéèçñøåłşžőğĳŧÆŒÞð¿¡«»‹›„“”‘’–—…•†‡€™§¶©®±×÷°²³¹ªº",
                                           U"αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΩάέήίόύώϊΐᾶῆ",
                                           U"абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЁЖїєґў",
                                           U"→←↔⇒≤≥≠≈∞∂∑√∈∀∃∅⊂∪∩𝒪ℝℕ𝔸𝐱α₂⁴★✓■∼≡⊕−",
                                           U"ṣḥāēīōūǧạẹḍṇṭ",
                                           U"ȘșȚțĢģĶķĻļŅņŖŗĐđĖėĮįŲųŴŵŶŷĈĉĠġŜŝŬŭ"};

template <class Table>
auto const& pick(std::mt19937& random, Table const& table) {
  return table[random() % std::size(table)];
}

std::string random_text(std::mt19937& random) {
  std::string text;
  for (auto parts = 3 + random() % 6; parts > 0; --parts) {
    if (random() % 3 == 0) {
      text += pick(random, traps);
    } else {
      auto const& alphabet = pick(random, letters);
      for (auto count = 1 + random() % 6; count > 0; --count) unicode::append(text, alphabet[random() % alphabet.size()]);
    }
    if (random() % 3 == 0) text += ' ';
  }
  return unicode::to_nfc(text);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  std::mt19937 random{static_cast<unsigned>(std::atoi(argv[1]))};
  auto const world = memory_world(testing::memory_files());
  Diagnostics diagnostics;
  auto const layout = style::load_layout("classic", Span{}, *world, diagnostics);
  if (!layout) return 1;
  style::Resolved const resolved{*layout, {}, "de", diagnostics};

  flow::Document document;
  document.metadata.lang = "de";
  document.metadata.title = random_text(random);
  document.page.metrics = resolved.metrics();
  document.styles.push_back(resolved.body("de"));
  document.nodes.emplace_back();
  document.columns.emplace_back();
  std::ofstream expected{argv[4], std::ios::binary};
  for (int i = std::atoi(argv[2]); i > 0; --i) {
    auto const text = random_text(random);
    expected << text << '\n';
    flow::Block block;
    block.kind = flow::BlockKind::Paragraph;
    block.node = flow::NodeId::from(document.nodes.size());
    document.nodes.emplace_back();
    document.nodes.back().parent = flow::NodeId{0};
    document.nodes.back().role = base::Role::Paragraph;
    block.style = flow::StyleId{0};
    flow::Inline run;
    run.node = block.node;
    run.style = block.style;
    run.text = text;
    block.inlines.push_back(std::move(run));
    document.columns.back().blocks.push_back(std::move(block));
  }
  auto tex = backend::latex::emit_latex(document, resolved, "the tests", diagnostics);
  constexpr std::string_view line = "\n\\resumeline{";
  for (auto at = tex.find(line); at != std::string::npos; at = tex.find(line, at + 20)) tex.insert(at + 1, "\\clearpage");
  std::ofstream{argv[3], std::ios::binary} << tex;
  return diagnostics.has_errors() ? 1 : 0;
}

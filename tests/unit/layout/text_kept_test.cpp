// Whatever the text and the width: nothing is lost, doubled or reordered, and no line leaves its column.
#include "support/numbers.hpp"
#include "unit/layout/flow_builder.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace resumec::layout {
namespace {

using namespace testing;
using resumec::testing::Numbers;

std::string random_text(Numbers& numbers) {
  constexpr std::array<std::string_view, 24> words = {"a",
                                                      "of",
                                                      "ovens",
                                                      "bread",
                                                      "C++",
                                                      "CI/CD",
                                                      "well-known",
                                                      "state-of-the-art",
                                                      "2019",
                                                      "–",
                                                      "Present",
                                                      "[1],",
                                                      "70",
                                                      "kB",
                                                      "ann@b.example",
                                                      "J.",
                                                      "café",
                                                      "Ελλάδα",
                                                      "https://example.org/ann/marrow?x=1",
                                                      "(555)",
                                                      "one\u00A0two",
                                                      "unverbrüchlichster",
                                                      "—",
                                                      "e-mail,"};
  std::string text;
  for (std::size_t count = 1 + numbers.below(30); count > 0; --count) {
    if (!text.empty()) text += numbers.below(12) == 0 ? "  " : " ";
    text += words[numbers.below(words.size())];
  }
  return text;
}

TEST(AnyText, IsKeptInAnyWidthAndAlignment) {
  Press press;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Numbers numbers{seed};
    FlowBuilder flow;
    style::Metrics& metrics = flow.document.page.metrics;
    metrics.page_width = Length::pt(static_cast<std::int64_t>(60 + numbers.below(500)));
    metrics.page_height = Length::pt(4000);
    auto const align = static_cast<style::Align>(numbers.below(5));
    Em const tracking = Em::milli(static_cast<std::int32_t>(numbers.below(2) * 60));
    StyleId const style = flow.style([&](auto& made) {
      made.align = align;
      made.tracking = tracking;
      made.hyphenate = static_cast<style::Hyphenate>(numbers.below(3));
    });
    StyleId const small = flow.style([&](auto& made) {
      made.size = Em::milli(700);
      made.caps = numbers.below(2) == 0 ? style::Caps::None : style::Caps::Small;
    });
    std::string expected;
    for (int paragraph = 0; paragraph < 3; ++paragraph) {
      NodeId const node = flow.node(Role::Paragraph);
      std::string const first = random_text(numbers), second = random_text(numbers);
      flow.add(flow.paragraph(node, {flow.text(node, first, style), flow.text(node, second, small)}, style));
      expected += first + second + "\n";
    }
    display::Document const document = press.lay_out(flow);
    ASSERT_EQ(display::reading_order_text(document), expected) << "seed " << seed;
    // Punctuation may hang out of the edge, a full stop of the square font by 0.7 em.
    Length const hang = Length::pt(7) + Length::raw(64);
    Length const left = metrics.margin_left - hang, right = metrics.page_width - metrics.margin_right + hang;
    for (display::GlyphRun const& run : runs_of(document)) {
      Length x = run.origin.x;
      ASSERT_GE(x, left) << "seed " << seed << ": " << run.text;
      for (display::Glyph const& glyph : run.glyphs) {
        bool const space = run.text[glyph.cluster] == ' ';
        x += glyph.advance;
        if (!space) {
          ASSERT_LE(x, right) << "seed " << seed << ": " << run.text;
        }
        if (space) {
          ASSERT_GE(glyph.advance, base::at(Em::milli(170), run.size) - Length::raw(16)) << "seed " << seed << ": " << run.text;
        }
      }
    }
  }
}

}  // namespace
}  // namespace resumec::layout

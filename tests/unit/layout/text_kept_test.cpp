// Whatever the text and the width: nothing is lost, doubled or reordered, and no line leaves its column.
#include "support/numbers.hpp"
#include "unit/layout/flow_builder.hpp"

#include <gtest/gtest.h>

#include <array>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

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

/// The text of each line that `dump_lines` prints.
std::vector<std::string> lines_of(std::string_view dump) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0, end = dump.find('\n'); end != std::string_view::npos; begin = end + 1, end = dump.find('\n', begin)) {
    std::string_view const line = dump.substr(begin, end - begin);
    if (!line.starts_with("  ")) continue;
    auto const quote = line.find('"');
    lines.emplace_back(line.substr(quote + 1, line.size() - quote - 2));
  }
  return lines;
}

/// The same of a document whose line ends are in its text.
std::vector<std::string> lines_of(flow::Document const& document) {
  std::vector<std::string> lines;
  for (flow::Block const& block : document.columns.front().blocks) {
    lines.emplace_back();
    for (flow::Inline const& piece : block.inlines) {
      if (piece.kind == flow::InlineKind::LineEnd)
        lines.emplace_back();
      else
        lines.back() += piece.text;
    }
  }
  for (std::string& line : lines) line.erase(line.find_last_not_of(' ') + 1);
  return lines;
}

TEST(AnyText, HasItsLineEndsWrittenWhereTheyAre) {
  Press press;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Numbers numbers{seed};
    FlowBuilder flow;
    flow.document.page.metrics.page_width = Length::pt(static_cast<std::int64_t>(160 + numbers.below(500)));
    StyleId const style = flow.style([&](auto& made) { made.hyphenate = static_cast<style::Hyphenate>(numbers.below(3)); });
    StyleId const bold = flow.style([](auto& made) { made.weight = 700; });
    for (int paragraph = 0; paragraph < 3; ++paragraph) {
      NodeId const node = flow.node(Role::Paragraph);
      flow.add(flow.paragraph(node, {flow.text(node, random_text(numbers), style), flow.text(node, random_text(numbers), bold)}, style));
    }
    ASSERT_EQ(lines_of(press.with_line_ends(flow)), lines_of(press.lines(flow))) << "seed " << seed;
  }
}

TEST(AnyText, KeepsItsSoftHyphensAndBreaksWhereLinesEndAreWritten) {
  Press press;
  FlowBuilder flow;
  NodeId const node = flow.node(Role::Paragraph);
  StyleId const style = flow.style([](auto& made) { made.hyphenate = style::Hyphenate::On; });
  flow.add(flow.paragraph(node,
                          {flow.text(node, "Laboratories and the un\u00ADsinkable light\u00ADhouses", style), flow.hard_break(node),
                           flow.text(node, "once", style)},
                          style));
  flow::Document const made = press.with_line_ends(flow);
  std::string text;
  for (flow::Inline const& piece : made.columns.front().blocks.front().inlines) {
    text += piece.kind == flow::InlineKind::HardBreak ? "|" : piece.kind == flow::InlineKind::LineEnd ? "[" + piece.text + "]" : piece.text;
  }
  EXPECT_EQ(text, "Laboratories and the un\u00AD[-]sinkable light\u00ADhouses|once");
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

/// Words with an override of direction (U+202E) stand in for Hebrew, which the square font lacks.
std::string text_of_both_directions(Numbers& numbers) {
  constexpr std::array<std::string_view, 8> words{
      "plain", "development", "(1,234)", "unverbrüchlichster", "C++", "—", "\u202Eleftward\u202C", "\u202Etwo words\u202C"};
  std::string text;
  for (std::size_t count = 2 + numbers.below(25); count > 0; --count) text += std::string{words[numbers.below(words.size())]} + " ";
  text.pop_back();
  return text;
}

TEST(AnyText, OfBothDirectionsIsKeptAndFillsItsLinesWithoutOverlap) {
  Press press;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Numbers numbers{seed};
    FlowBuilder flow;
    style::Metrics& metrics = flow.document.page.metrics;
    metrics.page_width = Length::pt(static_cast<std::int64_t>(120 + numbers.below(400)));
    metrics.page_height = Length::pt(4000);
    if (numbers.below(2) == 0) flow.document.metadata.lang = "he";
    flow.document.divisions = {"de-vel-op-ment", "left-ward"};
    StyleId const style = flow.style([&](auto& made) {
      made.align = static_cast<style::Align>(numbers.below(5));
      made.tracking = Em::milli(static_cast<std::int32_t>(numbers.below(2) * 60));
      made.hyphenate = static_cast<style::Hyphenate>(numbers.below(3));
      made.lang = numbers.below(2) == 0 ? "en" : "he";
      made.underline = numbers.below(2) == 0;
    });
    StyleId const small = flow.style([&](auto& made) { made.size = Em::milli(700); });
    std::string expected;
    for (int paragraph = 0; paragraph < 3; ++paragraph) {
      NodeId const node = flow.node(Role::Paragraph);
      std::string const first = text_of_both_directions(numbers), second = "plain " + text_of_both_directions(numbers);
      flow.add(flow.paragraph(node, {flow.text(node, first, style), flow.text(node, second, small)}, style));
      expected += first + second + "\n";
    }
    display::Document const document = press.lay_out(flow);
    ASSERT_EQ(display::reading_order_text(document), expected) << "seed " << seed;
    std::map<Length, std::map<Length, Length>> lines;  // baseline → left edge of a run → its right one
    for (display::GlyphRun const& run : runs_of(document)) {
      if (run.glyphs.empty()) continue;
      auto const [place, added] = lines[run.origin.y].emplace(run.origin.x, run.origin.x + width_of(run));
      ASSERT_TRUE(added || place->second == run.origin.x || width_of(run) == Length{}) << "seed " << seed << ": " << run.text;
    }
    for (auto const& [baseline, runs] : lines) {
      for (auto run = runs.begin(); std::next(run) != runs.end(); ++run)
        ASSERT_EQ(run->second, std::next(run)->first) << "seed " << seed << " at " << points(baseline);
    }
    Length const hang = Length::pt(7) + Length::raw(64);
    for (display::GlyphRun const& run : runs_of(document)) {
      Length x = run.origin.x;
      for (display::Glyph const& glyph : run.glyphs) {
        bool const space = run.text[glyph.cluster] == ' ';
        if (!space) {
          ASSERT_GE(x, metrics.margin_left - hang) << "seed " << seed << ": " << run.text;
          ASSERT_LE(x + glyph.advance, metrics.page_width - metrics.margin_right + hang) << "seed " << seed << ": " << run.text;
        }
        x += glyph.advance;
      }
    }
  }
}

}  // namespace
}  // namespace resumec::layout

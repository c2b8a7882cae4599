// The rules of the look on the finished value: masthead, colour, letters and spaces, measure and margins, page ends, reading order. One
// test a rule; the number in its name is the rule's.
#include "display/reading_order.hpp"
#include "look/sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace resumec::look {
namespace {

using flow::BlockKind;

/// WCAG 2.1: the ratio of luminances against white.
double contrast(base::Color color) {
  auto const linear = [](std::uint8_t value) {
    double const part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 1.05 / (0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue) + 0.05);
}

bool is_grey(base::Color color) { return color.red == color.green && color.green == color.blue; }

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The lines of each contact list.
std::map<flow::Block const*, std::vector<Line const*>> contact_lines(Sheet const& sheet) {
  std::map<flow::Block const*, std::vector<Line const*>> lists;
  for (auto const& line : sheet.lines) {
    if (line.place != nullptr && line.place->block->kind == BlockKind::Contacts) lists[line.place->block].push_back(&line);
  }
  return lists;
}

/// The best that any division of the items among as many lines achieves: the shortest line as part of the longest.
double best_balance(std::vector<double> const& items, double separator, std::size_t lines, std::size_t first, double shortest,
                    double longest) {
  double width = 0, best = 0;
  for (std::size_t last = first + 1; last <= items.size(); ++last) {
    width += items[last - 1] + (last > first + 1 ? separator : 0);
    double const least = std::min(shortest, width), most = std::max(longest, width);
    if (lines == 1) {
      if (last == items.size()) best = least / most;
    } else if (last < items.size()) {
      best = std::max(best, best_balance(items, separator, lines - 1, last, least, most));
    }
  }
  return best;
}

TEST(Look, R05_ColoursHaveContrast) {
  for (auto const& sheet : sheets()) {
    for (auto const& line : sheet->lines) {
      for (auto const* const run : line.runs) {
        auto const color = run->color;
        int const level = sheet->heading_level(line);
        bool const accent = level == 1 || level == 2 || sheet->within(run->node, Role::Link);
        auto const where = sheet->at(line) + ": \"" + run->text + "\"";
        EXPECT_GE(contrast(color), accent ? 4.5 : 7.0) << where;
        EXPECT_TRUE(accent || is_grey(color)) << where << " is coloured";
      }
    }
    for (auto const& rule : sheet->rules)
      EXPECT_GE(contrast(rule.rule->color), 4.5) << sheet->name << ", page " << rule.page + 1 << ", a rule";
    int const black = 100 - sheet->flow.styles.front().color.red * 100 / 255;
    EXPECT_TRUE(is_grey(sheet->flow.styles.front().color) && black >= 87 && black <= 92)
        << sheet->name << ": text is " << black << " % black";
  }
}

TEST(Look, R09_ContactLinesAreFewBalancedAndWithoutLooseSeparators) {
  for (auto const& sheet : sheets()) {
    for (auto const& [block, lines] : contact_lines(*sheet)) {
      EXPECT_LE(lines.size(), 3U) << sheet->at(*lines.front());
      double shortest = 1e9, longest = 0;
      for (auto const* const line : lines) {
        double const width = points(line->right - line->left);
        shortest = std::min(shortest, width);
        longest = std::max(longest, width);
        auto const text = line->text();
        for (std::string_view const separator : {"·", "|", "•", "–", ","}) {
          EXPECT_FALSE(text.starts_with(separator) || text.ends_with(separator)) << sheet->at(*line) << " starts or ends with a separator";
        }
      }
      if (shortest >= 0.85 * longest) continue;
      // Items do not break: then it is as even as they allow.
      std::vector<double> items{0};
      double separator = 0;
      for (auto const* const line : lines) {
        if (line != lines.front()) items.push_back(0);
        for (auto const* const run : line->runs) {
          double width = 0;
          for (auto const& glyph : run->glyphs) width += points(glyph.advance);
          if (run->text.find("·") != std::string::npos) {
            separator = width;
            items.push_back(0);
          } else {
            items.back() += width;
          }
        }
      }
      double const best = best_balance(items, separator, lines.size(), 0, 1e9, 0);
      EXPECT_GE(shortest / longest, best - 0.02)
          << sheet->at(*lines.front()) << ": the shortest line is " << shortest / longest << " of the longest, " << best << " is possible";
    }
  }
}

TEST(Look, R12_CapitalsAreTrackedAndSmallCapsReal) {
  for (auto const& sheet : sheets()) {
    for (auto const& style : sheet->flow.styles) {
      EXPECT_LE(style.tracking, Em::milli(90)) << sheet->name << ": extractors see spaces between letters";
      if (style.caps != style::Caps::Small && style.letter_case != style::Case::Upper) continue;
      EXPECT_TRUE(style.tracking >= Em::milli(30) && style.tracking <= Em::milli(60))
          << sheet->name << ": capitals of size " << style.size.raw() / 65536.0 << " are tracked " << style.tracking.raw() / 65536.0
          << " em";
    }
  }
}

TEST(Look, R12_QuotesAreNotTypewritten) {
  for (auto const& sheet : sheets()) {
    for (auto const& line : sheet->lines) {
      for (auto const* const run : line.runs) {
        if (sheet->within(run->node, Role::Code) || sheet->within(run->node, Role::Link)) continue;
        EXPECT_EQ(run->text.find_first_of("'\"`"), std::string::npos) << sheet->at(line);
      }
    }
  }
}

TEST(Look, R12_WordSpacesAreNeverNarrowerThanReadersSee) {
  for (auto const& sheet : sheets()) {
    for (auto const& line : sheet->lines) {
      for (auto const* const run : line.runs) {
        for (std::size_t i = 0; i < run->glyphs.size(); ++i) {
          bool const behind_the_edge = run == line.runs.back() && i + 1 == run->glyphs.size();
          if (run->text[run->glyphs[i].cluster] != ' ' || behind_the_edge) continue;
          double const width = points(run->glyphs[i].advance) / points(run->size);
          EXPECT_GE(width, 0.1699) << sheet->at(line) << ": a space of " << width << " em";
        }
      }
    }
  }
}

TEST(Look, R13_MarginsAreOfAReasonableSize) {
  constexpr Length least = Length::micrometres(16'000), most = Length::micrometres(20'000);
  for (auto const& sheet : sheets()) {
    auto const& metrics = sheet->flow.page.metrics;
    for (Length const margin : {metrics.margin_top, metrics.margin_right, metrics.margin_bottom, metrics.margin_left}) {
      EXPECT_TRUE(margin >= least && margin <= most) << sheet->name << ": a margin of " << points(margin) * 25.4 / 72 << " mm";
    }
  }
}

TEST(Look, R13_EverythingIsInsideTheMargins) {
  for (auto const& sheet : sheets()) {
    auto const& metrics = sheet->flow.page.metrics;
    Length const left = metrics.margin_left - tolerance, right = metrics.page_width - metrics.margin_right + tolerance;
    Length const top = metrics.margin_top, bottom = metrics.page_height - metrics.margin_bottom;
    for (auto const& line : sheet->lines) {
      EXPECT_TRUE(line.left >= left && line.right <= right)
          << sheet->at(line) << " is from " << points(line.left) << " to " << points(line.right) << " pt";
      if (line.place == nullptr) continue;
      EXPECT_TRUE(line.baseline > top && line.baseline <= bottom) << sheet->at(line) << " is at y " << points(line.baseline);
      if (line.marker != nullptr) {
        EXPECT_GE(line.marker->origin.x, left) << sheet->at(line) << ": its label";
      }
    }
    for (auto const& [page, rule, of_text] : sheet->rules) {
      EXPECT_TRUE(rule->rect.origin.x >= left && rule->rect.origin.x + rule->rect.size.width <= right && rule->rect.origin.y > top &&
                  rule->rect.origin.y < bottom)
          << sheet->name << ", page " << page + 1 << ", a rule at y " << points(rule->rect.origin.y);
    }
  }
}

TEST(Look, R13_CellsAndRunningHeadsKeepTheirDistance) {
  constexpr Length distance = Length::micrometres(4000);
  for (auto const& sheet : sheets()) {
    for (auto const& line : sheet->lines) {
      for (auto const& other : sheet->lines) {
        if (&other == &line || other.page != line.page || line.place == nullptr) continue;
        if (other.place == nullptr) {
          // From the text's descenders, a quarter of the size, to the head's ascenders.
          Length const between = other.baseline > line.baseline ? other.baseline - other.runs.front()->size - line.baseline
                                                                : line.baseline - line.runs.front()->size - other.baseline;
          EXPECT_GE(between, distance) << sheet->at(line) << " is " << points(between) << " pt from \"" << other.text() << '"';
        } else if (other.baseline == line.baseline && line.left < other.left) {
          EXPECT_GE(other.left - line.right, sheet->body() - tolerance)
              << sheet->at(line) << " and \"" << other.text() << "\" are " << points(other.left - line.right) << " pt apart";
        }
      }
    }
  }
}

TEST(Look, R13_LinesAreNotTooLongToRead) {
  std::size_t judged = 0;
  for (auto const& sheet : sheets()) {
    std::size_t full_lines = 0, letters = 0;
    for (auto const& line : sheet->lines) {
      if (line.place == nullptr || line.place->block->kind == BlockKind::Contacts || line.runs.front()->size != sheet->body()) continue;
      if (line.last || line.forced || line.place->cell != Cell::None) continue;
      ++full_lines;
      letters += characters(line.text());
    }
    if (full_lines == 0 || sheet->size == Sheet::Size::OfSource) continue;
    ++judged;
    std::size_t const mean = (letters + full_lines / 2) / full_lines;
    EXPECT_LE(mean, 100U) << sheet->name << ": " << letters << " letters in " << full_lines << " full lines";
  }
  EXPECT_GT(judged, 0U);
}

TEST(Look, PagesEndWithNoHeadingAndNoLonelyHeader) {
  for (auto const& sheet : sheets()) {
    for (std::size_t i = 0; i + 1 < sheet->lines.size(); ++i) {
      auto const& line = sheet->lines[i];
      auto const next = std::find_if(sheet->lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, sheet->lines.end(),
                                     [](Line const& other) { return other.place != nullptr; });
      if (line.place == nullptr || next == sheet->lines.end() || next->page == line.page) continue;
      EXPECT_NE(sheet->heading_level(line), 2) << sheet->at(line) << " is a title at the page's end";
      NodeId const above = sheet->entry_of(sheet->node_of(line)), below = sheet->entry_of(sheet->node_of(*next));
      bool const same_entry = above && (above == below || sheet->within(below, above));
      bool const header = line.place->cell != Cell::None || line.place->block->keep == flow::Keep::WithNext;
      EXPECT_FALSE(same_entry && header) << sheet->at(line) << " is parted from \"" << next->text() << '"';
    }
  }
}

TEST(Look, PagesStartWithNoLastLineOfAnEntry) {
  for (auto const& sheet : sheets()) {
    for (std::size_t i = 1; i < sheet->lines.size(); ++i) {
      auto const& line = sheet->lines[i];
      auto const before = std::find_if(sheet->lines.rbegin() + static_cast<std::ptrdiff_t>(sheet->lines.size() - i), sheet->lines.rend(),
                                       [](Line const& other) { return other.place != nullptr; });
      if (line.place == nullptr || before == sheet->lines.rend() || before->page == line.page) continue;
      // What belongs to the entry or the paragraph goes on below the first line of the page, unless that is a bullet or an entry of its
      // own.
      NodeId const entry = sheet->entry_of(sheet->node_of(line));
      bool const small = line.runs.front()->size < sheet->body() && line.place->items.empty();
      EXPECT_FALSE(small && (!entry || entry == sheet->entry_of(sheet->node_of(*before))))
          << sheet->at(line) << " is parted from \"" << before->text() << '"';
      EXPECT_FALSE(!line.first && line.last) << sheet->at(line) << " is the last line of a paragraph, alone";
    }
  }
}

TEST(Look, NothingIsOverfullMissingOrOutside) {
  for (auto const& sheet : sheets()) {
    for (auto const& found : sheet->diagnostics) {
      bool const of_the_look =
          found.kind == "overfull-line" || found.kind == "outside-page" || found.kind == "missing-glyph" || found.kind == "too-many-pages";
      EXPECT_FALSE(of_the_look) << sheet->name << ": " << found.message;
    }
  }
}

TEST(Look, ReadingOrderIsPlacementOrder) {
  for (auto const& sheet : sheets()) {
    std::vector<display::GlyphRun const*> placed, read;
    for (auto const& page : sheet->display.pages) {
      for (auto const& item : page.items) {
        auto const* const run = std::get_if<display::GlyphRun>(&item);
        if (run != nullptr && sheet->display.structure[run->node.index()].role != Role::Artifact) placed.push_back(run);
      }
    }
    for (auto const& paragraph : display::reading_order(sheet->display)) {
      for (auto const& part : paragraph.runs) read.push_back(part.run);
    }
    auto const [at, other] = std::mismatch(placed.begin(), placed.end(), read.begin(), read.end());
    EXPECT_EQ(placed.size(), read.size()) << sheet->name;
    EXPECT_TRUE(at == placed.end()) << sheet->name << ": \"" << (*at)->text << "\" is placed where \""
                                    << (other == read.end() ? "" : (*other)->text) << "\" is read";
  }
}

}  // namespace
}  // namespace resumec::look

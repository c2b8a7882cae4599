// The rules of the look on the finished value: edges, scale, rhythm, emphasis, rules, dates, bullets. One test a rule; the number in
// its name is the rule's.
#include "look/sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>

namespace resumec::look {
namespace {

using flow::BlockKind;

bool has_digit_or_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
}

bool is_bullet(Line const& line) { return line.marker != nullptr && !has_digit_or_letter(line.marker->text); }

/// The text's left edge in a column: indents of what stands around it.
Length indent_of(Sheet const& sheet, Place const& place) {
  Length indent = base::at(sheet.style(*place.block).indent, sheet.body());
  for (auto const* const item : place.items) indent += base::at(item->indent, sheet.body());
  return indent;
}

bool is_labelled(Place const& place) {
  return std::any_of(place.items.begin(), place.items.end(), [](auto const* item) {
    return std::any_of(item->marker.begin(), item->marker.end(), [](auto const& part) { return has_digit_or_letter(part.text); });
  });
}

/// Is the bold text of a run the layout's doing, not the author's?
bool is_bold(Sheet const& sheet, display::GlyphRun const& run) {
  return sheet.display.fonts[run.font.index()].weight >= 600 && !sheet.within(run.node, Role::Strong);
}

TEST(Look, R01_TextStartsOnTheLeftEdge) {
  for (auto const& sheet : sheets()) {
    for (auto const& line : sheet->lines) {
      if (line.place == nullptr || line.place->cell == Cell::Right) continue;
      auto const align = sheet->style(*line.place->block).align;
      if (align == style::Align::Center || align == style::Align::Right || is_labelled(*line.place)) continue;
      Length const expected = line.area_left + indent_of(*sheet, *line.place);
      EXPECT_TRUE(same(line.left, expected)) << sheet->at(line) << " starts at " << points(line.left) << " pt, its edge is at "
                                             << points(expected) << " pt";
    }
  }
}

TEST(Look, R01_LabelledListsHaveOneEdgeAndStartAtTheColumns) {
  for (auto const& sheet : sheets()) {
    std::map<flow::Block const*, std::pair<Line const*, Length>> first_of;  // list → first line, leftmost label
    for (auto const& line : sheet->lines) {
      if (line.place == nullptr || line.place->cell == Cell::Right || line.place->list == nullptr || line.place->items.size() != 1)
        continue;
      if (!is_labelled(*line.place)) continue;
      Length const label = line.marker != nullptr ? line.marker->origin.x - line.area_left : Length::pt(1000);
      auto const [found, is_new] = first_of.emplace(line.place->list, std::pair{&line, label});
      auto& [first, leftmost] = found->second;
      leftmost = std::min(leftmost, label);
      Length const left = line.left - line.area_left, other = first->left - first->area_left;
      EXPECT_TRUE(same(left, other)) << sheet->at(line) << " is indented by " << points(left) << " pt, the list's first line \""
                                     << first->text() << "\" by " << points(other) << " pt";
    }
    for (auto const& [list, first] : first_of) {
      EXPECT_TRUE(same(first.second, Length{})) << sheet->at(*first.first) << ": the leftmost label of the list starts "
                                                << points(first.second) << " pt right of the column's edge";
    }
  }
}

TEST(Look, R01_AtMostTwoIndents) {
  for (auto const& sheet : sheets()) {
    std::set<std::int64_t> indents;
    for (auto const& line : sheet->lines) {
      if (line.place == nullptr || line.place->items.empty() || is_labelled(*line.place)) continue;
      if (line.place->items.size() > 2) continue;  // the author nests deeper: README.md
      indents.insert((line.left - line.area_left).raw() / tolerance.raw());
    }
    EXPECT_LE(indents.size(), 2U) << sheet->name << " has more than two indents of bullets";
  }
}

TEST(Look, R01_JustifiedLinesAndRightCellsEndOnTheRightEdge) {
  for (auto const& sheet : sheets()) {
    for (auto const& line : sheet->lines) {
      if (line.place == nullptr) continue;
      EXPECT_LE(line.right, line.area_right + tolerance)
          << sheet->at(line) << " ends at " << points(line.right) << " pt, its edge is at " << points(line.area_right);
      bool const justified =
          sheet->style(*line.place->block).align == style::Align::Justify && line.place->cell == Cell::None && !line.last && !line.forced;
      if (!justified && line.place->cell != Cell::Right) continue;
      EXPECT_TRUE(same(line.right, line.area_right))
          << sheet->at(line) << " ends at " << points(line.right) << " pt, its edge is at " << points(line.area_right);
    }
  }
}

/// How far a line would have to stretch, against what its spaces (by half) and glyphs (by a fiftieth) can, if its last word went down.
double stretch_without_last_word(Line const& line) {
  struct Part {
    double letters = 0, spaces = 0;
  };
  Part upto_word, all;  // natural widths
  for (auto const* run : line.runs) {
    for (auto const& glyph : run->glyphs) {
      bool const space = run->text[glyph.cluster] == ' ';
      bool const behind = space && run == line.runs.back() && run->text.find_first_not_of(' ', glyph.cluster) == std::string::npos;
      if (behind) break;
      if (space) upto_word = all;
      (space ? all.spaces : all.letters) += points(glyph.natural);
    }
  }
  return (points(line.area_right - line.left) - upto_word.letters - upto_word.spaces) / (upto_word.spaces / 2 + upto_word.letters / 50);
}

/// A runt is shorter than a tenth of the line, or than three em. It stands only where the line above cannot spare a word: it would be
/// stretched beyond twice what it should.
TEST(Look, R10_NoParagraphEndsInARuntThatCouldBeAvoided) {
  for (auto const& sheet : sheets()) {
    for (std::size_t i = 1; i < sheet->lines.size(); ++i) {
      auto const& line = sheet->lines[i];
      if (line.place == nullptr || !line.last || line.first || line.place->cell != Cell::None) continue;
      if (line.place->block->kind == flow::BlockKind::Contacts) continue;
      Length const measure = line.area_right - line.area_left - indent_of(*sheet, *line.place);
      Length const least = std::max(Length::raw(measure.raw() / 10), sheet->body() * 3);
      if (line.right - line.left >= least) continue;
      EXPECT_GT(stretch_without_last_word(sheet->lines[i - 1]), 2)
          << sheet->at(line) << " is " << points(line.right - line.left) << " pt long";
    }
  }
}

TEST(Look, R10_NoLastLineButOneEndsInAHyphen) {
  for (auto const& sheet : sheets()) {
    for (std::size_t i = 0; i + 1 < sheet->lines.size(); ++i) {
      auto const& line = sheet->lines[i];
      if (line.place == nullptr || line.last || !sheet->lines[i + 1].last) continue;
      EXPECT_FALSE(line.runs.back()->line_end == display::LineEnd::Tight && line.text().ends_with("-")) << sheet->at(line);
    }
  }
}

/// How much a face that stands in for the body's is enlarged so that small letters match, in thousandths: within 85 and 115 per cent.
class Matching {
 public:
  explicit Matching(Sheet const& sheet) : sheet_{sheet} {
    std::map<std::size_t, std::size_t> glyphs;
    for (auto const& page : sheet.display.pages) {
      for (auto const& item : page.items) {
        if (auto const* const run = std::get_if<display::GlyphRun>(&item)) glyphs[run->font.index()] += run->glyphs.size();
      }
    }
    for (auto const& [font, count] : glyphs) {
      if (count > glyphs[body_]) body_ = font;
    }
  }

  bool stands_in(std::size_t font) const { return family(font) != family(body_); }
  int of(std::size_t font) {
    if (!factors_.contains(font))
      factors_[font] =
          static_cast<int>(std::clamp<std::int64_t>(Length::divide(x_height(body_).raw() * 1000, x_height(font).raw()), 850, 1150));
    return factors_[font];
  }

 private:
  std::string const& family(std::size_t font) const { return sheet_.display.fonts[font].family; }
  Length x_height(std::size_t font) const {
    display::GlyphRun run;
    run.size = Length::pt(1000);
    return x_height_of(sheet_.display.fonts[font], run);
  }

  Sheet const& sheet_;
  std::size_t body_ = 0;
  std::map<std::size_t, int> factors_;
};

TEST(Look, R02_OnlyTheSizesOfTheScale) {
  constexpr int scripts = 650;
  for (auto const& sheet : sheets()) {
    Matching matching{*sheet};
    for (auto const& page : sheet->display.pages) {
      for (auto const& item : page.items) {
        auto const* const run = std::get_if<display::GlyphRun>(&item);
        if (run == nullptr) continue;
        auto const ratio = static_cast<int>(Length::divide(run->size.raw() * 1000, sheet->body().raw()));
        auto const font = run->font.index();
        auto const within = [&](int value, int least, int most) { return value >= least - 1 && value <= most + 1; };
        auto const in = [&](int least, int most) {
          return within(ratio, least, most) ||
                 (matching.stands_in(font) && within(ratio, least * matching.of(font) / 1000, most * matching.of(font) / 1000));
        };
        bool allowed = in(1000, 1000) || in(900, 900) || in(scripts, scripts) || in(900 * scripts / 1000, 900 * scripts / 1000);
        if (sheet->within(run->node, Role::ListLabel)) allowed |= in(800, 800);
        if (sheet->within(run->node, Role::Heading)) {
          Line line;
          line.runs.push_back(run);
          int const level = sheet->heading_level(line);
          allowed = level == 1 ? in(2000, 2600) : level == 2 ? in(1150, 1350) : in(1000, 1100) || in(scripts, scripts);
        }
        if (sheet->in_slot(run->node, "headline") || sheet->in_slot(run->node, "native-name")) allowed = in(1100, 1100);
        EXPECT_TRUE(allowed) << sheet->name << ": \"" << run->text << "\" is " << ratio << "/1000 of the body size";
      }
    }
  }
}

TEST(Look, R02_TwoFamiliesAndThreeWeightsAPage) {
  for (auto const& sheet : sheets()) {
    for (std::size_t page = 0; page < sheet->display.pages.size(); ++page) {
      std::set<std::string> families;
      std::set<int> weights;
      for (auto const& item : sheet->display.pages[page].items) {
        if (auto const* const run = std::get_if<display::GlyphRun>(&item)) {
          families.insert(sheet->display.fonts[run->font.index()].family);
          weights.insert(sheet->display.fonts[run->font.index()].weight);
        }
      }
      std::string names;
      for (auto const& family : families) names += " " + family + ";";
      EXPECT_LE(families.size(), 2U) << sheet->name << ", page " << page + 1 << ":" << names;
      EXPECT_LE(weights.size(), 3U) << sheet->name << ", page " << page + 1;
    }
  }
}

TEST(Look, R03_EveryBaselineIsOnTheGrid) {
  for (auto const& sheet : sheets()) {
    for (auto const& line : sheet->lines) {
      if (line.place == nullptr) continue;
      Length const below_top = line.baseline - sheet->flow.page.metrics.margin_top;
      Length const off = Length::raw(below_top.raw() - Length::divide(below_top.raw(), sheet->grid().raw()) * sheet->grid().raw());
      EXPECT_EQ(off, Length{}) << sheet->at(line) << " is " << points(off) << " pt off the grid of " << points(sheet->grid()) << " pt";
    }
  }
}

struct Relation {
  std::string name;
  int least = 0, most = 16;
};

/// Templates whose entries are lines of a list rather than blocks of their own: they follow one another as bullets do.
bool is_list_like(std::string_view name) {
  static std::set<std::string_view> const names{"award", "talk", "publication", "skills", "language", "interest", "other", "list", "text"};
  return names.contains(name);
}

/// An entry above `node` that is a neighbour of `other` or contains it: how far out one steps from one line to the next.
NodeId beside(Sheet const& sheet, NodeId entry, NodeId other) {
  NodeId found = entry;
  while (entry && !sheet.within(other, entry)) {
    found = entry;
    entry = sheet.entry_of(sheet.flow.nodes[entry.index()].parent);
  }
  return found;
}

Relation relation(Sheet const& sheet, Line const& upper, Line const& lower) {
  if (upper.place->block == lower.place->block || (upper.place->row != nullptr && upper.place->row == lower.place->row))
    return {"line to line", 0, 0};
  if (lower.first && sheet.heading_level(lower) == 2) return {"above a section title", 12, 20};
  if (sheet.heading_level(upper) == 2) return {"below a section title", 5, 5};
  NodeId const above = sheet.entry_of(sheet.node_of(upper)), below = sheet.entry_of(sheet.node_of(lower));
  auto const section_of = [&](NodeId node) {
    while (node && sheet.flow.nodes[node.index()].role != Role::Section) node = sheet.flow.nodes[node.index()].parent;
    return node;
  };
  if (section_of(sheet.node_of(upper)) != section_of(sheet.node_of(lower))) return {"section to section without a title", 12, 20};
  if (above == below && !above) return {"a section's or the masthead's own lines", 0, 12};
  if (above && above == below) {
    auto const& outer = upper.place->items;
    auto const& inner = lower.place->items;
    if (!inner.empty() && inner.size() > outer.size())
      return outer.empty() ? Relation{"header to bullets", 2, 2} : Relation{"bullet to nested bullet", 1, 3};
    if (!inner.empty() && !outer.empty() && inner.back() != outer.back()) return {"bullet to bullet", 1, 3};
    return {"lines of an entry, " + std::string{sheet.template_of(above)}, 0, 2};
  }
  auto const from = sheet.template_of(beside(sheet, above, below)), to = sheet.template_of(beside(sheet, below, above));
  auto const pair = std::string{from} + " to " + std::string{to};
  if (above && below && sheet.within(below, above)) return {"into " + pair, 2, 5};
  if (above && below && sheet.within(above, below)) return {"out of " + pair, 2, 5};
  if (!above || !below) return {"section text, " + pair, 2, 6};
  if (is_list_like(from) && is_list_like(to)) return {"lines of a list, " + pair, 1, 3};
  return {"entries, " + pair, 5, 12};
}

TEST(Look, R03_GapsAreThoseOfTheTableAndTheSameEverywhere) {
  for (auto const& sheet : sheets()) {
    std::map<std::string, std::pair<int, Line const*>> gaps;
    for (auto const& line : sheet->lines) {
      if (line.place == nullptr || line.place->cell == Cell::Right) continue;
      auto const* const upper = sheet->above(line);
      if (upper == nullptr) continue;
      auto const between = relation(*sheet, *upper, line);
      int const gap = sheet->gap(*upper, line);
      EXPECT_TRUE(gap >= between.least && gap <= between.most)
          << sheet->at(line) << ": gap of " << gap << "/16 (" << between.name << ": " << between.least << " to " << between.most
          << ") below \"" << upper->text() << "\"";
      auto const [first, is_new] = gaps.emplace(between.name, std::pair{gap, &line});
      if (between.name == "a section's or the masthead's own lines" || between.name.starts_with("lines of an entry")) continue;
      EXPECT_EQ(gap, first->second.first) << sheet->at(line) << ": gap of " << gap << "/16 (" << between.name << ") below \""
                                          << upper->text() << "\", above \"" << first->second.second->text() << "\" it is "
                                          << first->second.first << "/16";
    }
  }
}

TEST(Look, R03_TwiceAsMuchSpaceAboveASectionTitleAsBelow) {
  for (auto const& sheet : sheets()) {
    int above = 1000, below = 0;
    for (auto const& line : sheet->lines) {
      if (line.place == nullptr) continue;
      auto const* const upper = sheet->above(line);
      if (upper == nullptr) continue;
      if (line.first && sheet->heading_level(line) == 2)
        above = std::min(above, sheet->gap(*upper, line));
      else if (sheet->heading_level(*upper) == 2 && line.place->cell != Cell::Right)
        below = std::max(below, sheet->gap(*upper, line));
    }
    EXPECT_GE(above, 2 * below) << sheet->name << ": " << above << "/16 above, " << below << "/16 below";
    EXPECT_GT(below, 0) << sheet->name << " has no section title";
  }
}

TEST(Look, R04_OneBoldThingOnAnEntrysFirstLine) {
  for (auto const& sheet : sheets()) {
    std::set<NodeId> seen;
    for (auto const& line : sheet->lines) {
      NodeId const entry = sheet->entry_of(sheet->node_of(line));
      if (line.place == nullptr || line.place->cell != Cell::Left || !entry || !seen.insert(entry).second) continue;
      int groups = 0;
      bool bold = false;
      for (auto const* const run : line.runs) {
        bool const now = is_bold(*sheet, *run);
        if (now && !bold) ++groups;
        bold = now;
      }
      EXPECT_LE(groups, 1) << sheet->at(line) << " has " << groups << " bold parts";
    }
    for (auto const& line : sheet->lines) {
      for (auto const* const run : line.runs) {
        bool const aside = sheet->in_slot(run->node, "when") || sheet->in_slot(run->node, "place");
        EXPECT_FALSE(aside && is_bold(*sheet, *run)) << sheet->at(line) << ": \"" << run->text << "\" is bold";
      }
    }
  }
}

TEST(Look, R06_RulesHaveTheirThicknessMeasureAndPlace) {
  for (auto const& sheet : sheets()) {
    for (auto const& [page, rule, of_text] : sheet->rules) {
      if (of_text) continue;
      auto const where = sheet->name + ", page " + std::to_string(page + 1) + ", rule at y " + std::to_string(points(rule->rect.origin.y));
      double const thickness = points(rule->rect.size.height);
      bool const divides = thickness < 0.35;
      EXPECT_TRUE((thickness > 0.399 && thickness < 0.501) || (thickness > 0.249 && thickness < 0.301))
          << where << " is " << thickness << " pt thick";
      Line const* title = nullptr;
      for (auto const& line : sheet->lines) {
        bool const over = line.page == page && line.place != nullptr && line.baseline < rule->rect.origin.y &&
                          line.area_left < rule->rect.origin.x + rule->rect.size.width;
        if (over && line.area_right > rule->rect.origin.x && (title == nullptr || title->baseline < line.baseline)) title = &line;
      }
      ASSERT_NE(title, nullptr) << where << " has no line above";
      EXPECT_TRUE(same(rule->rect.origin.x, title->area_left) && same(rule->rect.origin.x + rule->rect.size.width, title->area_right))
          << where << " is " << points(rule->rect.size.width) << " pt long, its column " << points(title->area_right - title->area_left);
      Length const drop = sheet->flow.page.metrics.line_height / 5;
      if (!divides) {
        EXPECT_TRUE(same(rule->rect.origin.y, title->baseline + drop)) << where << " is " << points(rule->rect.origin.y - title->baseline)
                                                                       << " pt below \"" << title->text() << "\", not " << points(drop);
      }
      for (auto const& [other_page, other, other_of_text] : sheet->rules) {
        if (other == rule || other_of_text || other_page != page || other->rect.origin.y < rule->rect.origin.y) continue;
        bool const between = std::any_of(sheet->lines.begin(), sheet->lines.end(),
                                         [&, y = rule->rect.origin.y, to = other->rect.origin.y](Line const& line) {
                                           return line.page == page && line.baseline > y && line.baseline < to;
                                         });
        EXPECT_TRUE(between) << where << " is followed by another without text between";
      }
    }
  }
}

TEST(Look, R07_DatesAreFlushRightOnTheFirstLineOfTheirEntry) {
  for (auto const& sheet : sheets()) {
    std::map<NodeId, Line const*> first_line;
    std::set<NodeId> with_rows;
    for (auto const& line : sheet->lines) {
      if (line.place == nullptr) continue;
      NodeId const entry = sheet->entry_of(sheet->node_of(line));
      first_line.emplace(entry, &line);
      if (line.place->cell == Cell::Left) with_rows.insert(entry);
    }
    for (auto const& line : sheet->lines) {
      NodeId const entry = sheet->entry_of(sheet->node_of(line));
      if (line.place == nullptr || !with_rows.contains(entry)) continue;
      bool const dated =
          std::any_of(line.runs.begin(), line.runs.end(), [&](auto const* run) { return sheet->in_slot(run->node, "when"); });
      if (!dated) continue;
      Line const& first = *first_line.at(entry);
      EXPECT_TRUE(line.place->cell == Cell::Right && same(line.right, line.area_right)) << sheet->at(line) << " is not flush right";
      EXPECT_TRUE(line.page == first.page && line.baseline == first.baseline)
          << sheet->at(line) << " is not on the first line of its entry, \"" << first.text() << "\"";
    }
  }
}

TEST(Look, R07_DatesHaveTabularFiguresSpacedDashesAndOneFormat) {
  for (auto const& sheet : sheets()) {
    std::map<std::pair<std::uint32_t, Length>, Length> figure_width;
    bool words = false, numbers = false;
    for (auto const& line : sheet->lines) {
      if (line.place == nullptr || line.place->cell != Cell::Right) continue;
      std::string date;
      for (auto const* const run : line.runs) {
        if (!sheet->in_slot(run->node, "when")) continue;
        date += run->text;
        for (auto const& glyph : run->glyphs) {
          if (std::isdigit(static_cast<unsigned char>(run->text[glyph.cluster])) == 0) continue;
          auto const [found, is_new] = figure_width.emplace(std::pair{run->font.value, run->size}, glyph.natural);
          EXPECT_EQ(found->second, glyph.natural) << sheet->at(line) << ": figures of different widths";
          if (!is_new) continue;
          auto const& font = sheet->display.fonts[run->font.index()];
          for (std::size_t i = 0; i < run->glyphs.size(); ++i) {
            if (std::isdigit(static_cast<unsigned char>(run->text[run->glyphs[i].cluster])) == 0) continue;
            auto const ink = ink_of(font, *run, i);
            EXPECT_TRUE(ink.bottom - ink.top > base::at(font.cap_height, run->size) * 9 / 10 && ink.bottom < run->origin.y + run->size / 20)
                << sheet->at(line) << ": the figure " << run->text[run->glyphs[i].cluster] << " is " << points(ink.bottom - ink.top)
                << " pt high, not a lining one";
          }
        }
      }
      for (std::string_view const dash : {"–", "—", " - "}) {
        for (auto at = date.find(dash); at != std::string::npos; at = date.find(dash, at + 1)) {
          bool const spaced =
              dash == "–" && at > 0 && date[at - 1] == ' ' && (at + dash.size() == date.size() || date[at + dash.size()] == ' ');
          EXPECT_TRUE(spaced) << sheet->at(line) << ": \"" << dash << "\" is not an en dash between word spaces";
        }
      }
      bool const slashed = date.find('/') != std::string::npos;
      numbers |= slashed;
      words |= !slashed && date.size() > 3 && std::isalpha(static_cast<unsigned char>(date.front())) != 0;
    }
    EXPECT_FALSE(words && numbers) << sheet->name << " writes months as words and as numbers";
  }
}

TEST(Look, R08_BulletsAreSmallAndCentredOnTheXHeight) {
  for (auto const& sheet : sheets()) {
    for (auto const& line : sheet->lines) {
      if (!is_bullet(line) || !line.marker->text.starts_with("•")) continue;
      auto const& font = sheet->display.fonts[line.marker->font.index()];
      auto const ink = ink_of(font, *line.marker, 0);
      auto const& text = *line.runs.front();
      Length const x_height = x_height_of(sheet->display.fonts[text.font.index()], text);
      Length const middle = (ink.top + ink.bottom) / 2, wanted = line.baseline - x_height / 2;
      double const off = points(middle - wanted) / points(sheet->body());
      EXPECT_LE(off < 0 ? -off : off, 0.05) << sheet->at(line) << ": the bullet's middle is " << off
                                            << " em from the middle of the x-height";
      EXPECT_LE(ink.bottom - ink.top, x_height)
          << sheet->at(line) << ": the bullet is " << points(ink.bottom - ink.top) << " pt high, the x-height is " << points(x_height);
      EXPECT_EQ(Length::divide(line.marker->size.raw() * 100, sheet->body().raw()), 80) << sheet->at(line);
    }
  }
}

TEST(Look, R08_BulletsHangAndNestedOnesDiffer) {
  for (auto const& sheet : sheets()) {
    for (auto const& line : sheet->lines) {
      if (!is_bullet(line) || line.place == nullptr || is_labelled(*line.place)) continue;
      std::size_t const depth = line.place->items.size();
      double const hang = points(line.left - line.area_left) / points(sheet->body()) / static_cast<double>(depth);
      EXPECT_TRUE(hang > 0.999 && hang < 1.201) << sheet->at(line) << " hangs " << hang << " em";
      EXPECT_GE(line.marker->origin.x, line.area_left) << sheet->at(line) << ": the bullet sticks out";
      bool const dot = line.marker->text.starts_with("•");
      EXPECT_EQ(dot, depth == 1) << sheet->at(line) << ": \"" << line.marker->text << "\" at depth " << depth;
    }
  }
}

}  // namespace
}  // namespace resumec::look

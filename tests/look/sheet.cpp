#include "look/sheet.hpp"

#include "driver/passes.hpp"
#include "fonts/font_file.hpp"
#include "resumec/render.hpp"
#include "resumec/worlds.hpp"
#include "support/places.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace resumec::look {

namespace {

bool is_space(display::GlyphRun const& run, display::Glyph const& glyph) { return run.text[glyph.cluster] == ' '; }

Length seen_end(display::GlyphRun const& run) {
  Length x = run.origin.x, seen = x;
  for (auto const& glyph : run.glyphs) {
    x += glyph.advance;
    if (!is_space(run, glyph)) seen = x;
  }
  return seen;
}

std::string_view name_in(std::vector<std::string> const& names, std::uint32_t index) {
  return index < names.size() ? names[index] : std::string_view{};
}

/// `auto` is justified in the columns of these sheets: they are wide.
flow::Document with_alignment(flow::Document document) {
  for (auto& style : document.styles)
    if (style.align == style::Align::Auto) style.align = style::Align::Justify;
  return document;
}

}  // namespace

double points(Length length) { return static_cast<double>(length.raw()) / Length::point; }

bool same(Length a, Length b) { return (a < b ? b - a : a - b) <= tolerance; }

std::string Line::text() const {
  std::string text;
  for (auto const* const run : runs) text += run->text;
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

Sheet::Sheet(std::string sheet_name, Size who_sets_size, flow::Document flow_document, display::Document document, Diagnostics found)
    : name{std::move(sheet_name)},
      size{who_sets_size},
      flow{with_alignment(std::move(flow_document))},
      display{std::move(document)},
      diagnostics{std::move(found)} {
  auto const& metrics = flow.page.metrics;
  Length const left = metrics.margin_left, right = metrics.page_width - metrics.margin_right;
  for (auto const& column : flow.columns) {
    Place place;
    place.left = left;
    place.right = right;
    if (flow.page.two_columns && column.role != flow::ColumnRole::Full) {
      Length const main = base::at(flow.page.main_share, right - left - metrics.column_gap);
      bool const is_main = column.role == flow::ColumnRole::Main;
      if (is_main == flow.page.side_on_left)
        place.left = right - (is_main ? main : right - left - metrics.column_gap - main);
      else
        place.right = left + (is_main ? main : right - left - metrics.column_gap - main);
    }
    for (auto const& block : column.blocks) find_places(block, place);
  }
  find_lines();
  find_rules();
}

void Sheet::find_places(flow::Block const& block, Place place) {
  place.block = &block;
  switch (block.kind) {
    case flow::BlockKind::Paragraph:
    case flow::BlockKind::Contacts:
      places_.emplace(block.node, place);
      return;
    case flow::BlockKind::Row:
      place.row = &block;
      for (auto const& cell : block.children) {
        place.cell = &cell == &block.children.front() ? Cell::Left : Cell::Right;
        find_places(cell, place);
      }
      return;
    case flow::BlockKind::Item:
      place.items.push_back(&block);
      break;
    case flow::BlockKind::Columns:
      if (block.column_count > 1) {
        place.columns = &block;
        Length const gap = flow.page.metrics.column_gap > Length{} ? flow.page.metrics.column_gap : body() * 2;
        place.right = place.left + (place.right - place.left - gap * (block.column_count - 1)) / block.column_count;
      }
      break;
    case flow::BlockKind::Stack:
    case flow::BlockKind::Rule:
      break;
  }
  for (auto const& child : block.children) {
    if (child.kind == flow::BlockKind::Item) place.list = &block;
    find_places(child, place);
  }
}

Place const* Sheet::place_of(NodeId node) const {
  for (; node && node.index() < flow.nodes.size(); node = flow.nodes[node.index()].parent) {
    if (auto const found = places_.find(node); found != places_.end()) return &found->second;
  }
  return nullptr;
}

/// Optical margins (rule 1's exception): what hangs out of the edges, by typesetting.md §2.2, is taken off them.
void Sheet::without_hanging_marks(Line& line) const {
  if (line.place == nullptr || line.place->cell == Cell::Right) return;
  auto const align = style(*line.place->block).align;
  bool const justified = align == style::Align::Justify;
  if (!justified && align != style::Align::Left) return;
  auto const share = [](std::string_view text, std::initializer_list<std::pair<std::string_view, int>> marks, bool at_end) {
    for (auto const& [mark, thousandths] : marks)
      if (at_end ? text.ends_with(mark) : text.starts_with(mark)) return thousandths;
    return 0;
  };
  display::GlyphRun const &front = *line.runs.front(), &back = *line.runs.back();
  int const left = share(front.text,
                         {{"\"", 500},
                          {"'", 500},
                          {"“", 500},
                          {"‘", 500},
                          {"”", 500},
                          {"’", 500},
                          {"„", 500},
                          {"‚", 500},
                          {"«", 500},
                          {"»", 500},
                          {"‹", 500},
                          {"›", 500}},
                         false);
  line.left += Length::raw(front.glyphs.front().advance.raw() * left / front.scale);  // expansion does not count
  if (!justified) return;
  std::size_t end = back.text.find_last_not_of(' ');
  end = end == std::string::npos ? 0 : end + 1;
  int const right = share(std::string_view{back.text}.substr(0, end),
                          {{".", 700},
                           {",", 700},
                           {":", 300},
                           {";", 300},
                           {"-", 500},
                           {"\u2010", 500},
                           {"–", 200},
                           {"—", 200},
                           {"\"", 500},
                           {"'", 500},
                           {"“", 500},
                           {"‘", 500},
                           {"”", 500},
                           {"’", 500},
                           {"«", 500},
                           {"»", 500},
                           {"‹", 500},
                           {"›", 500}},
                          true);
  if (right == 0) return;
  for (std::size_t i = back.glyphs.size(); i > 0; --i) {
    if (back.glyphs[i - 1].cluster >= end) continue;
    line.right -= Length::raw(back.glyphs[i - 1].advance.raw() * right / back.scale);
    return;
  }
}

void Sheet::find_lines() {
  for (std::size_t page = 0; page < display.pages.size(); ++page) {
    Line line;
    bool first = true;
    for (auto const& item : display.pages[page].items) {
      auto const* const run = std::get_if<display::GlyphRun>(&item);
      if (run == nullptr) continue;
      if (within(run->node, Role::ListLabel)) {
        line.marker = run;
        continue;
      }
      line.runs.push_back(run);
      if (run->line_end == display::LineEnd::None) continue;
      line.page = page;
      line.place = place_of(run->node);
      line.left = line.runs.front()->origin.x;
      // Superscripts stand higher: the baseline is where most of the line stands.
      std::map<Length, Length> widths;
      for (auto const* const part : line.runs) {
        widths[part->origin.y] += seen_end(*part) - part->origin.x;
        line.right = std::max(line.right, seen_end(*part));
      }
      line.baseline =
          std::max_element(widths.begin(), widths.end(), [](auto const& a, auto const& b) { return a.second < b.second; })->first;
      line.first = first;
      without_hanging_marks(line);
      line.last = run->line_end == display::LineEnd::Paragraph;
      line.forced = run->line_end == display::LineEnd::Hard;
      if (line.place != nullptr) {
        line.area_left = line.place->left;
        line.area_right = line.place->right;
        if (line.place->columns != nullptr) {
          Length const gap = flow.page.metrics.column_gap > Length{} ? flow.page.metrics.column_gap : body() * 2;
          Length const step = line.area_right - line.area_left + gap;
          while (line.left + tolerance >= line.area_left + step) {
            line.area_left += step;
            line.area_right += step;
          }
        }
      }
      first = line.last;
      lines.push_back(std::exchange(line, Line{}));
    }
  }
}

void Sheet::find_rules() {
  for (std::size_t page = 0; page < display.pages.size(); ++page) {
    for (auto const& item : display.pages[page].items) {
      auto const* const rule = std::get_if<display::Rule>(&item);
      if (rule == nullptr) continue;
      bool of_text = false;
      for (auto const& line : lines) {
        for (auto const* const run : line.runs) {
          of_text |= line.page == page && same(run->origin.x, rule->rect.origin.x) &&
                     rule->rect.size.width <= seen_end(*run) - run->origin.x + tolerance &&
                     rule->rect.origin.y > run->origin.y - run->size && rule->rect.origin.y < run->origin.y + run->size / 4;
        }
      }
      rules.push_back({page, rule, of_text});
    }
  }
}

bool Sheet::within(NodeId node, Role role) const {
  for (; node && node.index() < flow.nodes.size(); node = flow.nodes[node.index()].parent) {
    if (flow.nodes[node.index()].role == role) return true;
  }
  return false;
}

bool Sheet::within(NodeId node, NodeId ancestor) const {
  for (; node && node.index() < flow.nodes.size(); node = flow.nodes[node.index()].parent) {
    if (node == ancestor) return true;
  }
  return false;
}

bool Sheet::in_slot(NodeId node, std::string_view slot) const {
  for (; node && node.index() < flow.nodes.size(); node = flow.nodes[node.index()].parent) {
    if (name_in(flow.slot_names, flow.nodes[node.index()].slot.value) == slot) return true;
  }
  return false;
}

int Sheet::heading_level(Line const& line) const {
  for (auto node = node_of(line); node && node.index() < flow.nodes.size(); node = flow.nodes[node.index()].parent) {
    if (flow.nodes[node.index()].role == Role::Heading) return flow.nodes[node.index()].level;
  }
  return 0;
}

NodeId Sheet::entry_of(NodeId node) const {
  for (; node && node.index() < flow.nodes.size(); node = flow.nodes[node.index()].parent) {
    auto const& at = flow.nodes[node.index()];
    bool const is_entry = at.role == Role::Entry || at.role == Role::ListItem || at.role == Role::ListBody;
    if (is_entry && at.template_id) return node;
  }
  return NodeId{};
}

std::string_view Sheet::template_of(NodeId entry) const {
  return entry ? name_in(flow.template_names, flow.nodes[entry.index()].template_id.value) : std::string_view{};
}

Line const* Sheet::above(Line const& line) const {
  Line const* found = nullptr;
  for (auto const& other : lines) {
    if (other.page != line.page || other.place == nullptr || !(other.baseline < line.baseline)) continue;
    if (other.area_right <= line.area_left || line.area_right <= other.area_left) continue;
    if (found == nullptr || found->baseline < other.baseline) found = &other;
  }
  return found;
}

int Sheet::gap(Line const& upper, Line const& lower) const {
  int const upper_leading = style(*upper.place->block).leading_16ths, lower_leading = style(*lower.place->block).leading_16ths;
  auto const distance = static_cast<int>(Length::divide((lower.baseline - upper.baseline).raw(), grid().raw()));
  return distance - (upper_leading - upper_leading * 3 / 4) - lower_leading * 3 / 4;
}

std::string Sheet::at(Line const& line) const { return name + ", page " + std::to_string(line.page + 1) + ", \"" + line.text() + "\""; }

std::vector<std::unique_ptr<Sheet>> const& sheets() {
  static auto const all = [] {
    std::vector<std::unique_ptr<Sheet>> made;
    std::filesystem::path const folder{places::source("examples")};
    std::vector<std::string> examples;
    for (auto const& file : std::filesystem::directory_iterator{folder}) {
      if (file.path().extension() == ".yaml") examples.push_back(file.path().stem().string());
    }
    std::sort(examples.begin(), examples.end());
    for (auto const& example : examples) {
      DiskOptions disk;
      disk.root = folder.string();
      disk.share_dir = places::built("share/resumec");
      auto const world = disk_world(disk);
      Engine engine;
      auto const source = std::get<SourceId>(world->open(example + ".yaml"));
      for (auto const layout : layout_names()) {
        for (std::string const paper : {"a4", "letter"}) {
          CompileOptions options;
          options.layout = layout;
          options.settings.push_back({"layout.paper", paper});
          driver::Passes passes{engine, *world, source, options};
          auto const name = example + ", " + std::string{layout} + ", " + paper;
          if (!passes.run(Stage::Display)) throw std::runtime_error{name + " does not compile:\n" + render(passes.diagnostics, *world)};
          auto const& wishes = passes.resume.layout.options;
          bool const wished = std::any_of(wishes.begin(), wishes.end(), [](auto const& wish) { return wish.key == "font-size"; });
          auto const size = wished ? Sheet::Size::OfSource : Sheet::Size::OfLayout;
          made.push_back(
              std::make_unique<Sheet>(name, size, std::move(passes.flow), std::move(passes.display), std::move(passes.diagnostics)));
        }
      }
    }
    return made;
  }();
  return all;
}

Ink ink_of(display::Font const& font, display::GlyphRun const& run, std::size_t glyph) {
  auto const file = fonts::open_font_file(font.blob, font.index);
  if (!file) throw std::runtime_error{file.error()};
  hb_glyph_extents_t extents{};
  hb_font_get_glyph_extents(file->font.get(), run.glyphs[glyph].id, &extents);
  auto const on_page = [&](std::int64_t units) { return Length::raw(Length::divide(run.size.raw() * units, font.units_per_em)); };
  Length const origin = run.origin.y + run.glyphs[glyph].y_offset;
  return {origin - on_page(extents.y_bearing), origin - on_page(extents.y_bearing + extents.height)};
}

Length x_height_of(display::Font const& font, display::GlyphRun const& run) {
  auto const file = fonts::open_font_file(font.blob, font.index);
  if (!file) throw std::runtime_error{file.error()};
  return base::at(fonts::read_metrics(file->face.get()).x_height, run.size);
}

}  // namespace resumec::look

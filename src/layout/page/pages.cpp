#include "layout/page/pages.hpp"

#include "diag/report.hpp"
#include "layout/inline/collect.hpp"
#include "layout/page/columns.hpp"
#include "layout/page/frames.hpp"
#include "layout/page/page_log.hpp"
#include "layout/page/structure.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace resumec::layout {

namespace {

class PageMaker {
 public:
  explicit PageMaker(Context& context) : context_{context}, structure_{context.flow} {}
  display::Document make();

 private:
  PagePosition place(VerticalList list, flow::ColumnRole role, PagePosition start);
  void place_main(VerticalList main, VerticalList const& side, PagePosition start);
  PagePosition put(VerticalList& list, Pagination const& pagination, flow::ColumnRole role, PagePosition start,
                   flow::ColumnRole later_measure);
  PageHeights heights() const { return {first_.height, later_.height}; }
  void note(VerticalList const& list, flow::ColumnRole role, PagePosition start, Pagination const& pagination) const;
  void report(VerticalList const& list, Pagination const& pagination) const;
  void place_running_heads();
  display::Page& page(std::uint32_t index);
  Length top_of(std::uint32_t page) const { return page == 0 ? first_.top : later_.top; }

  Context& context_;
  StructureBuilder structure_;
  display::Document document_;
  TextArea first_, later_;
};

/// The first text of a fragment that is in the source, else its first.
display::GlyphRun const* first_text(Fragment const& fragment) {
  display::GlyphRun const* first = nullptr;
  for (display::Item const& item : fragment.items) {
    auto const* const run = std::get_if<display::GlyphRun>(&item);
    if (run == nullptr) continue;
    if (!run->span.detached()) return run;
    if (first == nullptr) first = run;
  }
  return first;
}

Span span_of(Fragment const& fragment) {
  auto const* const run = first_text(fragment);
  return run != nullptr ? run->span : Span{};
}

std::string words_of(Fragment const& fragment) {
  auto const* const run = first_text(fragment);
  return run != nullptr ? shortened(run->text) : std::string{};
}

display::Page& PageMaker::page(std::uint32_t index) {
  while (document_.pages.size() <= index) {
    style::Metrics const& metrics = context_.flow.page.metrics;
    TextArea const& area = document_.pages.empty() ? first_ : later_;
    auto const [left, width] = column_area(flow::ColumnRole::Full, context_.flow.page);
    base::Rect const text_area{{left, area.top}, {width, context_.grid * area.height}};
    document_.pages.push_back({{metrics.page_width, metrics.page_height}, {}, text_area});
  }
  return document_.pages[index];
}

/// Rules that had to give, with their places.
void PageMaker::report(VerticalList const& list, Pagination const& pagination) const {
  if (!pagination.complete) {
    std::size_t const next = pagination.boxes.size();
    diag::report<diag::Kind::TooManyPages>(context_.diagnostics, span_of(list.boxes[next].fragment), most_pages)
        .hint("check the size of the text and the margins, or split the document");
  }
  for (std::size_t i = 0; i < pagination.boxes.size(); ++i) {
    Fragment const& fragment = list.boxes[i].fragment;
    std::uint32_t const page = pagination.boxes[i].page;
    if (fragment.height > (page == 0 ? first_ : later_).height) {
      diag::report<diag::Kind::TallerThanPage>(context_.diagnostics, span_of(fragment), words_of(fragment))
          .hint("split the text, or give the page smaller margins or the text a smaller size");
    }
    PageBreak const& before = list.boxes[i].page_break;
    if (i > 0 && page != pagination.boxes[i - 1].page && !before.allowed()) {
      diag::report<diag::Kind::TornByPage>(context_.diagnostics, span_of(fragment), page, words_of(fragment), words_of(before.seam))
          .hint("what belongs together here is taller than a page: split it, or give the page smaller margins or the text a smaller size");
    }
  }
}

void PageMaker::note(VerticalList const& list, flow::ColumnRole role, PagePosition start, Pagination const& pagination) const {
  if (context_.page_log == nullptr || list.boxes.empty()) return;
  ColumnNote column{role, {}, pagination.score};
  for (std::size_t i = 0; i < pagination.pages.size(); ++i) {
    PageNote page{start.page + static_cast<std::uint32_t>(i), pagination.pages[i], std::nullopt};
    if (i + 1 < pagination.pages.size()) {
      VerticalBox const& next = list.boxes[pagination.pages[i + 1].first];
      page.end = {next.page_break, span_of(next.fragment), words_of(next.fragment)};
    }
    column.pages.push_back(std::move(page));
  }
  context_.page_log->push_back(std::move(column));
}

PagePosition PageMaker::place(VerticalList list, flow::ColumnRole role, PagePosition start) {
  Pagination const pagination = paginate(list, start, heights());
  return put(list, pagination, role, start, role);
}

/// From the second page on the main column has the full width, unless the side column needs that page, too.
void PageMaker::place_main(VerticalList main, VerticalList const& side, PagePosition start) {
  bool const widens = context_.flow.page.side_on_first_page && paginate(side, start, heights()).end.page == start.page;
  std::optional<Pagination> pagination;
  if (widens) {
    // The same text: it is logged and judged once, on the narrower measure.
    Diagnostics judged = context_.diagnostics;
    std::string* const log = std::exchange(context_.line_log, nullptr);
    VerticalList later = column_list(flow::ColumnRole::Main, flow::ColumnRole::Full, choose_steps(context_), later_.height, context_);
    context_.line_log = log;
    context_.diagnostics = std::move(judged);
    pagination = paginate(main, std::move(later), start, heights());
  }
  if (pagination)
    put(main, *pagination, flow::ColumnRole::Main, start, flow::ColumnRole::Full);
  else
    place(std::move(main), flow::ColumnRole::Main, start);
}

PagePosition PageMaker::put(VerticalList& list, Pagination const& pagination, flow::ColumnRole role, PagePosition start,
                            flow::ColumnRole later_measure) {
  report(list, pagination);
  note(list, role, start, pagination);
  Length const first_left = column_area(role, context_.flow.page).left, later_left = column_area(later_measure, context_.flow.page).left;
  for (std::size_t i = 0; i < pagination.boxes.size(); ++i) {
    PagePosition const at = pagination.boxes[i];
    VerticalBox& box = list.boxes[i];
    display::Page& on = page(at.page);
    Length const top = top_of(at.page) + context_.grid * at.y;
    if (box.outline) document_.outline.push_back({std::move(*box.outline), 1, at.page, top});
    Length const left = at.page == start.page ? first_left : later_left;
    if (at.page != start.page && at.y > 0 && pagination.pages[at.page - start.page].first == i) {
      std::size_t const above = on.items.size();
      on.items.insert(on.items.end(), box.continued->items.begin(), box.continued->items.end());
      translate(on.items, above, left, top_of(at.page));
    }
    std::size_t const from = on.items.size();
    for (display::Item& item : box.fragment.items) {
      std::visit([&](auto const& placed) { structure_.touch(placed.node); }, item);
      on.items.push_back(std::move(item));
    }
    translate(on.items, from, left, top);
  }
  return pagination.end;
}

void PageMaker::place_running_heads() {
  if (context_.flow.running.empty()) return;
  auto const count = static_cast<std::uint32_t>(document_.pages.size());
  Length const left = column_area(flow::ColumnRole::Full, context_.flow.page).left;
  for (std::uint32_t index = 0; index < count; ++index) {
    RunningHeads heads = make_running_heads(index, count, context_);
    TextArea const& area = index == 0 ? first_ : later_;
    auto const items_of = [&](VerticalList& list, Length top) {
      std::vector<display::Item> items;
      Units y = 0;
      for (VerticalBox& box : list.boxes) {
        if (y > 0) y += box.gap;
        std::size_t const from = items.size();
        items.insert(items.end(), std::make_move_iterator(box.fragment.items.begin()), std::make_move_iterator(box.fragment.items.end()));
        translate(items, from, left, top + context_.grid * y);
        y += box.fragment.height;
      }
      return items;
    };
    std::vector<display::Item> header = items_of(heads.header, area.header_top), footer = items_of(heads.footer, area.footer_top);
    std::vector<display::Item>& items = document_.pages[index].items;
    items.insert(items.begin(), std::make_move_iterator(header.begin()), std::make_move_iterator(header.end()));
    items.insert(items.end(), std::make_move_iterator(footer.begin()), std::make_move_iterator(footer.end()));
  }
}

display::Document PageMaker::make() {
  // Heights of running heads do not depend on the numbers in them.
  first_ = text_area(make_running_heads(0, 1, context_), context_);
  later_ = text_area(make_running_heads(1, 2, context_), context_);

  page(0);
  std::vector<ColumnList> columns = make_columns(context_, later_.height);
  PagePosition const start = place(std::move(columns.front().list), flow::ColumnRole::Full, {});  // everything, or the masthead
  if (columns.size() > 1) {
    place_main(std::move(columns[1].list), columns[2].list, start);
    place(std::move(columns[2].list), flow::ColumnRole::Side, start);
  }
  place_running_heads();
  document_.structure = structure_.take();
  return std::move(document_);
}

/// Does [begin, end] stick out of [0, size]? Rounding may cost a few units.
bool sticks_out(Length begin, Length end, Length size) {
  constexpr Length rounding = Length::raw(64);
  return begin < -rounding || end > size + rounding;
}

Length seen_width(display::GlyphRun const& run) {
  Length width, seen;
  for (display::Glyph const& glyph : run.glyphs) {
    width += glyph.advance;
    bool const space = glyph.cluster < run.text.size() && run.text[glyph.cluster] == ' ';
    if (!space) seen = width;
  }
  return seen;
}

}  // namespace

display::Document make_pages(Context& context) { return PageMaker{context}.make(); }

void check_inside(display::Document const& document, Context& context) {
  for (std::size_t index = 0; index < document.pages.size(); ++index) {
    display::Page const& page = document.pages[index];
    for (display::Item const& item : page.items) {
      if (auto const* run = std::get_if<display::GlyphRun>(&item)) {
        Length const seen = seen_width(*run);
        if (seen == Length{}) continue;
        if (!sticks_out(run->origin.x, run->origin.x + seen, page.size.width) &&
            !sticks_out(run->origin.y - run->size / 2, run->origin.y, page.size.height)) {
          continue;
        }
        diag::report<diag::Kind::OutsidePage>(context.diagnostics, run->span, shortened(run->text), index + 1)
            .hint("give the page smaller margins and indents, or the text a smaller size");
      }
    }
  }
}

}  // namespace resumec::layout

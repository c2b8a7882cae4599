#include "layout/page/pages.hpp"

#include "diag/report.hpp"
#include "layout/inline/collect.hpp"
#include "layout/page/columns.hpp"
#include "layout/page/frames.hpp"
#include "layout/page/structure.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::layout {

namespace {

class PageMaker {
 public:
  explicit PageMaker(Context& context) : context_{context}, structure_{context.flow} {}
  display::Document make();

 private:
  PagePosition place(VerticalList list, Length left, PagePosition start);
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

PagePosition PageMaker::place(VerticalList list, Length left, PagePosition start) {
  Pagination const pagination = paginate(list, start, {first_.height, later_.height});
  report(list, pagination);
  for (std::size_t i = 0; i < pagination.boxes.size(); ++i) {
    PagePosition const at = pagination.boxes[i];
    VerticalBox& box = list.boxes[i];
    display::Page& on = page(at.page);
    Length const top = top_of(at.page) + context_.grid * at.y;
    if (box.outline) document_.outline.push_back({std::move(*box.outline), 1, at.page, top});
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
  flow::PageSetup const& setup = context_.flow.page;
  // Heights of running heads do not depend on the numbers in them.
  first_ = text_area(make_running_heads(0, 1, context_), context_);
  later_ = text_area(make_running_heads(1, 2, context_), context_);

  page(0);
  std::vector<ColumnList> columns = make_columns(context_, later_.height);
  PagePosition start;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    PagePosition const end = place(std::move(columns[i].list), column_area(columns[i].role, setup).left, start);
    if (i == 0) start = end;  // of the masthead, or of everything
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

#include "layout/fit/survey.hpp"

#include "layout/fit/place.hpp"
#include "layout/fit/tighten.hpp"

#include <algorithm>

namespace resumec::layout::fit {

Survey::Survey(flow::Document const& full, flow::Document const* brief, Facts const& facts, std::uint32_t pages, Units kept_free,
               text::Shaper& shaper, World& world)
    : full_{full},
      natural_{full.page.metrics},
      facts_{facts},
      pages_{pages},
      kept_free_{kept_free},
      shaper_{shaper},
      world_{world},
      parts_{full} {
  if (brief != nullptr) {
    brief_.emplace(*brief);
    brief_parts_.emplace(*brief);
  }
}

Measured Survey::measured(flow::Document& document, PreparedTexts& texts, style::Metrics const& metrics) {
  document.page.metrics = metrics;
  document.page.metrics.gaps = 100;
  Diagnostics unheard;  // said when the result is laid out
  Context context{document, shaper_, world_, unheard};
  context.prepared_texts = &texts;
  return measure(context);
}

/// Heights depend on sizes and widths alone: leading and gaps are counted in units of themselves.
Survey::Heights& Survey::heights(style::Metrics const& metrics) {
  auto const same = [&](Heights const& made) {
    return made.metrics.body_size == metrics.body_size && made.metrics.margin_left == metrics.margin_left &&
           made.metrics.margin_right == metrics.margin_right;
  };
  if (auto const found = std::find_if(measured_.begin(), measured_.end(), same); found != measured_.end()) return *found;
  Heights made;
  made.metrics = metrics;
  Measured const full = measured(full_, full_texts_, metrics);
  made.has_masthead = !full.masthead.empty();
  made.masthead = take_apart(full.masthead, parts_);
  for (MeasuredColumn const& column : full.columns) made.columns.emplace_back(column.role, take_apart(column.boxes, parts_));
  set_looseness(full_, -1);
  made.variants.tight = by_item(measured(full_, full_texts_, metrics), parts_, facts_.items.size());
  set_looseness(full_, 0);
  if (brief_) made.variants.brief = by_item(measured(*brief_, brief_texts_, metrics), *brief_parts_, facts_.items.size());
  return measured_.emplace_back(std::move(made));
}

OtherHeights Survey::by_item(Measured const& measured, Parts const& parts, std::size_t items) {
  OtherHeights result(items);
  auto const note = [&](auto const& self, PartBoxes const& part) -> void {
    if (part.part != PartBoxes::anonymous && parts.part(part.part).items.size() == 1) {
      std::vector<Chunk>& chunks = result[parts.part(part.part).items.front().index()];
      auto const add = [&](auto const& again, PartBoxes const& inner) -> void {
        chunks.insert(chunks.end(), inner.own.begin(), inner.own.end());
        for (PartBoxes const& child : inner.inside) again(again, child);
      };
      add(add, part);
    }
    for (PartBoxes const& child : part.inside) self(self, child);
  };
  for (MeasuredColumn const& column : measured.columns) note(note, take_apart(column.boxes, parts));
  return result;
}

/// Without pages, but for what the masthead takes of the first.
std::vector<Asked> Survey::questions(Heights const& made, int gaps) const {
  Units start = 0;
  if (made.has_masthead) start = make_question(made.masthead, parts_, facts_, made.variants, gaps).problem.pages.start;
  std::vector<Asked> asked;
  for (auto const& [role, column] : made.columns) {
    if (column.own.empty() && column.inside.empty()) continue;
    asked.push_back({role, make_question(column, parts_, facts_, made.variants, gaps)});
    asked.back().question.problem.pages.start += start;
  }
  return asked;
}

Pages Survey::pages_of(style::Metrics const& metrics) {
  full_.page.metrics = metrics;
  Diagnostics unheard;
  Context context{full_, shaper_, world_, unheard};
  PageHeights const room = page_heights(context);
  return {pages_, room.first - kept_free_, room.later - kept_free_, 0};
}

std::vector<Asked> Survey::ask(style::Metrics const& like, style::Metrics const& metrics) {
  std::vector<Asked> asked = questions(heights(like), metrics.gaps);
  Pages const pages = pages_of(metrics);
  for (Asked& one : asked) {
    Pages& own = one.question.problem.pages;
    own = {pages.count, pages.first, pages.later, own.start};
  }
  return asked;
}

Position Survey::units(style::Metrics const& metrics) { return capacity(pages_of(metrics)); }

std::optional<Value> Survey::ceiling(style::Metrics const& like, int gaps, Position units, Position highest) {
  Heights& made = heights(like);
  auto const [found, is_new] = made.ceilings.try_emplace(gaps);
  if (is_new) {
    for (Asked& asked : questions(made, gaps)) found->second.emplace_back(std::move(asked.question.problem), pages_, highest);
  }
  Value all = 0;
  for (Ceiling const& column : found->second) {
    std::optional<Value> const most = column.on(units);
    if (!most) return std::nullopt;
    all += *most;
  }
  return all;
}

Em Survey::x_height() {
  Diagnostics unheard;
  Context context{full_, shaper_, world_, unheard};
  return context.x_height(base::StyleId{0});
}

}  // namespace resumec::layout::fit

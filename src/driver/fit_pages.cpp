// The one loop of the compiler: fitting decides on what it measured, its decisions are applied to the résumé, which is numbered, realised
// and laid out once more, and the pages must be as many as asked for.

#include "diag/report.hpp"
#include "driver/fit_facts.hpp"
#include "driver/passes.hpp"
#include "driver/state.hpp"

#include "layout/fit/tighten.hpp"
#include "layout/layout.hpp"
#include "model/items.hpp"
#include "variant/reduce.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace resumec::driver {

namespace fit = layout::fit;

namespace {

/// Heights that were promised too small are asked for again with a line less, so often.
constexpr int most_attempts = 4;
constexpr layout::Units one_line = 16;
/// Each item that others require can double the work (typesetting.md §4.3).
constexpr std::size_t most_needed = 6;

fit::Mode mode_of(FitMode mode) {
  return mode == FitMode::Content ? fit::Mode::Content : mode == FitMode::Layout ? fit::Mode::Layout : fit::Mode::Balanced;
}

std::string needed(std::int64_t permille) { return fmt::format("{}.{:02} pages", permille / 1000, permille % 1000 / 10); }

std::string asked(int pages) { return pages == 1 ? "1 page is" : fmt::format("{} pages are", pages); }

}  // namespace

bool Passes::links_are_few(fit::Facts const& facts) {
  std::set<base::ItemId> needed;
  for (fit::Link const& link : facts.links) needed.insert(link.needs);
  if (needed.size() <= most_needed) return true;
  std::vector<model::Literal> named;
  model::ItemWalk{[&](auto const& item, model::Attributes const*) {
    for (model::Literal const& need : item.attributes.needs)
      if (std::ranges::find(named, need.value, &model::Literal::value) == named.end()) named.push_back(need);
  }}.sections(selection.resume.sections);
  model::Literal const& first = named[most_needed];
  diag::report<diag::Kind::TooManyLinks>(diagnostics, first.span, first.value, most_needed)
      .hint("let items that go together require the same one; or fit without `requires` and give `priority` instead");
  return false;
}

std::optional<Passes::PagesWanted> Passes::pages_wanted() const {
  if (options_.fit) return PagesWanted{*options_.fit, {}};
  for (model::Limit const& limit : {selection.pages, selection.resume.settings.pages})
    if (limit.value > 0) return PagesWanted{{limit.value, FitRequest::Pages::Exactly}, limit.span};
  return std::nullopt;
}

/// The flow of the résumé as it would be without or with less of some items. What there is to say of it was said of the whole.
flow::Document Passes::realize_reduced(variant::Reduction const& reduction, model::Resume& reduced) {
  Diagnostics said;
  reduced = variant::reduce(selection.resume, reduction);
  variant::number_citations(reduced, said);
  return realized(reduced, said);
}

bool Passes::fit_pages() {
  auto const wanted = pages_wanted();
  if (!wanted) return true;
  begin("fit");
  fit::Facts const facts = fit_facts(selection.resume);
  if (!links_are_few(facts)) return false;
  std::optional<flow::Document> brief;
  if (auto const shorts = short_items(selection.resume); !shorts.empty()) {
    model::Resume reduced;
    brief = realize_reduced({{}, shorts}, reduced);
  }
  fit::Wish wish;
  wish.pages = static_cast<std::uint32_t>(wanted->request.count);
  wish.how = wanted->request.pages == FitRequest::Pages::Exactly ? fit::Reach::Exactly : fit::Reach::AtMost;
  wish.mode = mode_of(options_.fit_mode);
  wish.try_every_level = options_.fit_exact;
  wish.detail = fit_detail_;
  Fitted made;
  made.natural = flow.page.metrics;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    made.result = fit::fit(flow, brief ? &*brief : nullptr, facts, wish, *state_.shaper, world_);
    auto const& [decisions, report] = made.result;
    if (report.outcome == fit::Outcome::TooLong) return report_too_long(*wanted, report.needed_permille);
    if (report.outcome == fit::Outcome::TooShort) return report_too_short(*wanted, report.needed_permille);
    model::Resume reduced;
    flow::Document smaller = realize_reduced({decisions.dropped, decisions.shortened}, reduced);
    smaller.page.metrics = decisions.metrics;
    fit::tighten(smaller, decisions.tightened);
    Diagnostics said;  // is said when it is laid out for good
    made.pages = layout::lay_out(smaller, *state_.shaper, world_, said).pages.size();
    if (made.pages > wish.pages) {
      wish.kept_free += one_line;
      continue;
    }
    made.whole = std::exchange(selection.resume, std::move(reduced));
    flow = std::move(smaller);
    fitted = std::move(made);
    return true;
  }
  return report_too_long(*wanted, made.result.report.needed_permille);
}

bool Passes::report_too_long(PagesWanted const& wanted, std::int64_t needed_permille) {
  auto report = diag::report<diag::Kind::DoesNotFit>(diagnostics, wanted.span, needed(needed_permille), asked(wanted.request.count));
  if (options_.fit_mode == FitMode::Layout)
    report.hint("`--fit balanced` leaves out what matters least");
  else if (options_.fit_mode == FitMode::Content)
    report.hint("`--fit balanced` may set it smaller as well");
  else
    report.hint("take `required` or `min` from some items, or allow another page");
  return false;
}

bool Passes::report_too_short(PagesWanted const& wanted, std::int64_t filled_permille) {
  diag::report<diag::Kind::FillsTooLittle>(diagnostics, wanted.span, needed(filled_permille), asked(wanted.request.count))
      .hint("`--max-pages` allows fewer pages");
  return false;
}

}  // namespace resumec::driver

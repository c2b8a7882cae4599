#include "layout/fit/ceiling.hpp"

#include "layout/fit/forward.hpp"

namespace resumec::layout::fit {

namespace {

/// The widest gap, and so the most that a page saves at its top: what has height stands there without one. Nothing without height keeps
/// a gap, of which a page could save several.
Units settle_gaps(Problem& problem) {
  Units widest = 0;
  auto const settle = [&](Units& gap, bool has_height) {
    if (!has_height) gap = 0;
    widest = std::max(widest, gap);
  };
  for (Section& section : problem.sections) {
    bool has_height = true;
    for (Entry& entry : section.entries) {
      settle(entry.gap, entry.header > 0);
      has_height = has_height && (section.title > 0 || entry.header > 0);
      for (Item& item : entry.items) {
        settle(item.gap, std::none_of(item.options.begin(), item.options.end(), [](Option const& option) { return option.head <= 0; }));
      }
    }
    settle(section.gap, has_height);
  }
  return widest;
}

/// Pages are begun for nothing on an endless one.
void forget_forced_pages(Problem& problem) {
  auto const forget = [](Units& gap) {
    if (gap == next_page) gap = 0;
  };
  for (Section& section : problem.sections) {
    forget(section.gap);
    for (Entry& entry : section.entries) {
      forget(entry.gap);
      for (Item& item : entry.items) forget(item.gap);
    }
  }
}

}  // namespace

Ceiling::Ceiling(Problem problem, std::uint32_t pages, Position highest) {
  constexpr Position longest = next_page / 2;
  forget_forced_pages(problem);
  if (pages > 1) saved_ = std::min(longest, Position{pages - 1} * settle_gaps(problem));
  auto const height = static_cast<Units>(std::min(longest, highest + saved_));
  problem.pages = {1, height, height, problem.pages.start};
  Places const places{problem.pages};
  most_ = forward(problem, places, static_cast<std::size_t>(end_of_everything(problem, places)) + 1, {});
  for (std::size_t i = 1; i < most_.size(); ++i) most_[i] = std::max(most_[i], most_[i - 1]);
}

std::optional<Value> Ceiling::on(Position units) const {
  if (units < 0) return std::nullopt;
  Value const most = most_[std::min(static_cast<std::size_t>(units + saved_), most_.size() - 1)];
  return possible(most) ? std::optional{most} : std::nullopt;
}

}  // namespace resumec::layout::fit

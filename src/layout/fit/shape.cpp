#include "layout/fit/shape.hpp"

namespace resumec::layout::fit {

Counts counts(std::size_t all, std::size_t least, std::size_t most, std::size_t alike) {
  Counts result;
  result.least = least;
  result.most = std::min(all, most);
  result.saturates = most >= all;
  result.states = result.saturates ? std::min(all, std::max({least, alike, std::size_t{1}})) : result.most;
  return result;
}

Counts item_counts(Problem const& problem, Entry const& entry) {
  return counts(entry.items.size(), entry.min_items, entry.max_items, problem.diminishing.empty() ? 0 : problem.diminishing.size() - 1);
}

Counts entry_counts(Section const& section) { return counts(section.entries.size(), section.min_entries, section.max_entries, 0); }

Lead lead(Section const& section, Entry const& entry, bool first) {
  Lead result;
  result.gap = height(first && entry.gap != next_page ? section.gap : entry.gap);
  if (first && section.title > 0) result.alone += height(section.title) + height(section.title_gap);
  result.alone += height(entry.header);
  result.before = result.alone + (entry.header > 0 ? height(entry.header_gap) : 0);
  return result;
}

Value worth(Problem const& problem, Option const& option, std::size_t count) {
  if (problem.diminishing.empty()) return option.value;
  return option.value * problem.diminishing[std::min(count, problem.diminishing.size() - 1)] / 1000;
}

Position reach(Places const& places, Section const& section, Entry const& entry, Position from) {
  auto const latest = [&](Item const& item, Position at, Position gap, Position before) {
    Position result = at;
    for (Option const& option : item.options) {
      result = std::max(result, places.latest(places.latest(at, gap, before + height(option.head)), 0, height(option.tail)));
    }
    return result;
  };
  Position at = from;
  for (bool const first : {true, false}) {
    Lead const above = lead(section, entry, first);
    at = std::max(at, places.latest(from, above.gap, above.alone));
    for (Item const& item : entry.items) at = std::max(at, latest(item, from, above.gap, above.before));
  }
  for (Item const& item : entry.items) at = latest(item, at, height(item.gap), 0);
  return at;
}

Position end_of_everything(Problem const& problem, Places const& places) {
  Position at = places.start();
  for (Section const& section : problem.sections) {
    for (Entry const& entry : section.entries) at = reach(places, section, entry, at);
  }
  return at;
}

void Steps::gather(Position gap, Position height, Window window, Value const* onward, Value value, Value* row) const {
  places_.runs(gap, height, window.low, window.high, window.most, [&](Position begin, Position end, Position target, Position step) {
    if (step == 0) {
      Value const won = onward[target] + value;
      for (Position at = begin; at < end; ++at) row[at] = std::max(row[at], won);
    } else {
      Value const* const source = onward + (target - begin);
      for (Position at = begin; at < end; ++at) row[at] = std::max(row[at], source[at] + value);
    }
  });
}

void Steps::scatter(Position gap, Position height, Window window, Value const* row, Value value, Value* onward) const {
  places_.runs(gap, height, window.low, window.high, window.most, [&](Position begin, Position end, Position target, Position step) {
    if (step == 0) {
      Value const won = *std::max_element(row + begin, row + end) + value;
      onward[target] = std::max(onward[target], won);
    } else {
      Value* const goal = onward + (target - begin);
      for (Position at = begin; at < end; ++at) goal[at] = std::max(goal[at], row[at] + value);
    }
  });
}

Value Steps::join(Position gap, Position height, Window window, Value const* row, Value const* onward) const {
  Value best = never;
  places_.runs(gap, height, window.low, window.high, window.most, [&](Position begin, Position end, Position target, Position step) {
    for (Position at = begin; at < end; ++at) best = std::max(best, row[at] + onward[target + step * (at - begin)]);
  });
  return best;
}

/// What is still to win behind the head.
void Steps::between(Option const& option, Window window, Value const* onward) {
  std::fill(between_.begin() + window.low, between_.begin() + window.most + 1, never);
  gather(0, option.tail, {window.low, window.most, window.most}, onward, 0, between_.data());
}

void Steps::gather(Option const& option, Position gap, Position before, Window window, Value const* onward, Value value, Value* row) {
  if (option.tail > 0) {
    between(option, window, onward);
    onward = between_.data();
  }
  gather(gap, before + fit::height(option.head), window, onward, value, row);
}

Value Steps::join(Option const& option, Position gap, Position before, Window window, Value const* row, Value const* onward) {
  if (option.tail > 0) {
    between(option, window, onward);
    onward = between_.data();
  }
  return join(gap, before + fit::height(option.head), window, row, onward);
}

void Steps::scatter(Option const& option, Position gap, Position before, Window window, Value const* row, Value value, Value* onward) {
  if (option.tail <= 0) return scatter(gap, before + fit::height(option.head), window, row, value, onward);
  std::fill(between_.begin() + window.low, between_.begin() + window.most + 1, never);
  scatter(gap, before + fit::height(option.head), window, row, value, between_.data());
  scatter(0, option.tail, {window.low, window.most, window.most}, between_.data(), 0, onward);
}

Position Steps::place(Option const& option, Position gap, Position before, Position at) const {
  at = places_.place(at, gap, before + fit::height(option.head));
  return option.tail > 0 ? places_.place(at, 0, option.tail) : at;
}

}  // namespace resumec::layout::fit

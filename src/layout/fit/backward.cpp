#include "layout/fit/backward.hpp"

namespace resumec::layout::fit {

Backward::Backward(Problem const& problem, Places const& places)
    : problem_{problem},
      places_{places},
      table_{static_cast<std::size_t>(end_of_everything(problem, places)) + 1},
      steps_{places, table_.width()} {
  lay_out_rows();
  Inside tables{table_.width()};
  for (std::size_t section = problem.sections.size(); section-- > 0;) {
    end_of_section(section);
    for (std::size_t entry = problem.sections[section].entries.size(); entry-- > 0;) before_entry(section, entry, tables);
  }
}

/// One row for each count before each entry and behind the last; at the very end one for what is behind all sections.
void Backward::lay_out_rows() {
  std::size_t rows = 0;
  Position at = places_.start();
  for (Section const& section : problem_.sections) {
    std::size_t const states = entry_counts(section).states;
    sections_.push_back(rows_.size());
    for (std::size_t entry = 0; entry <= section.entries.size(); ++entry) {
      rows_.push_back(rows);
      reach_.push_back(at);
      rows += std::min(entry, states) + 1;
      if (entry < section.entries.size()) at = fit::reach(places_, section, section.entries[entry], at);
    }
  }
  sections_.push_back(rows_.size());
  rows_.push_back(rows);
  reach_.push_back(at);
  table_.resize(rows + 1);
  std::fill_n(table_.row(rows), table_.width(), 0);
}

void Backward::end_of_section(std::size_t index) {
  Section const& section = problem_.sections[index];
  std::size_t const last = section.entries.size();
  Counts const counts = entry_counts(section);
  Value const* const onward = row(index + 1, 0, 0);
  for (std::size_t shown = 0; shown <= counts.states; ++shown) {
    bool const allowed = shown == 0 ? !section.required : counts.allowed(shown);
    Value* const row = table_.row(rows_[boundary(index, last)] + shown);
    if (allowed) std::copy(onward + places_.start(), onward + reach(index, last) + 1, row + places_.start());
  }
}

std::vector<std::size_t> Backward::sources(Counts const& counts, std::size_t entry, std::size_t next) {
  std::vector<std::size_t> result;
  for (std::size_t shown = next - 1; shown <= std::min({next, entry, counts.states}); ++shown) {
    if (counts.has_next(shown) && counts.next(shown) == next) result.push_back(shown);
  }
  return result;
}

void Backward::before_entry(std::size_t index, std::size_t at, Inside& tables) {
  Section const& section = problem_.sections[index];
  Entry const& entry = section.entries[at];
  Counts const counts = entry_counts(section);
  Position const low = places_.start();
  Position const high = reach(index, at);
  Value* const rows = table_.row(rows_[boundary(index, at)]);
  for (std::size_t shown = 0; shown <= std::min(at, counts.states) && !entry.required; ++shown) {
    Value const* const skipped = row(index, at + 1, shown);
    std::copy(skipped + low, skipped + high + 1, rows + shown * width() + static_cast<std::size_t>(low));
  }
  for (std::size_t next = 1; next <= std::min(at + 1, counts.states); ++next) {
    std::vector<std::size_t> const from = sources(counts, at, next);
    inside(index, at, from, {low, high, reach(index, at + 1)}, Keep::Last, tables);
    for (std::size_t i = 0; i < from.size(); ++i) {
      Value* const row = rows + from[i] * width();
      Value const* const shown = tables.lead(0, i);
      for (Position p = low; p <= high; ++p) row[p] = std::max(row[p], shown[p] + entry.value);
    }
  }
}

void Backward::inside(std::size_t index, std::size_t at, std::span<std::size_t const> sources, Window window, Keep keep, Inside& tables) {
  Section const& section = problem_.sections[index];
  Entry const& entry = section.entries[at];
  Counts const counts = item_counts(problem_, entry);
  std::size_t const items = entry.items.size();
  auto const stage = [keep](std::size_t item) { return keep == Keep::All ? item : item % 2; };
  tables.resize(keep == Keep::All ? items + 1 : 2, sources.size(), counts.states);

  // Behind the first item the positions go as far as behind the entry.
  Window const later{window.low, window.most, window.most};
  auto const clear = [&](Value* row, Window range) { std::fill(row + range.low, row + range.high + 1, never); };
  auto const copy = [&](Value const* row, Window range, Value* to) { std::copy(row + range.low, row + range.high + 1, to + range.low); };

  Value const* const behind = row(index, at + 1, entry_counts(section).next(sources.front()));
  for (std::size_t count = 1; count <= counts.states; ++count) {
    Value* const row = tables.shown(stage(items), count);
    if (counts.allowed(count))
      copy(behind, later, row);
    else
      clear(row, later);
  }
  std::vector<Lead> leads;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    leads.push_back(lead(section, entry, sources[i] == 0));
    Value* const row = tables.lead(stage(items), i);
    clear(row, window);
    if (counts.allowed(0)) steps_.gather(leads[i].gap, leads[i].alone, window, behind, 0, row);
  }
  for (std::size_t item = items; item-- > 0;) {
    Item const& here = entry.items[item];
    std::size_t const from = stage(item + 1);
    std::size_t const to = stage(item);
    auto const step = [&](std::size_t count, Position gap, Position before, Window range, Value const* left_out, Value* row) {
      if (here.required)
        clear(row, range);
      else
        copy(left_out, range, row);
      if (!counts.has_next(count)) return;
      Value const* const onward = tables.shown(from, counts.next(count));
      for (Option const& option : here.options) {
        steps_.gather(option, gap, before, range, onward, worth(problem_, option, count), row);
      }
      cells_ += static_cast<std::size_t>(range.high - range.low + 1);
    };
    for (std::size_t i = 0; i < sources.size(); ++i) {
      step(0, leads[i].gap, leads[i].before, window, tables.lead(from, i), tables.lead(to, i));
    }
    for (std::size_t count = 1; count <= std::min(item, counts.states); ++count) {
      step(count, height(here.gap), 0, later, tables.shown(from, count), tables.shown(to, count));
    }
  }
}

}  // namespace resumec::layout::fit

// Fitting done again in the plainest way, for tests and fuzzing: pages with a pen that moves down them, and every selection tried.
#pragma once

#include "layout/fit/solver.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace resumec::testing {

namespace fit = layout::fit;
using layout::Units;

enum class Ends : std::uint8_t { AfterLast, Never };

/// First fit, a chunk at a time. `longer`: units that the last page has more.
struct Pen {
  fit::Pages pages;
  Ends ends = Ends::AfterLast;
  Units longer = 0;
  std::uint32_t page = 0;
  Units y = pages.start;

  Units room() const {
    bool const last = ends == Ends::AfterLast && page + 1 == pages.count;
    return (page == 0 ? pages.first : pages.later) + (last ? longer : 0);
  }
  bool put(Units gap, Units height) {
    Units const top = y == 0 ? 0 : y + gap;
    if (top + height <= room()) {
      y = top + height;
      return true;
    }
    for (int tries = 0; tries < 4; ++tries) {  // pages behind the second differ in nothing but the last
      if (ends == Ends::AfterLast && page + 1 >= pages.count) return false;
      ++page;
      y = 0;
      if (height <= room()) {
        y = height;
        return true;
      }
    }
    return false;
  }
  fit::Position end() const { return page == 0 ? y : pages.first + static_cast<fit::Position>(page - 1) * pages.later + y; }
};

inline fit::Value diminished(fit::Problem const& problem, fit::Value value, std::size_t count) {
  if (problem.diminishing.empty()) return value;
  return value * problem.diminishing[std::min(count, problem.diminishing.size() - 1)] / 1000;
}

/// Puts what stands above an entry's first item, or all of an entry without items shown, together with `head`.
inline bool put_lead(Pen& pen, fit::Section const& section, fit::Entry const& entry, bool first_entry, std::optional<Units> head) {
  Units height = 0;
  if (first_entry && section.title > 0) height += section.title + section.title_gap;
  height += entry.header;
  if (head && entry.header > 0) height += entry.header_gap;
  bool const starts_page = entry.gap == fit::next_page || (first_entry && section.gap == fit::next_page);
  Units const gap = first_entry ? section.gap : entry.gap;
  return pen.put(starts_page ? fit::next_page : gap, height + head.value_or(0));
}

/// The value and end of a selection that obeys every rule and fits; nothing if it does not.
inline std::optional<fit::FrontPoint> simulate(fit::Problem const& problem, std::vector<fit::Shown> const& shown, Units longer = 0) {
  Pen pen{.pages = problem.pages, .longer = longer};
  fit::FrontPoint result;
  auto next = shown.begin();
  for (std::size_t s = 0; s < problem.sections.size(); ++s) {
    fit::Section const& section = problem.sections[s];
    std::size_t entries = 0;
    for (std::size_t e = 0; e < section.entries.size(); ++e) {
      fit::Entry const& entry = section.entries[e];
      if (next == shown.end() || next->section != s || next->entry != e) {
        if (entry.required) return std::nullopt;
        continue;
      }
      std::size_t count = 0;
      std::size_t from = 0;
      for (auto const& [index, chosen] : next->items) {
        if (index < from || index >= entry.items.size() || chosen >= entry.items[index].options.size()) return std::nullopt;
        for (; from < index; ++from) {
          if (entry.items[from].required) return std::nullopt;
        }
        ++from;
        fit::Option const& option = entry.items[index].options[chosen];
        bool const put =
            count == 0 ? put_lead(pen, section, entry, entries == 0, option.head) : pen.put(entry.items[index].gap, option.head);
        if (!put || (option.tail > 0 && !pen.put(0, option.tail))) return std::nullopt;
        result.value += diminished(problem, option.value, count++);
      }
      for (; from < entry.items.size(); ++from) {
        if (entry.items[from].required) return std::nullopt;
      }
      if (count < entry.min_items || count > entry.max_items) return std::nullopt;
      if (count == 0 && !put_lead(pen, section, entry, entries == 0, std::nullopt)) return std::nullopt;
      result.value += entry.value;
      ++entries;
      ++next;
    }
    if (entries == 0 && section.required) return std::nullopt;
    if (entries > 0 && (entries < section.min_entries || entries > section.max_entries)) return std::nullopt;
  }
  if (next != shown.end()) return std::nullopt;
  result.end = pen.end();
  return result;
}

enum class Record : std::uint8_t { Best, EachPlace };

/// Every selection, in the order of preference among equals: what stands earlier is shown before it is left out, first options first.
class BruteForce {
 public:
  struct Best {
    bool feasible = false;
    fit::Value value = 0;
    fit::Position end = 0;
    std::vector<fit::Shown> shown;
    fit::Position least_end = fit::nowhere;
    /// Record::EachPlace: the best with each entry and item: section, entry, item + 1 (0 for the entry).
    std::map<std::array<std::size_t, 3>, fit::Value> with;
  };

  /// Whether a selection is one of those to choose from.
  using Allows = std::function<bool(std::vector<fit::Shown> const&)>;

  BruteForce(fit::Problem const& problem, Pen const& pen, Record record = Record::Best) : problem_{problem}, record_{record} {
    entry(0, 0, 0, pen, 0);
  }
  BruteForce(fit::Problem const& problem, Pen const& pen, Allows allows)
      : problem_{problem}, record_{Record::Best}, allows_{std::move(allows)} {
    entry(0, 0, 0, pen, 0);
  }

  Best const& best() const { return best_; }

 private:
  void entry(std::size_t s, std::size_t e, std::size_t before, Pen const& pen, fit::Value value) {
    if (s == problem_.sections.size()) return done(pen, value);
    fit::Section const& section = problem_.sections[s];
    if (e == section.entries.size()) {
      bool const allowed = before == 0 ? !section.required : section.min_entries <= before && before <= section.max_entries;
      if (allowed) entry(s + 1, 0, 0, pen, value);
      return;
    }
    shown_.push_back({static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(e), {}});
    item(0, before, pen, value + section.entries[e].value);
    shown_.pop_back();
    if (!section.entries[e].required) entry(s, e + 1, before, pen, value);
  }

  void item(std::size_t i, std::size_t before, Pen const& pen, fit::Value value) {
    std::size_t const s = shown_.back().section;
    std::size_t const e = shown_.back().entry;
    fit::Section const& section = problem_.sections[s];
    fit::Entry const& entry = section.entries[e];
    std::size_t const count = shown_.back().items.size();
    if (i == entry.items.size()) {
      if (count < entry.min_items || count > entry.max_items) return;
      Pen behind = pen;
      if (count == 0 && !put_lead(behind, section, entry, before == 0, std::nullopt)) return;
      this->entry(s, e + 1, before + 1, behind, value);
      return;
    }
    for (std::size_t o = 0; o < entry.items[i].options.size(); ++o) {
      fit::Option const& option = entry.items[i].options[o];
      Pen behind = pen;
      bool const put =
          count == 0 ? put_lead(behind, section, entry, before == 0, option.head) : behind.put(entry.items[i].gap, option.head);
      if (!put || (option.tail > 0 && !behind.put(0, option.tail))) continue;
      shown_.back().items.emplace_back(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(o));
      item(i + 1, before, behind, value + diminished(problem_, option.value, count));
      shown_.back().items.pop_back();
    }
    if (!entry.items[i].required) item(i + 1, before, pen, value);
  }

  void done(Pen const& pen, fit::Value value) {
    if (allows_ && !allows_(shown_)) return;
    best_.least_end = std::min(best_.least_end, pen.end());
    for (fit::Shown const& shown : record_ == Record::EachPlace ? std::span{shown_} : std::span<fit::Shown>{}) {
      raise({shown.section, shown.entry, 0}, value);
      for (auto const& [index, option] : shown.items) raise({shown.section, shown.entry, index + std::size_t{1}}, value);
    }
    if (best_.feasible && value <= best_.value) return;
    best_.feasible = true;
    best_.value = value;
    best_.end = pen.end();
    best_.shown = shown_;
  }

  void raise(std::array<std::size_t, 3> key, fit::Value value) {
    auto const [place, fresh] = best_.with.try_emplace(key, value);
    if (!fresh) place->second = std::max(place->second, value);
  }

  fit::Problem const& problem_;
  Record record_;
  Allows allows_;
  std::vector<fit::Shown> shown_;
  Best best_;
};

}  // namespace resumec::testing

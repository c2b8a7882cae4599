#include "layout/fit/forward.hpp"

#include "layout/fit/backward.hpp"

namespace resumec::layout::fit {

namespace {

class Forward {
 public:
  Forward(Problem const& problem, Places const& places, std::size_t width, Visit const& visit)
      : problem_{problem},
        visit_{visit},
        steps_{places, width},
        now_{width},
        then_{width},
        shown_{width},
        own_(width),
        won_(width, never),
        low_{places.start()},
        last_{static_cast<Position>(width) - 1} {
    won_[static_cast<std::size_t>(low_)] = 0;
  }

  std::vector<Value> all() {
    for (std::size_t section = 0; section < problem_.sections.size(); ++section) this->section(section);
    return std::move(won_);
  }

 private:
  void section(std::size_t index);
  void entry(Arrival arrival);
  void item(Item const& item, Counts const& counts, Arrival const& arrival, std::span<Lead const> leads);
  Window window() const { return {low_, last_, last_}; }
  void clear(Value* row) const { std::fill(row + low_, row + last_ + 1, never); }
  void take_better(Value const* from, Value value, Value* row) const {
    for (Position at = low_; at <= last_; ++at) row[at] = std::max(row[at], from[at] + value);
  }

  Problem const& problem_;
  Visit const& visit_;
  Steps steps_;
  Table now_, then_;  ///< by entries shown: before an entry, and behind it
  Table shown_;       ///< by items shown, from 1
  std::vector<Value> own_;
  std::vector<Value> won_;
  Position low_, last_;
};

void Forward::section(std::size_t index) {
  Section const& section = problem_.sections[index];
  Counts const counts = entry_counts(section);
  now_ = Table{own_.size()};
  then_ = Table{own_.size()};
  now_.resize(counts.states + 1);
  then_.resize(counts.states + 1);
  std::copy(won_.begin(), won_.end(), now_.row(0));
  for (std::size_t at = 0; at < section.entries.size(); ++at) {
    for (std::size_t shown = 0; shown <= counts.states; ++shown) {
      clear(then_.row(shown));
      if (!section.entries[at].required) take_better(now_.row(shown), 0, then_.row(shown));
    }
    for (std::size_t next = 1; next <= std::min(at + 1, counts.states); ++next) {
      std::vector<std::size_t> const before = Backward::sources(counts, at, next);
      entry({index, at, 0, next, before, {}, {}});
    }
    std::swap(now_, then_);
  }
  clear(won_.data());
  for (std::size_t shown = 0; shown <= counts.states; ++shown) {
    if (shown == 0 ? !section.required : counts.allowed(shown)) take_better(now_.row(shown), 0, won_.data());
  }
}

void Forward::entry(Arrival arrival) {
  Section const& section = problem_.sections[arrival.section];
  Entry const& entry = section.entries[arrival.entry];
  Counts const counts = item_counts(problem_, entry);
  shown_.resize(counts.states);
  std::vector<Lead> leads;
  for (std::size_t const before : arrival.before) {
    leads.push_back(lead(section, entry, before == 0));
    arrival.open.push_back(now_.row(before));
  }
  for (std::size_t count = 1; count <= counts.states; ++count) {
    clear(shown_.row(count - 1));
    arrival.shown.push_back(shown_.row(count - 1));
  }
  for (; arrival.item < entry.items.size(); ++arrival.item) {
    if (visit_) visit_(arrival);
    item(entry.items[arrival.item], counts, arrival, leads);
    if (entry.items[arrival.item].required) arrival.open.clear();
  }
  if (visit_) visit_(arrival);
  Value* const behind = then_.row(arrival.next);
  for (std::size_t i = 0; i < arrival.open.size() && counts.allowed(0); ++i) {
    steps_.scatter(leads[i].gap, leads[i].alone, window(), arrival.open[i], entry.value, behind);
  }
  for (std::size_t count = 1; count <= counts.states; ++count) {
    if (counts.allowed(count)) take_better(shown_.row(count - 1), entry.value, behind);
  }
}

void Forward::item(Item const& item, Counts const& counts, Arrival const& arrival, std::span<Lead const> leads) {
  for (std::size_t count = counts.states; count > 0; --count) {
    // A count that leads to itself must not be read while it is written.
    Value* const row = shown_.row(count - 1);
    bool const writes_itself = counts.has_next(count) && counts.next(count) == count;
    if (writes_itself) std::copy(row + low_, row + last_ + 1, own_.begin() + low_);
    Value const* const from = writes_itself ? own_.data() : row;
    if (writes_itself && item.required) clear(row);
    if (counts.has_next(count)) {
      Value* const onward = shown_.row(counts.next(count) - 1);
      for (Option const& option : item.options) {
        steps_.scatter(option, height(item.gap), 0, window(), from, worth(problem_, option, count), onward);
      }
    }
    if (!writes_itself && item.required) clear(row);
  }
  if (!counts.has_next(0)) return;
  for (std::size_t i = 0; i < arrival.open.size(); ++i) {
    for (Option const& option : item.options) {
      Value const value = worth(problem_, option, 0);
      steps_.scatter(option, leads[i].gap, leads[i].before, window(), arrival.open[i], value, shown_.row(counts.next(0) - 1));
    }
  }
}

}  // namespace

std::vector<Value> forward(Problem const& problem, Places const& places, std::size_t width, Visit const& visit) {
  return Forward{problem, places, width, visit}.all();
}

std::vector<FrontPoint> more(Problem const& problem, Units beyond, Value than) {
  Places const places{problem.pages, beyond};
  Position const last = end_of_everything(problem, places);
  std::vector<Value> const won = forward(problem, places, static_cast<std::size_t>(last) + 1, {});
  std::vector<FrontPoint> result;
  for (Position at = Places{problem.pages}.capacity() + 1; at <= last; ++at) {
    Value const value = won[static_cast<std::size_t>(at)];
    if (!possible(value) || value <= than) continue;
    result.push_back({at, value});
    than = value;
  }
  return result;
}

}  // namespace resumec::layout::fit

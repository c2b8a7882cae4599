#include "layout/inline/linebreak.hpp"

#include "layout/inline/demerits.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace resumec::layout {

namespace {

constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::max();

/// The best way to end a line at a place, among those that agree in everything later lines depend on.
struct Node {
  std::uint32_t place = 0;
  std::uint32_t lines = 0;   ///< up to here
  std::uint8_t fitness = 0;  ///< of the line that ends here
  std::uint8_t flags = 0;    ///< so many lines in a row end in hyphens
  std::int64_t demerits = 0;
  std::uint32_t previous = 0;
};

/// One pass of the search: forwards over the places, with all starts that still reach the place at hand.
class Search {
 public:
  Search(Breakpoints const& places, Measures measures, Setting const& setting, bool counts_lines)
      : places_{places.at}, short_last_word_{places.short_last_word}, measures_{measures}, setting_{setting}, counts_lines_{counts_lines} {}

  /// False if there is no way within the setting's tolerance.
  bool run();
  std::vector<BrokenLines> take() const;

 private:
  void reach(std::uint32_t end);
  bool is_out_of_reach(std::uint32_t start, std::uint32_t end) const;
  Node* candidate(std::uint32_t lines, std::uint8_t fitness, std::uint8_t flags);
  void keep_candidates();
  BrokenLines trace(std::uint32_t node) const;

  std::vector<Breakpoint> const& places_;
  bool const short_last_word_;
  Measures const measures_;
  Setting const setting_;
  bool const counts_lines_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> first_node_;  ///< of each place, and one more
  std::uint32_t first_start_ = 0;          ///< the first place from which a line can still be set
  std::vector<Node> candidates_;           ///< slots by line count, fitness, flags; demerits `impossible`: none
  std::uint32_t fewest_lines_ = 0;         ///< of `candidates_`
  Width most_hang_ = 0;
};

constexpr std::uint32_t slots_per_count = fitness_classes * (most_flags + 1);

bool Search::run() {
  for (Breakpoint const& place : places_) most_hang_ = std::max({most_hang_, place.hang_left, place.hang_right});
  nodes_.push_back({0, 0, decent, 0, 0, 0});
  first_node_ = {0, 1};
  auto const size = static_cast<std::uint32_t>(places_.size());
  for (std::uint32_t end = 1; end < size; ++end) {
    reach(end);
    if (places_[end].mandatory) first_start_ = end;
  }
  return first_node_[size] > first_node_[size - 1];
}

/// No line from `start` will do any more: text only grows. Only what ends may hang is not monotone.
bool Search::is_out_of_reach(std::uint32_t start, std::uint32_t end) const {
  Breakpoint const &a = places_[start], &b = places_[end];
  Width const narrowest = b.seen - a.start - (setting_.justified ? b.seen_shrink - a.start_shrink : 0) - 2 * most_hang_;
  return narrowest > measures_.of(start);
}

Node* Search::candidate(std::uint32_t lines, std::uint8_t fitness, std::uint8_t flags) {
  std::uint32_t const count = counts_lines_ ? lines - fewest_lines_ : 0;
  std::size_t const slot = count * slots_per_count + fitness * (most_flags + 1U) + flags;
  Node none;
  none.demerits = impossible;
  if (slot >= candidates_.size()) candidates_.resize((count + 1) * slots_per_count, none);
  return &candidates_[slot];
}

void Search::reach(std::uint32_t end) {
  candidates_.clear();
  while (first_start_ + 1 < end && is_out_of_reach(first_start_, end)) ++first_start_;
  fewest_lines_ = std::numeric_limits<std::uint32_t>::max();
  for (std::uint32_t node = first_node_[first_start_]; node < first_node_[end]; ++node)
    fewest_lines_ = std::min(fewest_lines_, nodes_[node].lines + 1);
  for (std::uint32_t start = first_start_; start < end; ++start) {
    if (first_node_[start] == first_node_[start + 1]) continue;
    auto const set = set_line(places_, start, end, measures_.of(start), setting_, short_last_word_);
    if (!set) continue;
    for (std::uint32_t index = first_node_[start]; index < first_node_[start + 1]; ++index) {
      Node const& from = nodes_[index];
      auto const joint = joint_demerits({from.fitness, from.flags}, *set, setting_, end + 1 == places_.size());
      if (!joint) continue;
      std::int64_t const demerits = from.demerits + set->demerits + *joint;
      auto const flags = static_cast<std::uint8_t>(set->flagged ? std::min(from.flags + 1, int{most_flags}) : 0);
      Node* const best = candidate(from.lines + 1, set->fitness, flags);
      // Of equals the one whose last line starts earlier, as first fit would.
      if (demerits < best->demerits) *best = {end, from.lines + 1, set->fitness, flags, demerits, index};
    }
  }
  keep_candidates();
}

/// Drops what cannot win: a candidate that is worse than another of as many lines and hyphens by more than fitness can cost later.
void Search::keep_candidates() {
  for (std::size_t count = 0; count < candidates_.size(); count += slots_per_count) {
    for (std::uint32_t flags = 0; flags <= most_flags; ++flags) {
      std::int64_t best = impossible;
      auto const slot = [&](std::uint32_t fitness) -> Node& { return candidates_[count + fitness * (most_flags + 1U) + flags]; };
      for (std::uint32_t fitness = 0; fitness < fitness_classes; ++fitness) best = std::min(best, slot(fitness).demerits);
      if (best == impossible) continue;
      for (std::uint32_t fitness = 0; fitness < fitness_classes; ++fitness)
        if (slot(fitness).demerits <= best + adjacent_demerits && slot(fitness).demerits != impossible) nodes_.push_back(slot(fitness));
    }
  }
  first_node_.push_back(static_cast<std::uint32_t>(nodes_.size()));
}

BrokenLines Search::trace(std::uint32_t node) const {
  BrokenLines broken;
  broken.demerits = nodes_[node].demerits;
  for (; nodes_[node].place != 0; node = nodes_[node].previous) {
    Node const &end = nodes_[node], &start = nodes_[end.previous];
    Breakpoint const &a = places_[start.place], &b = places_[end.place];
    auto const set = set_line(places_, start.place, end.place, measures_.of(start.place), setting_, short_last_word_);
    Line line{start.place,
              end.place,
              measures_.of(start.place),
              b.seen - a.start + b.hyphen,
              a.hang_left,
              b.hang_right,
              0,
              end.demerits - start.demerits,
              set->overfull};
    line.r_1024 = final_ratio(places_, line, setting_.justified);
    broken.lines.push_back(line);
  }
  std::reverse(broken.lines.begin(), broken.lines.end());
  return broken;
}

std::vector<BrokenLines> Search::take() const {
  // The best node of each line count at the end.
  std::vector<std::uint32_t> best;
  for (std::uint32_t node = first_node_[places_.size() - 1]; node < first_node_[places_.size()]; ++node) {
    auto const same = std::find_if(best.begin(), best.end(),
                                   [&](std::uint32_t other) { return !counts_lines_ || nodes_[other].lines == nodes_[node].lines; });
    if (same == best.end())
      best.push_back(node);
    else if (nodes_[node].demerits < nodes_[*same].demerits)
      *same = node;
  }
  std::sort(best.begin(), best.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (nodes_[a].demerits != nodes_[b].demerits) return nodes_[a].demerits < nodes_[b].demerits;
    return nodes_[a].lines < nodes_[b].lines;
  });
  std::vector<BrokenLines> result;
  result.reserve(best.size());
  for (std::uint32_t const node : best) result.push_back(trace(node));
  return result;
}

}  // namespace

std::vector<BrokenLines> linebreak(Breakpoints const& places, Measures measures, style::Align align) {
  bool const counts_lines = places.at.size() <= most_places_with_variants;
  std::vector<Setting> const settings = settings_for(places, measures, align);
  for (std::size_t pass = 0; pass + 1 < settings.size(); ++pass) {
    Search search{places, measures, settings[pass], counts_lines};
    if (search.run()) return search.take();
  }
  Search search{places, measures, settings.back(), counts_lines};
  search.run();
  return search.take();
}

}  // namespace resumec::layout

#include "layout/fit/search.hpp"

#include <algorithm>
#include <queue>
#include <tuple>

namespace resumec::layout::fit {

namespace {

auto lines_of(style::Metrics const& metrics) { return std::tuple{metrics.body_size, metrics.margin_left, metrics.margin_right}; }

auto tightness(style::Metrics const& metrics) {
  return std::tuple{lines_of(metrics), metrics.margin_top, metrics.margin_bottom, metrics.line_height, metrics.gaps};
}

/// Levels with the same lines.
struct Lines {
  std::size_t like = 0;      ///< the first of those levels
  std::int64_t measure = 0;  ///< in thousandths of the size
  bool known = false;        ///< were measured
};

/// What is known of a level.
struct Candidate {
  std::size_t level = 0;
  std::size_t lines = 0;  ///< whose lines the bound was made with
  bool exact = false;
  Value net = 0;  ///< what it wins at most

  /// Later in the queue: what can win less, or as much as a cheaper level.
  bool operator<(Candidate const& other) const { return std::tuple{net, other.level} < std::tuple{other.net, level}; }
};

class Search {
 public:
  Search(std::vector<Level> const& levels, Oracle const& oracle) : levels_{levels}, oracle_{oracle} {
    for (std::size_t i = 0; i < levels.size(); ++i) lines_of_level_.push_back(group(i));
  }

  std::optional<std::size_t> run() {
    if (levels_.empty()) return std::nullopt;
    auto const widest =
        std::max_element(lines_.begin(), lines_.end(), [](Lines const& a, Lines const& b) { return a.measure < b.measure; });
    widest->known = true;
    for (std::size_t i = 0; i < levels_.size(); ++i) bound(i, static_cast<std::size_t>(widest - lines_.begin()));
    while (!queue_.empty()) {
      Candidate const best = queue_.top();
      queue_.pop();
      if (best.exact) return best.level;
      refine(best);
    }
    return std::nullopt;
  }

 private:
  std::size_t group(std::size_t level) {
    style::Metrics const& metrics = levels_[level].metrics;
    auto const found = std::find_if(lines_.begin(), lines_.end(),
                                    [&](Lines const& lines) { return lines_of(levels_[lines.like].metrics) == lines_of(metrics); });
    if (found != lines_.end()) return static_cast<std::size_t>(found - lines_.begin());
    base::Length const measure = metrics.page_width - metrics.margin_left - metrics.margin_right;
    lines_.push_back({level, measure.raw() * 1000 / metrics.body_size.raw()});
    return lines_.size() - 1;
  }

  void bound(std::size_t level, std::size_t lines) {
    if (std::optional<Value> const most = oracle_.bound(lines_[lines].like, level))
      queue_.push({level, lines, false, *most - oracle_.cost(levels_[level])});
  }

  /// Bounds a level by narrower lines, those already measured first, and in the end asks for its value.
  void refine(Candidate const& candidate) {
    std::size_t const own = lines_of_level_[candidate.level];
    std::size_t const nearest = nearest_known(own);
    if (nearest != candidate.lines) {
      bound(candidate.level, nearest);
    } else if (nearest != own) {
      lines_[own].known = true;
      bound(candidate.level, own);
    } else if (std::optional<Value> const value = oracle_.value(candidate.level)) {
      queue_.push({candidate.level, own, true, *value - oracle_.cost(levels_[candidate.level])});
    }
  }

  /// The narrowest of the lines measured that are not narrower than `own`.
  std::size_t nearest_known(std::size_t own) const {
    if (lines_[own].known) return own;
    std::size_t nearest = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].known || lines_[i].measure < lines_[own].measure) continue;
      if (nearest == lines_.size() || lines_[i].measure < lines_[nearest].measure) nearest = i;
    }
    return nearest;
  }

  std::vector<Level> const& levels_;
  Oracle const& oracle_;
  std::vector<Lines> lines_;
  std::vector<std::size_t> lines_of_level_;
  std::priority_queue<Candidate> queue_;
};

}  // namespace

std::optional<std::size_t> best_level(std::vector<Level> const& levels, Oracle const& oracle) { return Search{levels, oracle}.run(); }

std::optional<std::size_t> best_of_all(std::vector<Level> const& levels, Oracle const& oracle) {
  std::optional<std::size_t> best;
  Value won = 0;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    std::optional<Value> const value = oracle.value(i);
    if (!value || (best && *value - oracle.cost(levels[i]) <= won)) continue;
    best = i;
    won = *value - oracle.cost(levels[i]);
  }
  return best;
}

std::size_t tightest(std::vector<Level> const& levels) {
  auto const found = std::min_element(levels.begin(), levels.end(),
                                      [](Level const& a, Level const& b) { return tightness(a.metrics) < tightness(b.metrics); });
  return static_cast<std::size_t>(found - levels.begin());
}

}  // namespace resumec::layout::fit

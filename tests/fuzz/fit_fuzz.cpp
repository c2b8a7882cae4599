// Any bytes → a small problem of fitting: what the solver shows obeys every rule and fits by another simulation, is worth what it says, and
// the prices of what is left out are true.
#include "layout/fit/joint.hpp"
#include "support/fit_brute.hpp"
#include "support/fuzz_bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>

namespace {

using namespace resumec::layout::fit;
using resumec::testing::Bytes;
using resumec::testing::require;

constexpr std::size_t open_count = std::numeric_limits<std::size_t>::max();
constexpr int most_items = 40;

std::size_t count(Bytes& bytes, std::size_t otherwise) {
  int const number = bytes.below(8);
  return number < 4 ? static_cast<std::size_t>(number) : otherwise;
}

Entry read_entry(Bytes& bytes, int& items) {
  Entry result;
  result.header = bytes.below(5);
  result.gap = bytes.below(4);
  result.header_gap = bytes.below(3);
  result.value = bytes.below(200);
  result.required = bytes.below(6) == 1;
  result.min_items = count(bytes, 0);
  result.max_items = count(bytes, open_count);
  for (int left = bytes.below(8); left > 0 && ++items <= most_items; --left) {
    Item item;
    item.gap = bytes.below(4);
    item.required = bytes.below(6) == 1;
    for (int options = bytes.below(4); options > 0; --options) {
      Option option;
      option.head = bytes.below(10);
      option.tail = bytes.below(16) < 12 ? 0 : bytes.below(10);
      option.value = bytes.below(256);
      item.options.push_back(option);
    }
    result.items.push_back(std::move(item));
  }
  return result;
}

Problem read(Bytes& bytes) {
  Problem result;
  result.pages.count = static_cast<std::uint32_t>(bytes.below(5));
  if (result.pages.count == 0) result.pages.count = 1;
  result.pages.first = bytes.below(64);
  result.pages.later = bytes.below(64);
  result.pages.start = bytes.below(result.pages.first + 1);
  for (int left = bytes.below(5), now = 1000; left > 0; --left) result.diminishing.push_back(now -= bytes.below(200));
  int items = 0;
  while (!bytes.empty() && result.sections.size() < 6) {
    Section section;
    section.title = bytes.below(5);
    section.gap = bytes.below(5);
    section.title_gap = bytes.below(3);
    section.required = bytes.below(6) == 1;
    section.min_entries = count(bytes, 0);
    section.max_entries = count(bytes, open_count);
    for (int left = bytes.below(6); left > 0; --left) section.entries.push_back(read_entry(bytes, items));
    result.sections.push_back(std::move(section));
  }
  return result;
}

void check(Problem const& problem, Solution const& solution, resumec::layout::Units longer) {
  if (!solution.feasible) return require(solution.shown.empty());
  auto const simulated = resumec::testing::simulate(problem, solution.shown, longer);
  require(simulated.has_value());
  require(simulated->value == solution.value);
  require(simulated->end == solution.end);
  require(solution.least_end <= solution.end);
}

bool is_shown(Spot const& spot, Solution const& solution) {
  for (Shown const& shown : solution.shown)
    if (shown.section == spot.section && shown.entry == *spot.entry) return true;
  return false;
}

/// Each of up to four entries requires the one that stands so many places behind it.
void check_links(Problem const& problem, Solution const& apart, unsigned distance) {
  std::vector<Spot> entries;
  for (std::uint32_t s = 0; s < problem.sections.size(); ++s)
    for (std::uint32_t e = 0; e < problem.sections[s].entries.size(); ++e) entries.push_back({0, s, e, std::nullopt, {}});
  std::vector<SpotLink> links;
  for (std::size_t i = 0; i < entries.size() && links.size() < 4; ++i)
    links.push_back({entries[i], entries[(i + distance) % entries.size()]});
  Joint const joint = solve({problem}, links);
  if (!joint.feasible) return;
  check(problem, joint.solutions[0], 0);
  require(joint.value == joint.solutions[0].value && joint.value <= apart.value);
  for (SpotLink const& link : links) require(!is_shown(link.item, joint.solutions[0]) || is_shown(link.needs, joint.solutions[0]));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  Bytes bytes{data, size};
  Problem const problem = read(bytes);
  Solution const solution = solve(problem, 5);
  check(problem, solution, 0);
  Value before = solution.feasible ? solution.value : std::numeric_limits<Value>::min();
  for (FrontPoint const& point : solution.more) {
    require(point.value > before);
    before = point.value;
  }
  auto const left_out = regrets(problem, solution);
  std::size_t forced = 0;
  for (Regret const& regret : left_out) {
    if (regret.price) require(*regret.price >= 0);
    if (++forced > 3) continue;  // one solve each
    Forced const other = force(problem, solution, regret.place);
    check(problem, other.solution, 0);
    require(other.solution.feasible == regret.price.has_value());
    if (regret.price) require(other.solution.value == solution.value - *regret.price);
  }
  Problem taller = problem;
  ++taller.pages.first;
  ++taller.pages.later;
  Solution const more = solve(taller);
  check(taller, more, 0);
  require(!solution.feasible || (more.feasible && more.value >= solution.value));
  check_links(problem, solution, size > 2 ? data[size / 2] : 0U);
  return 0;
}

// The solver of fitting on résumés of 87, 168 and 330 points (700, 1,400 and 3,000 words) on one to three pages: `solve` alone, with what
// eight more lines would buy, and the prices of what was left out. docs/decisions/0010-fit-solver.md has the numbers.
#include "layout/fit/solver.hpp"

#include <benchmark/benchmark.h>

#include <random>

namespace {

using namespace resumec::layout::fit;
using resumec::layout::Units;

constexpr Units line = 16;

class Draw {
 public:
  explicit Draw(std::uint32_t seed) : engine_{seed} {}
  int between(int low, int high) { return low + static_cast<int>(engine_() % static_cast<std::uint32_t>(high - low + 1)); }

 private:
  std::mt19937 engine_;
};

Option option(int lines, Value value) { return lines < 4 ? Option{lines * line, 0, value} : Option{2 * line, (lines - 2) * line, value}; }

/// Points of one to three lines, some of four to six; half of the longer ones can be a line shorter for a fifth of their value.
Item point(Draw& draw, Value recency) {
  constexpr Value priorities[] = {100, 75, 50, 25, 10};
  Item result;
  result.gap = 1;
  int const lines = draw.between(1, 12) == 1 ? draw.between(4, 6) : draw.between(1, 3);
  Value const value = priorities[draw.between(0, 4)] * recency;
  result.options.push_back(option(lines, value));
  if (lines > 1 && draw.between(0, 1) == 0) result.options.push_back(option(lines - 1, value * 8 / 10));
  return result;
}

Problem resume(int points, std::uint32_t pages) {
  Draw draw{2026};
  Problem result;
  result.pages = {pages, 50 * line, 50 * line, 5 * line};
  for (int step = 0; step < 12; ++step) result.diminishing.push_back(1000 - 50 * step);
  while (points > 0) {
    Section section{.title = line + 4, .gap = 12, .title_gap = 4, .entries = {}};
    Value recency = 1000;
    for (int entries = draw.between(3, 8); entries > 0 && points > 0; --entries) {
      Entry entry{.header = line * draw.between(1, 2), .gap = 6, .header_gap = 2, .value = 0, .items = {}, .min_items = 1};
      for (int left = draw.between(3, 9); left > 0 && points > 0; --left, --points) entry.items.push_back(point(draw, recency));
      recency = recency * 93 / 100;
      section.entries.push_back(std::move(entry));
    }
    result.sections.push_back(std::move(section));
  }
  return result;
}

Problem of(benchmark::State const& state) { return resume(static_cast<int>(state.range(0)), static_cast<std::uint32_t>(state.range(1))); }

void fit_solve(benchmark::State& state) {
  Problem const problem = of(state);
  for (auto _ : state) benchmark::DoNotOptimize(solve(problem).value);
}

void fit_solve_and_more(benchmark::State& state) {
  Problem const problem = of(state);
  for (auto _ : state) benchmark::DoNotOptimize(solve(problem, 8 * line).more.size());
}

void fit_regrets(benchmark::State& state) {
  Problem const problem = of(state);
  Solution const solution = solve(problem);
  for (auto _ : state) benchmark::DoNotOptimize(regrets(problem, solution).size());
}

void sizes(benchmark::internal::Benchmark* it) {
  it->Unit(benchmark::kMillisecond)->ArgNames({"points", "pages"})->ArgsProduct({{87, 168, 330}, {1, 2, 3}});
}

BENCHMARK(fit_solve)->Apply(sizes);
BENCHMARK(fit_solve_and_more)->Apply(sizes);
BENCHMARK(fit_regrets)->Apply(sizes);

}  // namespace

BENCHMARK_MAIN();

// Lines and pages of résumés of 700 and 3,000 words and of up to a thousand pages, and fitting to one page. Laying out is measured warm:
// the words have been shaped, as in `watch` or a build of many variants. passes.py runs this and draws the table of docs/performance.md.
#include "driver/passes.hpp"
#include "layout/layout.hpp"
#include "support/places.hpp"
#include "support/square_font.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <utility>

namespace {

using namespace resumec;

/// Words of one to four syllables: as many different ones as in real résumés, about half of all.
class Words {
 public:
  std::string next() {
    constexpr char const* syllables[] = {"ba", "dor", "ke", "lin", "mar", "no", "pel", "ri", "sta", "tun", "ve", "gra"};
    std::string word;
    for (std::uint32_t left = 1 + below(4); left > 0; --left) word += syllables[below(12)];
    return word;
  }
  std::string sentence(int words) {
    std::string text = "Led " + next();
    for (int i = 2; i < words; ++i) text += ' ' + next();
    return text;
  }

 private:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_() % limit); }
  std::mt19937 engine_{2026};
};

/// A source of about so many words: entries of six points of 10 to 30 words, newest first.
std::string resume(int words) {
  constexpr int words_of_entry = 130, most_years = 50;
  Words text;
  std::string yaml = "resumec: 1\nname: Nell Farrow\nemail: nell@farrow.example\nsections:\n  experience:\n";
  for (int entry = 0; entry * words_of_entry < words; ++entry) {
    int const year = 2024 - entry % most_years;
    yaml += "    - {role: Engineer " + text.next() + ", at: Works of " + text.next() + ", when: " + std::to_string(year - 1) + " – " +
            std::to_string(year) + ", points: [";
    for (int point = 0; point < 6; ++point)
      yaml += "\"" + text.sentence(10 + 4 * point) + " {!" + std::to_string(1 + (entry + point) % 5) + "}\", ";
    yaml += "]}\n";
  }
  return yaml;
}

/// A source among the fonts of the build.
struct Source {
  explicit Source(std::string yaml) : id{world->add("resume.yaml", std::move(yaml))} {}

  std::unique_ptr<World> world = resumec::testing::real_font_world(places::built("share/resumec"));
  SourceId id;
};

void measure_layout(benchmark::State& state, Source& source) {
  Engine engine;
  driver::Passes passes{engine, *source.world, source.id, {}};
  if (!passes.run(Stage::Flow)) {
    state.SkipWithError("the source does not compile");
    return;
  }
  std::size_t pages = 0;
  for (auto _ : state) {
    Diagnostics diagnostics;
    pages = layout::lay_out(passes.flow, passes.shaper(), *source.world, diagnostics).pages.size();
  }
  state.counters["pages"] = static_cast<double>(pages);
}

/// From reading to the last decision of fitting.
void measure_fit(benchmark::State& state, Source& source) {
  Engine engine;
  CompileOptions options;
  options.fit = FitRequest{1, FitRequest::Pages::Exactly};
  for (auto _ : state) {
    driver::Passes passes{engine, *source.world, source.id, options};
    if (!passes.run(Stage::Flow)) state.SkipWithError("the source cannot be fitted");
  }
}

void layout_words(benchmark::State& state) {
  Source source{resume(static_cast<int>(state.range(0)))};
  measure_layout(state, source);
}

void fit_words_to_one_page(benchmark::State& state) {
  Source source{resume(static_cast<int>(state.range(0)))};
  measure_fit(state, source);
}

std::string long_cv() { return resumec::testing::file_bytes(places::source("examples/long-cv.yaml")); }

void layout_long_cv(benchmark::State& state) {
  Source source{long_cv()};
  measure_layout(state, source);
}

void fit_long_cv_to_one_page(benchmark::State& state) {
  Source source{long_cv()};
  measure_fit(state, source);
}

BENCHMARK(layout_words)
    ->Unit(benchmark::kMillisecond)
    ->Arg(700)
    ->Arg(3000)
    ->Arg(30'000)
    ->Arg(60'000)
    ->Arg(100'000)
    ->Arg(200'000)
    ->Arg(300'000)
    ->Arg(400'000);
BENCHMARK(fit_words_to_one_page)->Unit(benchmark::kMillisecond)->Arg(700)->Arg(3000);
BENCHMARK(layout_long_cv)->Unit(benchmark::kMillisecond);
BENCHMARK(fit_long_cv_to_one_page)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();

// `resumec watch`: builds, then waits until something that the build used changes, and builds again.
//
// Every build is a whole one with a session of its own, as `resumec build` makes it: nothing is kept from build to build but what was
// printed, so an edit of the source, a layout, a font or a photo cannot meet a stale copy, and memory does not grow.
#include "cli/build/build.hpp"
#include "cli/commands.hpp"
#include "cli/watch/file_watcher.hpp"
#include "cli/watch/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>

namespace resumec::cli {

using driver::Option;

namespace {

// Milliseconds. One save is several events (truncate, write, close; or write, rename), an editor's own within a few; 12 collects them and
// leaves most of the 50 from save to output for the build. A program that writes without end is built at least each 200.
constexpr std::uint64_t settling = 12;
constexpr std::uint64_t longest_settling = 200;
// What fails right after a save may be half of a file: it is called an error when nothing follows for so long.
constexpr std::uint64_t doubt = 60;
// File times are those of the kernel's last tick; at 100 Hz that is this many nanoseconds ago.
constexpr std::int64_t clock_tick = 10'000'000;

std::int64_t now() {
  uv_timeval64_t time{};
  uv_gettimeofday(&time);
  return time.tv_sec * 1'000'000'000 + std::int64_t{time.tv_usec} * 1000;
}

/// A build and the session that its findings are printed through.
struct Build {
  std::unique_ptr<Session> session;
  BuildReport report;
};

class Watch {
 public:
  explicit Watch(Arguments const& arguments);
  Watch(Watch const&) = delete;
  Watch& operator=(Watch const&) = delete;
  ~Watch();

  int run();

 private:
  Build build();
  void rebuild();
  void changed();
  void show(Build build);
  void stop();

  Arguments arguments_;
  uv_loop_t loop_{};
  uv_timer_t timer_{};
  uv_signal_t signals_[2]{};
  std::unique_ptr<FileWatcher> files_;
  std::optional<std::uint64_t> first_change_;  ///< of those that are not built yet
  std::optional<Build> doubted_;               ///< failed, and perhaps for being early
  Diagnostics shown_;                          ///< the problems that stand
};

Watch::Watch(Arguments const& arguments) : arguments_{arguments} {
  uv_loop_init(&loop_);
  loop_.data = this;
  uv_timer_init(&loop_, &timer_);
  for (auto& signal : signals_) uv_signal_init(&loop_, &signal);
  files_ = std::make_unique<FileWatcher>(loop_, [this] { changed(); });
}

Watch::~Watch() {
  stop();
  uv_run(&loop_, UV_RUN_DEFAULT);  // the handles close
  uv_loop_close(&loop_);
}

void Watch::stop() {
  files_.reset();
  auto const close = [](auto& handle) {
    auto* const base = reinterpret_cast<uv_handle_t*>(&handle);  // libuv's own way from a handle to its base
    if (!uv_is_closing(base)) uv_close(base, nullptr);
  };
  close(timer_);
  for (auto& signal : signals_) close(signal);
}

/// Builds, and watches what was used. What changed meanwhile in a folder that was not watched is built again.
Build Watch::build() {
  auto const begin = now();
  Build build{std::make_unique<Session>(arguments_), {}};
  build.report = run_build(arguments_, *build.session);
  auto uses = build.session->world().files_used();
  uses.push_back({build.session->source_path(), FileUse::Kind::File});
  auto const watched = files_->watch(uses);
  if (watched.problem) fmt::print(stderr, "resumec: {}: changes there are not seen\n", *watched.problem);
  if (watched.grew && written_since(uses, begin - clock_tick)) changed();
  return build;
}

void Watch::rebuild() {
  first_change_.reset();
  doubted_.reset();
  auto made = build();
  if (made.report.status == Done) return show(std::move(made));
  if (first_change_) return;  // the next build is due already
  doubted_ = std::move(made);
  auto const believe = [](uv_timer_t* timer) {
    auto& watch = *static_cast<Watch*>(timer->loop->data);
    watch.show(std::move(*watch.doubted_));
    watch.doubted_.reset();
  };
  uv_timer_start(&timer_, believe, doubt, 0);
}

void Watch::changed() {
  doubted_.reset();
  uv_update_time(&loop_);
  auto const time = uv_now(&loop_);
  if (!first_change_) first_change_ = time;
  auto const left = *first_change_ + longest_settling - std::min(time, *first_change_ + longest_settling);
  uv_timer_start(&timer_, [](uv_timer_t* timer) { static_cast<Watch*>(timer->loop->data)->rebuild(); }, std::min(settling, left), 0);
}

void Watch::show(Build build) {
  auto& found = build.session->diagnostics();
  auto const errors = found.count(Severity::Error);
  auto const difference = changes(shown_, found);
  shown_ = found;
  // Programs that read messages want all that hold; people want to see what came and went.
  auto const format = arguments_.one(Option::Diagnostics);
  bool const for_people = format != "json" && format != "github";
  bool const quiet = arguments_.has(Option::Quiet);
  if (for_people) found = difference.fresh;
  if (for_people && !quiet) {
    for (auto const& problem : difference.fixed) fmt::print(stderr, "fixed: {}\n", problem);
  }
  auto const status = print_report(arguments_, *build.session, build.report);
  if (status != Done && for_people && !quiet)
    fmt::print(stderr, "{} error{} to fix; what was built before stands\n", errors, errors == 1 ? "" : "s");
}

int Watch::run() {
  auto first = build();
  auto const source = first.session->source_path();
  bool const missing = source.empty() || !exists(source);
  if (missing || first.report.usage_error) return print_report(arguments_, *first.session, first.report);
  arguments_.operands = {source};
  show(std::move(first));
  if (!arguments_.has(Option::Quiet)) fmt::print(stderr, "watching {} and what it uses; Control-C ends\n", source);
  int const numbers[] = {SIGINT, SIGTERM};
  for (std::size_t i = 0; i < 2; ++i) {
    uv_signal_start(&signals_[i], [](uv_signal_t* signal, int) { static_cast<Watch*>(signal->loop->data)->stop(); }, numbers[i]);
  }
  uv_run(&loop_, UV_RUN_DEFAULT);
  return Done;
}

}  // namespace

int watch(Arguments const& arguments) {
  if (arguments.operands.size() > 1) return wrong_usage("`resumec watch` takes one source");
  if (!arguments.operands.empty() && arguments.operands.front() == "-")
    return wrong_usage("`resumec watch -`: standard input cannot be watched");
  if (arguments.one(Option::Output) == "-") return wrong_usage("`resumec watch` writes files; `--output -` is none");
  return Watch{arguments}.run();
}

}  // namespace resumec::cli

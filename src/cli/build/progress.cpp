#include "cli/build/progress.hpp"

#include <fmt/format.h>

#include <unistd.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace resumec::cli {

namespace {

constexpr std::size_t width = 30;
constexpr auto interval = std::chrono::milliseconds{40};

}  // namespace

Progress::Progress(std::size_t total, std::chrono::milliseconds patience) : total_{total}, next_{Clock::now() + patience} {}

Progress::~Progress() {
  if (shown_) fmt::print(stderr, "\r\x1B[K");
}

void Progress::show(std::size_t done, std::string_view doing) {
  std::scoped_lock const lock{mutex_};
  auto const now = Clock::now();
  if (now < next_) return;
  next_ = now + interval;
  shown_ = true;
  auto const filled = total_ == 0 ? width : done * width / total_;
  fmt::print(stderr, "\r[{:#<{}}{:-<{}}] {}/{} {}\x1B[K", "", filled, "", width - filled, done, total_, doing);
  std::fflush(stderr);
}

bool has_live_terminal() {
  if (!::isatty(STDERR_FILENO)) return false;
  char const* const terminal = std::getenv("TERM");
  return terminal && std::strcmp(terminal, "dumb") != 0;
}

}  // namespace resumec::cli

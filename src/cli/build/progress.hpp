// `[######----] 12/20 lay out`, on a terminal alone.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string_view>

namespace resumec::cli {

class Progress {
 public:
  /// Nothing is shown before `patience` is over, so that what is quick stays quiet.
  Progress(std::size_t total, std::chrono::milliseconds patience);
  ~Progress();
  Progress(Progress const&) = delete;
  Progress& operator=(Progress const&) = delete;

  /// From any thread.
  void show(std::size_t done, std::string_view doing);

 private:
  using Clock = std::chrono::steady_clock;
  std::size_t total_;
  Clock::time_point next_;  ///< before which nothing is drawn
  bool shown_ = false;
  std::mutex mutex_;
};

/// True if standard error is a terminal that moves its cursor.
bool has_live_terminal();

}  // namespace resumec::cli

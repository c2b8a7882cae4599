// How long each pass took, for `--timings`. The clock is read here: the library only says which pass begins.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace resumec::cli {

class Timings {
 public:
  using Clock = std::chrono::steady_clock;

  /// The watch of one thread: a pass lasts until the next one begins. Without timings it does nothing.
  class Watch {
   public:
    explicit Watch(Timings* timings) : timings_{timings} {}
    ~Watch() { begin({}); }
    Watch(Watch const&) = delete;
    Watch& operator=(Watch const&) = delete;
    void begin(std::string_view pass);

   private:
    Timings* timings_;
    std::string pass_;  ///< empty: none
    Clock::time_point since_{};
  };

  /// One line a pass, in the order in which they first began: milliseconds over all outputs, and the share.
  std::string table() const;

 private:
  void add(std::string_view pass, Clock::duration duration);

  std::vector<std::pair<std::string, Clock::duration>> passes_;
  std::mutex mutex_;
};

}  // namespace resumec::cli

#include "cli/build/timings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::cli {

void Timings::Watch::begin(std::string_view pass) {
  if (!timings_) return;
  auto const now = Clock::now();
  if (!pass_.empty()) timings_->add(pass_, now - since_);
  pass_ = pass;
  since_ = now;
}

void Timings::add(std::string_view pass, Clock::duration duration) {
  std::scoped_lock const lock{mutex_};
  auto const known = std::find_if(passes_.begin(), passes_.end(), [&](auto const& other) { return other.first == pass; });
  if (known == passes_.end())
    passes_.emplace_back(pass, duration);
  else
    known->second += duration;
}

std::string Timings::table() const {
  Clock::duration all{};
  for (auto const& [pass, duration] : passes_) all += duration;
  std::string text;
  auto const line = [&](std::string_view name, Clock::duration duration) {
    auto const milliseconds = std::chrono::duration<double, std::milli>{duration}.count();
    auto const share = all.count() == 0 ? 0 : duration.count() * 100 / all.count();
    text += fmt::format("{:<12} {:>9.2f} ms {:>3} %\n", name, milliseconds, share);
  };
  for (auto const& [pass, duration] : passes_) line(pass, duration);
  line("together", all);
  return text;
}

}  // namespace resumec::cli

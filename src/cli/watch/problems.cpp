#include "cli/watch/problems.hpp"

#include <fmt/format.h>

#include <map>

namespace resumec::cli {

namespace {

std::string in_words(Diagnostic const& problem) { return fmt::format("{} [{}]", problem.message, problem.kind); }

/// How often each problem is there.
std::map<std::string, std::size_t> counts(Diagnostics const& problems) {
  std::map<std::string, std::size_t> result;
  for (auto const& problem : problems) ++result[in_words(problem)];
  return result;
}

}  // namespace

Changes changes(Diagnostics const& before, Diagnostics const& now) {
  Changes result;
  auto old = counts(before);
  for (auto const& problem : now) {
    auto& left = old[in_words(problem)];
    if (left > 0)
      --left;
    else
      result.fresh.add(problem);
  }
  auto current = counts(now);
  for (auto const& problem : before) {
    auto const words = in_words(problem);
    auto& left = current[words];
    if (left > 0)
      --left;
    else
      result.fixed.push_back(words);
  }
  return result;
}

}  // namespace resumec::cli

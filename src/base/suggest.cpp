#include "base/suggest.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <vector>

namespace resumec::base {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() > limit) return limit + 1;
  // Three rows of the table: the transposition looks two rows back.
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t smallest = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      bool const same = ascii_lower(a[i - 1]) == ascii_lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
      if (i > 1 && j > 1 && ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) && ascii_lower(a[i - 2]) == ascii_lower(b[j - 1])) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
      smallest = std::min(smallest, row[j]);
    }
    if (smallest > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

std::optional<std::string_view> nearest(std::string_view word, std::span<std::string_view const> known) {
  std::size_t const limit = word.size() <= 1 ? 0 : word.size() <= 4 ? 1 : std::min<std::size_t>(2, word.size() / 3);
  std::optional<std::string_view> best;
  std::size_t best_distance = limit + 1;
  for (auto candidate : known) {
    auto const distance = edit_distance(word, candidate, limit);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::optional<std::string_view> meant_name(std::string_view word, std::span<std::string_view const> known) {
  if (auto const near = nearest(word, known)) return near;
  auto const has_word = [&](std::string_view name) {
    while (true) {
      std::size_t const end = std::min(name.find_first_of("-_"), name.size());
      if (edit_distance(name.substr(0, end), word, 0) == 0) return true;
      if (end == name.size()) return false;
      name.remove_prefix(end + 1);
    }
  };
  auto const found = std::find_if(known.begin(), known.end(), has_word);
  if (found == known.end() || std::find_if(found + 1, known.end(), has_word) != known.end()) return std::nullopt;
  return *found;
}

std::optional<std::string_view> meant_choice(std::string_view word, std::span<std::string_view const> known) {
  if (auto const near = nearest(word, known)) return near;
  std::string const pattern = ascii_lower(word);
  bool const is_pattern = pattern.find("yy") != std::string::npos || pattern.find("%y") != std::string::npos;
  if (!is_pattern) return std::nullopt;
  auto const has = [&](std::string_view part) { return pattern.find(part) != std::string::npos; };
  std::string_view const style = has("mmmm") || has("month") || has("%b") ? "long" : has("mmm") ? "short" : "numeric";
  auto const found = std::find(known.begin(), known.end(), style);
  return found == known.end() ? std::nullopt : std::optional{*found};
}

}  // namespace resumec::base

#include "diag/repair.hpp"

#include <algorithm>
#include <utility>

namespace resumec::diag {

namespace {

/// A repair of more lines than these is not read but applied.
constexpr std::size_t most_lines = 6;

/// Fixes of neighbouring lines: they are applied together.
struct Group {
  std::uint32_t first_line, last_line;
  std::vector<FixIt> fixes;
};

std::vector<Group> group_by_lines(std::vector<FixIt> fixes, Places& places) {
  std::stable_sort(fixes.begin(), fixes.end(), [](FixIt const& a, FixIt const& b) { return a.span < b.span; });
  std::vector<Group> groups;
  for (auto& fix : fixes) {
    if (fix.span.detached()) continue;
    fix.span = places.clamped(fix.span);
    auto const place = places.place(fix.span);
    auto* const last = groups.empty() ? nullptr : &groups.back();
    bool const same_source = last != nullptr && last->fixes.back().span.source == fix.span.source;
    if (same_source && fix.span.begin < last->fixes.back().span.end) continue;
    if (same_source && place.begin.line <= last->last_line) {
      last->last_line = std::max(last->last_line, place.end.line);
      last->fixes.push_back(std::move(fix));
    } else {
      groups.push_back({place.begin.line, place.end.line, {std::move(fix)}});
    }
  }
  return groups;
}

std::vector<Repair::Line> split(std::string_view text, std::uint32_t number, bool& shortened) {
  std::vector<Repair::Line> lines;
  for (;;) {
    auto const end = text.find_first_of("\r\n");
    if (lines.size() == most_lines) {
      shortened = true;
      return lines;
    }
    lines.push_back({number++, std::string{text.substr(0, end)}});
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
  }
}

Repair apply(Group const& group, unicode::LineIndex const& index, std::string_view text) {
  Repair repair;
  auto const start = index.line_start(group.first_line);
  auto const end = index.line_start(group.last_line) + static_cast<std::uint32_t>(index.line(group.last_line).size());
  std::string after;
  auto at = start;
  for (auto const& fix : group.fixes) {
    auto const begin = std::max(fix.span.begin, at);
    after += text.substr(at, begin - at);
    auto const change = static_cast<std::uint32_t>(after.size());
    after += fix.replacement;
    if (!fix.replacement.empty()) repair.changes.push_back({change, static_cast<std::uint32_t>(after.size()), fix.span.size() > 0});
    at = std::max(fix.span.end, at);
  }
  if (at < end) after += text.substr(at, end - at);
  repair.before = split(text.substr(start, end - start), group.first_line, repair.shortened);
  // Lines that were deleted as a whole leave nothing behind.
  if (!after.empty()) repair.after = split(after, group.first_line, repair.shortened);
  return repair;
}

}  // namespace

bool Repair::shows_whole_lines() const { return before.size() != 1 || after.size() != 1 || changes.empty(); }

std::uint32_t Repair::last_line() const {
  std::uint32_t last = 1;
  for (auto const* lines : {&before, &after}) {
    if (!lines->empty()) last = std::max(last, lines->back().number);
  }
  return last;
}

std::vector<Repair> repairs_of(std::vector<FixIt> fixes, Places& places) {
  std::vector<Repair> repairs;
  for (auto const& group : group_by_lines(std::move(fixes), places)) {
    auto const source = group.fixes.front().span.source;
    repairs.push_back(apply(group, places.lines(source), places.text(source)));
  }
  return repairs;
}

}  // namespace resumec::diag

#include "layout/inline/demerits.hpp"

#include <algorithm>
#include <limits>

namespace resumec::layout {

namespace {

constexpr Width em = Em::one;

/// Ten times TeX's: with squares alone fair lines cost next to nothing, and many of them pay for one that is better (decision 0017).
constexpr std::int64_t line_penalty = 100;
constexpr std::int64_t double_flag_demerits = 10'000;
constexpr std::int64_t final_flag_demerits = 5'000;
/// More than the loosest line of a strict pass costs: look.md, rule 10, has no runt where any setting avoids it.
constexpr std::int64_t runt_demerits = 900'000;
constexpr std::int64_t overfull_demerits = 1'000'000'000;
constexpr std::int64_t highest_badness = 100'000;
constexpr Width rag = 3 * em;
constexpr Width shortest_last_line = 3 * em;
/// From here on a paragraph is first tried without divided words.
constexpr Width narrowest_undivided = 30 * em;
/// Beyond this a justified line stays ragged: words would swim. Three times the natural space (TeX's tolerance of 10,000 is r = 4.6).
constexpr std::int64_t loosest_printed_r_1024 = 4 * 1024;
constexpr std::int64_t unbounded = std::numeric_limits<std::int32_t>::max();

std::int64_t ratio(Width numerator, Width denominator) {
  return denominator > 0 ? std::min(Length::divide(numerator * 1024, denominator), unbounded) : unbounded;
}

/// 100 |r|³, as TeX's, but with a ceiling that tells bad from worse.
std::int64_t badness(std::int64_t r_1024) {
  std::int64_t const size = r_1024 < 0 ? -r_1024 : r_1024;
  if (size >= 10 * 1024) return highest_badness;
  return (100 * size * size * size + (std::int64_t{1} << 29)) >> 30;
}

std::uint8_t fitness_of(std::int64_t r_1024) { return r_1024 < -512 ? 0 : r_1024 <= 512 ? decent : r_1024 <= 1024 ? 2 : 3; }

std::int64_t runt(Width length, Width measure, bool short_word) {
  Width const limit = std::max(measure / 10, shortest_last_line);
  std::int64_t demerits = 0;
  if (length < limit) demerits += runt_demerits + Length::divide(runt_demerits * (limit - length), limit);
  if (short_word) demerits += runt_demerits;
  return demerits;
}

}  // namespace

Setting Setting::of(Pass pass, style::Align align) {
  Setting setting;
  setting.justified = align == style::Align::Justify;
  switch (pass) {
    case Pass::Strict:
      setting.loosest_r_1024 = 2 * 1024;
      break;
    case Pass::Emergency:
      setting.loosest_r_1024 = 4753;  // of 10,000
      setting.emergency_stretch = setting.justified ? em * 3 / 2 : rag;
      break;
    case Pass::Final:
      setting.loosest_r_1024 = unbounded;
      setting.allows_overfull = true;
      break;
  }
  return setting;
}

std::vector<Setting> settings_for(Breakpoints const& places, Measures measures, style::Align align) {
  std::vector<Setting> settings;
  if (places.divides && measures.later >= narrowest_undivided) {
    settings.push_back(Setting::of(Pass::Strict, align));
    settings.back().allows_divisions = false;
  }
  for (Pass const pass : {Pass::Strict, Pass::Emergency, Pass::Final}) settings.push_back(Setting::of(pass, align));
  return settings;
}

std::optional<SetLine> set_line(std::vector<Breakpoint> const& places, std::uint32_t start, std::uint32_t end, Width measure,
                                Setting const& setting, bool short_last_word) {
  Breakpoint const &a = places[start], &b = places[end];
  if (b.divides && !setting.allows_divisions) return std::nullopt;
  bool const ends_paragraph = end + 1 == places.size();
  bool const is_last = ends_paragraph || b.mandatory;
  Width const natural = b.seen - a.start + b.hyphen - b.hang_right - a.hang_left;
  Width const slack = measure - natural;
  SetLine line;
  line.flagged = b.flagged;
  std::int64_t r = 0;
  if (slack < 0) {
    Width const shrink = setting.justified ? b.seen_shrink - a.start_shrink : 0;
    if (-slack > shrink) {
      if (!setting.allows_overfull || end != start + 1) return std::nullopt;
      line.overfull = true;
      line.demerits = overfull_demerits;
    } else {
      r = -ratio(-slack, shrink);
    }
  } else if (!is_last) {
    Width const stretch = (setting.justified ? b.seen_stretch - a.start_stretch : rag) + setting.emergency_stretch;
    r = ratio(slack, stretch);
    if (r > setting.loosest_r_1024) return std::nullopt;
  }
  if (setting.justified) line.fitness = fitness_of(r);
  std::int64_t const cost = line_penalty + badness(r);
  std::int64_t const penalty = is_last ? 0 : b.penalty;
  line.demerits += cost * cost + penalty * penalty;
  if (ends_paragraph && start > 0) line.demerits += runt(natural, measure, short_last_word && end == start + 1);
  return line;
}

std::optional<std::int64_t> joint_demerits(Above above, SetLine const& line, Setting const& setting, bool ends_paragraph) {
  std::int64_t demerits = 0;
  if (line.flagged) {
    if (above.flags >= most_flags && !setting.allows_overfull) return std::nullopt;
    if (above.flags > 0) demerits += double_flag_demerits;
  }
  if (ends_paragraph && above.flags > 0) demerits += final_flag_demerits;
  if (setting.justified && (above.fitness > line.fitness + 1 || line.fitness > above.fitness + 1)) demerits += adjacent_demerits;
  return demerits;
}

std::int64_t final_ratio(std::vector<Breakpoint> const& places, Line const& line, bool justified) {
  if (!justified || line.overfull) return 0;
  Breakpoint const &a = places[line.first], &b = places[line.last];
  Width const slack = line.measure - line.natural + line.hang_left + line.hang_right;
  if (slack < 0) return -ratio(-slack, b.seen_shrink - a.start_shrink);
  if (b.mandatory || line.last + 1 == places.size()) return 0;
  std::int64_t const r = ratio(slack, b.seen_stretch - a.start_stretch);
  return r > loosest_printed_r_1024 ? 0 : r;
}

}  // namespace resumec::layout

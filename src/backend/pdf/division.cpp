#include "backend/pdf/division.hpp"

#include "display/reading_order.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

namespace resumec::backend::pdf {

namespace {

constexpr std::string_view blanks = " ";

std::size_t glyph_at(display::GlyphRun const& run, std::size_t byte) {
  auto const found = std::find_if(run.glyphs.begin(), run.glyphs.end(), [&](display::Glyph const& glyph) { return glyph.cluster >= byte; });
  return static_cast<std::size_t>(found - run.glyphs.begin());
}

bool runs_leftwards(display::GlyphRun const& run) { return !run.glyphs.empty() && run.glyphs.front().cluster > run.glyphs.back().cluster; }

}  // namespace

std::optional<Division> division_at(std::vector<display::Item> const& items, std::size_t index) {
  if (index + 1 >= items.size()) return std::nullopt;
  auto const* const first = std::get_if<display::GlyphRun>(&items[index]);
  auto const* const second = std::get_if<display::GlyphRun>(&items[index + 1]);
  if (first == nullptr || second == nullptr || first->node != second->node || !display::divides_word(*first)) return std::nullopt;
  std::string_view const before = display::printed_text(*first);
  std::size_t const start = before.find_last_of(blanks) + 1;  // npos + 1 is 0
  std::size_t const end = std::min(second->text.find_first_of(blanks), second->text.size());
  if (end == second->text.size() && display::divides_word(*second)) return std::nullopt;  // over three lines
  Division division{std::string{before.substr(start)} + second->text.substr(0, end), glyph_at(*first, start), glyph_at(*second, end)};
  if (runs_leftwards(*first) || runs_leftwards(*second)) return std::nullopt;  // glyphs before and behind are not where they are looked for
  if (division.first_glyph >= first->glyphs.size() || division.end_glyph == 0) return std::nullopt;
  return division;
}

}  // namespace resumec::backend::pdf

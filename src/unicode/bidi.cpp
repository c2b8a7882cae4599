// Which way text runs (UAX #9), by ICU's implementation of the algorithm. Texts that run from left to right alone never reach it.
#include "unicode/unicode.hpp"

#include <unicode/ubidi.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>

namespace resumec::unicode {

namespace {

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// Blocks of scripts that run leftwards, and the controls of UAX #9.
bool is_leftward_or_control(char32_t c) {
  constexpr std::array<std::array<char32_t, 2>, 7> ranges{
      {{0x0590, 0x08FF}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}, {0xFB1D, 0xFEFC}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}}};
  return std::any_of(ranges.begin(), ranges.end(), [&](auto const& range) { return c >= range[0] && c <= range[1]; });
}

bool is_control(char32_t c) { return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

/// Controls have no width and no place (X9). Each gets the level of what stands before it in its word, or else behind it, so that it is
/// never a run of its own.
void join_controls(std::string_view text, std::vector<std::uint8_t>& levels) {
  std::size_t leading = 0;  // controls at the start of a word, behind `at - leading`
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    auto const point = decode_at(text, at);
    auto const end = std::max<std::size_t>(point.end, at + 1);
    auto const fill = [&](std::size_t from, std::size_t to, std::uint8_t level) {
      std::fill(levels.begin() + static_cast<std::ptrdiff_t>(from), levels.begin() + static_cast<std::ptrdiff_t>(to), level);
    };
    if (is_control(point.value)) {
      if (inside)
        fill(at, end, levels[at - 1]);
      else
        leading += end - at;
    } else {
      inside = !is_space(point.value);
      if (inside) fill(at - leading, at, levels[at]);
      leading = 0;
    }
    at = end;
  }
}

bool is_latin_letter(char16_t c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

/// ICU's form of a text, and the byte at which each of its units starts.
struct Units {
  std::u16string text;
  std::vector<std::uint32_t> bytes;
};

Units units_of(std::string_view text) {
  Units units;
  units.text.reserve(text.size());
  units.bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const point = decode_at(text, at);
    auto const add = [&](char32_t unit) {
      units.text += static_cast<char16_t>(unit);
      units.bytes.push_back(point.begin);
    };
    bool const sign = point.value == U'+' || point.value == U'#';
    if (sign && !units.text.empty() && is_latin_letter(units.text.back())) {
      add(U'a');  // a letter as far as directions go: `C++` must not become `++C` beside Hebrew
    } else if (point.value >= 0x10000) {
      add(0xD800 + ((point.value - 0x10000) >> 10U));
      add(0xDC00 + ((point.value - 0x10000) & 0x3FFU));
    } else {
      add(point.value);
    }
    at = std::max<std::size_t>(point.end, at + 1);
  }
  return units;
}

}  // namespace

Direction direction_of(std::string_view lang) {
  return uloc_isRightToLeft(std::string{lang}.c_str()) ? Direction::RightToLeft : Direction::LeftToRight;
}

bool may_run_leftwards(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    // U+0590, the first that could, starts with 0xD6.
    auto const byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0xD6 && is_leftward_or_control(decode_at(text, at).value)) return true;
  }
  return false;
}

std::vector<std::uint8_t> bidi_levels(std::string_view text, Direction base) {
  UBiDiLevel const base_level = base == Direction::RightToLeft ? 1 : 0;
  std::vector<std::uint8_t> levels(text.size(), base_level);
  auto const units = units_of(text);
  if (units.text.empty()) return levels;
  std::unique_ptr<UBiDi, CloseBidi> const bidi{ubidi_open()};
  if (!bidi) return levels;
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), units.text.data(), static_cast<std::int32_t>(units.text.size()), base_level, nullptr, &status);
  auto const* const found = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status) || found == nullptr) return levels;
  for (std::size_t unit = 0; unit < units.text.size(); ++unit) {
    auto const end = unit + 1 < units.text.size() ? units.bytes[unit + 1] : static_cast<std::uint32_t>(text.size());
    std::fill(levels.begin() + units.bytes[unit], levels.begin() + end, found[unit]);
  }
  join_controls(text, levels);
  return levels;
}

std::vector<std::uint32_t> visual_order(std::span<std::uint8_t const> levels) {
  std::vector<std::int32_t> order(levels.size());
  if (!levels.empty()) ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
  return {order.begin(), order.end()};
}

}  // namespace resumec::unicode

// What a line costs (typesetting.md §2.3, after TeX: The Program, §§851-859): alone, and next to the line above it. Costs and ratios are
// integers, the same on every machine.
#pragma once

#include "layout/inline/breakpoints.hpp"
#include "layout/inline/linebreak.hpp"
#include "style/style.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace resumec::layout {

/// How hard a pass tries.
enum class Pass : std::uint8_t {
  Strict,     ///< lines as a good compositor would set them
  Emergency,  ///< loose lines, as if each had some more room to stretch
  Final,      ///< anything, and a segment that is too wide stands alone
};

struct Setting {
  bool justified = false;
  std::int64_t loosest_r_1024 = 0;
  Width emergency_stretch = 0;
  bool allows_overfull = false;
  bool allows_divisions = true;

  static Setting of(Pass pass, style::Align align);
};

/// The passes of a paragraph, one after the other until one finds a way. In wide columns words are divided only if the first, without
/// hyphens, finds none (TeX's pretolerance).
std::vector<Setting> settings_for(Breakpoints const& places, Measures measures, style::Align align);

inline constexpr std::uint8_t fitness_classes = 4;  ///< tight, decent, loose, very loose
inline constexpr std::uint8_t decent = 1;
inline constexpr std::uint8_t most_flags = 2;  ///< hyphens below one another
inline constexpr std::int64_t adjacent_demerits = 10'000;

/// A line from one place to another.
struct SetLine {
  std::int64_t demerits = 0;
  std::uint8_t fitness = decent;
  bool flagged = false;
  bool overfull = false;
};

/// Nothing if the setting does not allow it.
std::optional<SetLine> set_line(std::vector<Breakpoint> const& places, std::uint32_t start, std::uint32_t end, Width measure,
                                Setting const& setting, bool short_last_word);

struct Above {
  std::uint8_t fitness, flags;
};
/// What a line costs because of the one above; nothing if they cannot follow one another.
std::optional<std::int64_t> joint_demerits(Above above, SetLine const& line, Setting const& setting, bool ends_paragraph);

/// The ratio at which a chosen line is printed: without emergency stretch, 0 where it stays ragged.
std::int64_t final_ratio(std::vector<Breakpoint> const& places, Line const& line, bool justified);

}  // namespace resumec::layout

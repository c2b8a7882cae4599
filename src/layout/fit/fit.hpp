// A document for so many pages: what to show of it, in which wording, and at which setting of the page (typesetting.md §4). Decides and
// says why; it changes nothing. Whoever applies the decisions to the résumé and lays it out once more gets the heights promised here.
#pragma once

#include "layout/fit/contents.hpp"
#include "layout/fit/ladder.hpp"
#include "layout/layout.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace resumec::layout::fit {

enum class Mode : std::uint8_t { Balanced, Content, Layout };
enum class Reach : std::uint8_t { Exactly, AtMost };

/// Reasons cost as much as a few decisions.
enum class Detail : std::uint8_t { Decisions, Reasons };

struct Wish {
  std::uint32_t pages = 1;
  Reach how = Reach::Exactly;
  Mode mode = Mode::Balanced;
  bool try_every_level = false;
  Detail detail = Detail::Decisions;
  Units kept_free = 0;  ///< of each column: what an earlier attempt promised too little
};

enum class Outcome : std::uint8_t {
  Natural,   ///< nothing had to change
  Loosened,  ///< everything is shown, with more room
  Fitted,
  TooLong,   ///< even the least that must be shown needs more pages
  TooShort,  ///< everything does not reach the last page
};

/// What is not shown, and what showing it would cost.
struct Omission {
  ItemId item;
  std::optional<Value> price;   ///< of all values; nothing: there is no way to show it
  std::vector<ItemId> instead;  ///< what would have to go for it
};

/// What so many more lines would show besides.
struct Gain {
  int lines = 0;
  std::vector<ItemId> items;
};

/// A text whose last line holds so few words: without them it needs a line less.
struct Saving {
  ItemId item;
  int words = 0;
};

/// How a column fills its pages.
struct ColumnFit {
  flow::ColumnRole role = flow::ColumnRole::Main;
  Position end = 0, capacity = 0;  ///< in units of `FitDecisions::metrics`
};

struct Report {
  Outcome outcome = Outcome::Natural;
  Value value = 0;       ///< of what is shown
  Value everything = 0;  ///< of all there is
  std::int64_t harm = 0;
  bool proven = false;  ///< every level was tried, with all the room there is
  std::size_t levels_tried = 0, levels = 0, states = 0;
  std::vector<ColumnFit> columns;
  // With `Detail::Reasons`, where something was left out:
  std::vector<Omission> omissions;
  std::vector<Gain> gains;
  std::vector<Saving> savings;
  /// TooLong: what the least needs, TooShort: what everything fills, in thousandths of a page.
  std::int64_t needed_permille = 0;
};

struct Result {
  FitDecisions decisions;
  Report report;
};

/// `brief`: the same document with every short wording, or nothing if there is none.
Result fit(flow::Document const& full, flow::Document const* brief, Facts const& facts, Wish const& wish, text::Shaper& shaper,
           World& world);

}  // namespace resumec::layout::fit

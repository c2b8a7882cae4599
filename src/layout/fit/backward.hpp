// The dynamic program from the end of the document to its start: for each place between two entries, and each count of entries shown before
// it, how much can still be won from each position.
#pragma once

#include "layout/fit/shape.hpp"

namespace resumec::layout::fit {

/// Tables inside an entry: behind its first `stage` items, of which so many were shown.
class Inside {
 public:
  Inside(std::size_t width) : table_{width} {}
  void resize(std::size_t stages, std::size_t leads, std::size_t states) {
    leads_ = leads;
    rows_ = leads + states;
    table_.resize(std::max(stages * rows_, size_));
    size_ = std::max(stages * rows_, size_);
  }
  /// No item was shown yet; by the lead that the first one would have.
  Value* lead(std::size_t stage, std::size_t index) { return table_.row(stage * rows_ + index); }
  /// `count` > 0 were shown.
  Value* shown(std::size_t stage, std::size_t count) { return table_.row(stage * rows_ + leads_ + count - 1); }

 private:
  Table table_;
  std::size_t leads_ = 0, rows_ = 0, size_ = 0;
};

enum class Keep : std::uint8_t { All, Last };

class Backward {
 public:
  Backward(Problem const& problem, Places const& places);

  /// Before an entry, or behind the last one; `shown` is a state of the section's counts.
  Value const* row(std::size_t section, std::size_t entry, std::size_t shown) const {
    return table_.row(rows_[boundary(section, entry)] + shown);
  }
  /// No selection comes to a later position before that entry.
  Position reach(std::size_t section, std::size_t entry) const { return reach_[boundary(section, entry)]; }
  std::size_t width() const { return table_.width(); }
  std::size_t cells() const { return cells_; }

  /// The entries' counts that lead to `next` when one more is shown; at most two.
  static std::vector<std::size_t> sources(Counts const& counts, std::size_t entry, std::size_t next);

  /// The tables inside an entry that `sources` entries may stand before, the entry's own value left out. Keep::Last: of stage 0 alone.
  void inside(std::size_t section, std::size_t entry, std::span<std::size_t const> sources, Window window, Keep keep, Inside& tables);

 private:
  std::size_t boundary(std::size_t section, std::size_t entry) const { return sections_[section] + entry; }
  void lay_out_rows();
  void end_of_section(std::size_t section);
  void before_entry(std::size_t section, std::size_t entry, Inside& tables);

  Problem const& problem_;
  Places const& places_;
  std::vector<std::size_t> sections_;  ///< first boundary of each
  std::vector<std::size_t> rows_;      ///< first row of each boundary
  std::vector<Position> reach_;        ///< of each boundary
  Table table_;
  Steps steps_;
  std::size_t cells_ = 0;
};

}  // namespace resumec::layout::fit

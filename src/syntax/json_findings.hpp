// What the reader of JSON has to say: each sort of looseness once, and of damage no more than a person would read.
#pragma once

#include "diag/report.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace resumec::syntax {

/// What people write that JSON does not have, and that has one meaning only.
enum class Loose : std::uint8_t { Comments, LastCommas, SingleQuotes, BareKeys, Numbers, LineBreaks, JoinedLines, Blanks };

class JsonFindings {
 public:
  JsonFindings(SourceId source, Diagnostics& diagnostics) : source_{source}, diagnostics_{diagnostics} {}

  /// Reported once for all places of its sort, with their number.
  void loose(Loose what, std::size_t begin, std::size_t end);
  /// A slip that was repaired: what it is, and how it was read.
  std::optional<diag::Report> repaired(std::size_t begin, std::size_t end, std::string_view what, std::string_view hint);
  /// What cannot be read.
  std::optional<diag::Report> broken(std::size_t begin, std::size_t end, std::string_view what);
  template <diag::Kind K, class... Args>
  std::optional<diag::Report> add(std::size_t begin, std::size_t end, Args&&... args) {
    if (++count_ > most) return std::nullopt;
    return diag::report<K>(diagnostics_, span(begin, end), std::forward<Args>(args)...);
  }
  Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  /// When all is read: how many places there are of each sort.
  void finish();

 private:
  static constexpr std::size_t most = 100;  ///< nobody reads more; a damaged file has one for every byte
  static constexpr std::size_t sorts = 8;
  struct Sort {
    std::optional<diag::Report> report;
    std::size_t count = 0;
  };

  SourceId source_;
  Diagnostics& diagnostics_;
  std::size_t count_ = 0;
  std::array<Sort, sorts> loose_;
};

}  // namespace resumec::syntax

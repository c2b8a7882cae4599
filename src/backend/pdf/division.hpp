// Words that a line's end divides. Both halves stand in one sequence of marked content whose ActualText is the word: poppler and
// PDFium read it whole, other readers meet a soft hyphen (decision 0014).
#pragma once

#include "display/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace resumec::backend::pdf {

struct Division {
  std::string word;
  std::size_t first_glyph = 0;  ///< of the word, in the run that ends in the hyphen
  std::size_t end_glyph = 0;    ///< behind the word, in the next run
};

/// The word that the run at `index` begins and the next item, a run of the same node, ends; nothing where another item, a page or a third
/// line comes between.
std::optional<Division> division_at(std::vector<display::Item> const& items, std::size_t index);

}  // namespace resumec::backend::pdf

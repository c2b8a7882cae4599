// What a page budget asks about the pages of a document, and the note that an output keeps of it.
#pragma once

#include "base/length.hpp"
#include "display/document.hpp"
#include "model/resume.hpp"
#include "resumec/diagnostics.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::driver {

struct PageFacts {
  std::size_t count = 0;
  base::Size size{};          ///< of the first page
  int least_full = 1000;      ///< per mille of the emptiest page's text area
  std::size_t stranded = 0;   ///< headings whose text starts on a later page
  friend bool operator==(PageFacts const&, PageFacts const&) = default;
};

PageFacts page_facts(display::Document const& document);

/// One line of printable ASCII, and back. None for a line that `to_note` does not write.
std::string to_note(PageFacts const& facts);
std::optional<PageFacts> from_note(std::string_view note);

/// True if everything that the budget asks for holds.
bool within(PageFacts const& facts, model::Budget const& budget);
/// Reports everything that does not, at the text on the page.
void check_budget(display::Document const& document, model::Budget const& budget, Diagnostics& diagnostics);

}  // namespace resumec::driver

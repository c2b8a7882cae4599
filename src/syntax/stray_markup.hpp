// Marks that mean nothing where they stand, and would be printed: of Markdown that is not closed, of LaTeX, of escapes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace resumec::syntax {

struct StrayMarkup {
  std::size_t begin = 0, end = 0;  ///< what is shown of it
  std::string_view hint;
  std::size_t fixed_end = 0;  ///< what the replacement stands for begins at `begin` and ends here; no replacement: 0
  std::string replacement;
};

/// The first that begins in [begin, end) of a text, of which that part is neither code nor escaped.
std::optional<StrayMarkup> find_stray_markup(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace resumec::syntax

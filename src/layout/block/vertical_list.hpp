// What a column holds before pages exist: boxes one below the other, gaps that vanish at a page's top, and where a page may end.
#pragma once

#include "layout/fragment.hpp"

#include <optional>
#include <string>
#include <vector>

namespace resumec::layout {

/// Whether a page may end before a box, best first.
enum class PageBreak : std::uint8_t {
  Allowed,
  Discouraged,  ///< inside something kept together: only if it is taller than a page
  Forbidden,    ///< behind a title or a header: only if nothing else is left
};

struct VerticalBox {
  Fragment fragment;
  Units gap = 0;  ///< above; dropped at a page's top
  PageBreak break_before = PageBreak::Allowed;
  std::optional<std::string> outline;  ///< title of the section that starts here
};

struct VerticalList {
  std::vector<VerticalBox> boxes;
  Units gap_below = 0;  ///< asked for behind the last box
};

}  // namespace resumec::layout

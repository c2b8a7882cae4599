// The size of body text in another family than the layout was made for. Ten points of one family look like eight of another: what counts is
// the height of small letters (typesetting.md §4.4).
#pragma once

#include "fonts/library.hpp"
#include "style/layout.hpp"
#include "syntax/node.hpp"

#include <optional>
#include <span>
#include <string>

namespace resumec::driver {

/// The value for the option `font-size` that gives small letters the height that the layout means, between 9.5 and 11.5 pt; nothing where
/// the résumé sets a size or keeps the layout's family.
std::optional<std::string> natural_size(style::Layout const& layout, std::span<syntax::Member const> request,
                                        fonts::Library const& library);

}  // namespace resumec::driver

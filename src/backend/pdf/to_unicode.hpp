// ToUnicode maps: what text extractors, screen readers and résumé parsers make of the codes on a page.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace resumec::backend::pdf {

/// A CMap with an entry for every code given; `codes` are (CID, UTF-8 text), sorted by CID.
std::string to_unicode_cmap(std::span<std::pair<std::uint32_t, std::string_view> const> codes);

}  // namespace resumec::backend::pdf

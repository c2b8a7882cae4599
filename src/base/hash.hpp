// A fast, stable 128-bit hash (XXH3) for identifiers and fingerprints. Not for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace resumec::base {

using Digest = std::array<std::uint8_t, 16>;

/// The same bytes give the same digest on every machine.
Digest digest(std::string_view bytes);

}  // namespace resumec::base

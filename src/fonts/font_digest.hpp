// What tells one set of fonts from another: a digest of the catalogue, the manifest of the installed files and the user's files.
#pragma once

#include "base/hash.hpp"
#include "resumec/world.hpp"

#include <memory>
#include <utility>
#include <vector>

namespace resumec::fonts {

/// Remembers the digests of the user's files from one question to the next, so that a world that is asked again costs next to nothing.
class FontDigests {
 public:
  /// Changes whenever a face's bytes or the catalogue change.
  base::Digest of(World& world);

 private:
  using Known = std::pair<std::shared_ptr<void const>, base::Digest>;
  std::vector<Known> known_;  ///< by what keeps the bytes alive: as long as it is here, no other bytes have its address
};

}  // namespace resumec::fonts

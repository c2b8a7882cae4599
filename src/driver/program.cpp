// What this program is, beside its version: the digest of the sources that its libraries were built from, whatever compiler built them.
#include "base/hash.hpp"
#include "driver/input_digest.hpp"
#include "resumec/version.hpp"

#include <sources.hpp>  // made by the build

namespace resumec::driver {

std::uint32_t program_fingerprint() {
  auto const digest = base::digest(RESUMEC_VERSION "|" RESUMEC_SOURCES "|" RESUMEC_LIBRARIES);
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | digest[i];
  return value;
}

}  // namespace resumec::driver

// What this program is, beside its version: the digest of the sources that its libraries were built from, whatever compiler built them.
#include "backend/pdf/emit.hpp"
#include "base/hash.hpp"
#include "driver/input_digest.hpp"
#include "fonts/version.hpp"
#include "resumec/version.hpp"
#include "unicode/version.hpp"

#include <sources.hpp>  // made by the build

#include <fmt/format.h>

namespace resumec::driver {

std::string libraries() {
  return fmt::format("harfbuzz:{},ICU:{},libharu:{},{}", fonts::harfbuzz_version(), unicode::icu_version(), backend::pdf::library_version(),
                     RESUMEC_LIBRARIES);
}

std::uint32_t program_fingerprint() {
  auto const digest = base::digest(RESUMEC_VERSION "|" RESUMEC_SOURCES "|" + libraries());
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | digest[i];
  return value;
}

}  // namespace resumec::driver

// What fuzz targets that build values share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

namespace resumec::testing {

/// What a fuzzer sees as a finding, in every build.
inline void require(bool condition) {
  if (!condition) std::abort();
}

/// Bytes as small numbers; nothing but zeros behind the last.
class Bytes {
 public:
  Bytes(std::uint8_t const* data, std::size_t size) : rest_{data, size} {}
  int below(int limit) {
    if (rest_.empty()) return 0;
    int const result = rest_.front() % limit;
    rest_ = rest_.subspan(1);
    return result;
  }
  bool empty() const { return rest_.empty(); }

 private:
  std::span<std::uint8_t const> rest_;
};

}  // namespace resumec::testing

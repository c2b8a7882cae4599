// A small generator of our own: the same numbers with every library.
#pragma once

#include <cstddef>
#include <cstdint>

namespace resumec::testing {

class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_{seed * 2 + 1} {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>((state_ >> 33) % limit);
  }

 private:
  std::uint64_t state_;
};

}  // namespace resumec::testing

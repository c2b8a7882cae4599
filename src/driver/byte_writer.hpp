// Values one behind the other as bytes for a digest: numbers in eight bytes, texts with their lengths, so that no two different lists of
// values give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace resumec::driver {

class ByteWriter {
 public:
  void number(std::uint64_t value) {
    for (int i = 0; i < 8; ++i, value >>= 8U) bytes_ += static_cast<char>(value & 0xFFU);
  }
  void text(std::string_view text) {
    number(text.size());
    bytes_ += text;
  }
  std::string const& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace resumec::driver

// Compression, by libdeflate. Private to this folder.
#pragma once

#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace resumec::backend::pdf::haru {

class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(Deflater const&) = delete;
  Deflater& operator=(Deflater const&) = delete;

  /// False if there was no memory for it.
  bool usable() const { return compressor_ != nullptr; }
  std::string operator()(std::string_view data) const;

 private:
  libdeflate_compressor* compressor_;
};

}  // namespace resumec::backend::pdf::haru

// Subsets of fonts, made once for all documents that use the same glyphs of a face: the versions of one résumé mostly do.
#pragma once

#include "backend/pdf/haru/doc.hpp"
#include "base/expected.hpp"
#include "base/hash.hpp"
#include "display/document.hpp"

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace resumec::backend::pdf {

struct FontProgram {
  std::vector<std::uint32_t> old_glyphs;  ///< new glyph id → old glyph id
  std::shared_ptr<haru::Packed const> data;
};

/// Keeps the last subsets made. Safe to ask from several threads: documents of one engine share it.
class FontPrograms {
 public:
  /// `glyphs` sorted, unique. In words why there is none.
  base::Expected<std::shared_ptr<FontProgram const>, std::string> subset(display::Font const& font, std::span<std::uint32_t const> glyphs);

 private:
  struct Known {
    Blob blob;  ///< keeps the bytes at their address, which stands for them
    std::uint32_t index;
    std::vector<std::uint32_t> glyphs;
    std::shared_ptr<FontProgram const> program;
  };
  std::mutex mutex_;
  std::deque<Known> known_;
};

}  // namespace resumec::backend::pdf

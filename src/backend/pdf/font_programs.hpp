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

/// Keeps the last subsets made. Safe to ask from several threads: one makes a subset while others make theirs, and who wants the same
/// waits for it.
class FontPrograms {
 public:
  using Result = base::Expected<std::shared_ptr<FontProgram const>, std::string>;

  /// `glyphs` sorted, unique. In words why there is none.
  Result subset(display::Font const& font, std::span<std::uint32_t const> glyphs);

 private:
  struct Known {
    Blob blob;  ///< keeps the bytes at their address, which stands for them
    std::uint32_t index;
    std::vector<std::uint32_t> glyphs;
    std::once_flag made;
    Result result;
  };
  std::shared_ptr<Known> entry(display::Font const& font, std::span<std::uint32_t const> glyphs);

  std::mutex mutex_;  ///< of the list, not of its entries
  std::deque<std::shared_ptr<Known>> known_;
};

}  // namespace resumec::backend::pdf

// Subsets of fonts, made once for all documents that use the same glyphs of a face: the versions of one résumé mostly do.
#pragma once

#include "backend/pdf/haru/doc.hpp"
#include "base/expected.hpp"
#include "base/hash.hpp"
#include "display/document.hpp"

#include <atomic>
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

/// Keeps the last subsets made. Safe to ask from several threads: one makes a subset while others make theirs.
class FontPrograms {
 public:
  using Result = base::Expected<std::shared_ptr<FontProgram const>, std::string>;

  /// Makes a subset that nobody has made or is making. `glyphs` sorted, unique. Whoever begins all that a document needs before asking for
  /// the first waits for nothing but the last ones of others.
  void begin(display::Font const& font, std::span<std::uint32_t const> glyphs);
  /// The subset, made here or, if somebody is at it, waited for. In words why there is none.
  Result subset(display::Font const& font, std::span<std::uint32_t const> glyphs);

 private:
  struct Known {
    Blob blob;  ///< keeps the bytes at their address, which stands for them
    std::uint32_t index;
    std::vector<std::uint32_t> glyphs;
    std::atomic_flag taken, done;  ///< by who makes it; and `result` is there
    Result result;
  };
  static void make(Known& known, display::Font const& font);
  std::shared_ptr<Known> entry(display::Font const& font, std::span<std::uint32_t const> glyphs);

  std::mutex mutex_;  ///< of the list, not of its entries
  std::deque<std::shared_ptr<Known>> known_;
};

}  // namespace resumec::backend::pdf

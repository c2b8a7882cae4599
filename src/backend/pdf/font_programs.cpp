#include "backend/pdf/font_programs.hpp"

#include "fonts/library.hpp"

#include <algorithm>

namespace resumec::backend::pdf {

namespace {

/// Some 60 kB each; a document uses three to six.
constexpr std::size_t most_known = 48;

}  // namespace

base::Expected<std::shared_ptr<FontProgram const>, std::string> FontPrograms::subset(display::Font const& font,
                                                                                     std::span<std::uint32_t const> glyphs) {
  std::scoped_lock const lock{mutex_};
  auto const found = std::find_if(known_.begin(), known_.end(), [&](Known const& known) {
    return known.blob.bytes.data() == font.blob.bytes.data() && known.index == font.index &&
           std::equal(known.glyphs.begin(), known.glyphs.end(), glyphs.begin(), glyphs.end());
  });
  if (found != known_.end()) return found->program;
  auto subset = fonts::subset(font.blob, font.index, font.cff, glyphs);
  if (!subset) return base::Unexpected<std::string>{subset.error()};
  auto program = std::make_shared<FontProgram const>(FontProgram{std::move(subset->old_glyphs), haru::pack(std::move(subset->program))});
  if (known_.size() == most_known) known_.pop_front();
  known_.push_back({font.blob, font.index, {glyphs.begin(), glyphs.end()}, program});
  return program;
}

}  // namespace resumec::backend::pdf

#include "backend/pdf/font_programs.hpp"

#include "fonts/library.hpp"

#include <algorithm>

namespace resumec::backend::pdf {

namespace {

/// Some 60 kB each; a document uses three to six.
constexpr std::size_t most_known = 48;

}  // namespace

std::shared_ptr<FontPrograms::Known> FontPrograms::entry(display::Font const& font, std::span<std::uint32_t const> glyphs) {
  std::scoped_lock const lock{mutex_};
  auto const found = std::find_if(known_.begin(), known_.end(), [&](std::shared_ptr<Known> const& known) {
    return known->blob.bytes.data() == font.blob.bytes.data() && known->index == font.index &&
           std::equal(known->glyphs.begin(), known->glyphs.end(), glyphs.begin(), glyphs.end());
  });
  if (found != known_.end()) return *found;
  auto made = std::make_shared<Known>();
  made->blob = font.blob;
  made->index = font.index;
  made->glyphs.assign(glyphs.begin(), glyphs.end());
  if (known_.size() == most_known) known_.pop_front();
  return known_.emplace_back(std::move(made));
}

void FontPrograms::make(Known& known, display::Font const& font) {
  // Whoever waits goes on, whatever happens here.
  struct Finish {
    Known& known;
    ~Finish() {
      known.done.test_and_set();
      known.done.notify_all();
    }
  } const finish{known};
  known.result = base::Unexpected<std::string>{"there was no memory for it"};
  auto subset = fonts::subset(font.blob, font.index, font.cff, known.glyphs);
  if (subset)
    known.result = std::make_shared<FontProgram const>(FontProgram{std::move(subset->old_glyphs), haru::pack(std::move(subset->program))});
  else
    known.result = base::Unexpected<std::string>{subset.error()};
}

void FontPrograms::begin(display::Font const& font, std::span<std::uint32_t const> glyphs) {
  auto const known = entry(font, glyphs);
  if (!known->taken.test_and_set()) make(*known, font);
}

FontPrograms::Result FontPrograms::subset(display::Font const& font, std::span<std::uint32_t const> glyphs) {
  auto const known = entry(font, glyphs);
  if (!known->taken.test_and_set()) make(*known, font);
  known->done.wait(false);
  return known->result;
}

}  // namespace resumec::backend::pdf

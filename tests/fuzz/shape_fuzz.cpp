// Any bytes as a text in the square font, and any bytes as a font for a text: shaped without a crash, every byte of the text in one cluster
// or missing, no glyph 0. Input: one byte of switches; then a font's bytes, or a text.
#include "resumec/worlds.hpp"
#include "support/square_font.hpp"
#include "text/shape.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace resumec;

constexpr std::uint8_t as_font = 1, small_caps = 2, leftward = 4, plain = 8, old_style = 16, tabular = 32;

void check(text::ShapedText const& shaped, std::string_view text) {
  std::vector<bool> covered(text.size());
  auto const cover = [&](std::uint32_t begin, std::uint32_t end) {
    for (auto at = begin; at < end; ++at) {
      if (at >= covered.size() || covered[at]) std::abort();
      covered[at] = true;
    }
  };
  for (auto const& run : shaped.runs) {
    cover(run.begin, run.end);
    for (auto const& glyph : run.glyphs) {
      if (glyph.id == 0 || glyph.cluster < run.begin || glyph.cluster >= run.end) std::abort();
    }
  }
  for (auto const& missing : shaped.missing) cover(missing.begin, missing.end);
  for (bool const byte : covered) {
    if (!byte) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return 0;
  std::string const rest{reinterpret_cast<char const*>(data + 1), size - 1};
  auto const switches = data[0];
  auto files = testing::square_font_files();
  std::string text = "Office 1,234 — שלום “naïve” fi\u200Dffl";
  if ((switches & as_font) != 0)
    files.user_fonts["fuzz.ttf"] = rest;
  else
    text = rest.substr(0, 4096);
  auto const world = memory_world(std::move(files));
  Diagnostics diagnostics;
  auto const library = fonts::Library::load(*world, diagnostics);
  text::Shaper shaper{*library};
  text::ShapeStyle style;
  std::string const family{library->family_names().front()};
  style.font.family = family;
  style.lang = "en";
  style.features.small_caps = (switches & small_caps) != 0;
  style.features.ligatures = style.features.kerning = (switches & plain) == 0;
  style.features.tabular = (switches & tabular) != 0;
  if ((switches & old_style) != 0) style.features.figures = text::Features::Figures::OldStyle;
  if ((switches & leftward) != 0) style.direction = text::Direction::RightToLeft;
  check(shaper.shape(text, style, *world, diagnostics), text);
  return 0;
}

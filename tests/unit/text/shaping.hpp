// A shaper with its fonts, and a notation of its results: one run after another as
//   Face[text]            left to right;  <Face[text] right to left
// and what no face has as ![text].
#pragma once

#include "support/places.hpp"
#include "support/square_font.hpp"
#include "text/shape.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace resumec::text {

struct Shaping {
  explicit Shaping(std::unique_ptr<World> fonts) : world{std::move(fonts)} {}

  static Shaping square() { return Shaping{memory_world(testing::square_font_files())}; }
  static Shaping real() { return Shaping{testing::real_font_world(places::built("share/resumec"))}; }

  ShapedText const& shape(std::string_view text, ShapeStyle const& style) { return shaper.shape(text, style, *world, diagnostics); }
  ShapedText const& shape(std::string_view text, Features const& features = {}, std::string_view family = "serif") {
    return shape(text, ShapeStyle{{family}, features, "en"});
  }

  std::string dump(std::string_view text, std::string_view family = "serif") {
    auto const& shaped = shape(text, {}, family);
    std::vector<std::pair<std::uint32_t, std::string>> parts;
    for (auto const& run : shaped.runs) {
      auto const* const mark = run.direction == Direction::RightToLeft ? "<" : "";
      parts.emplace_back(
          run.begin, mark + library->face(run.face).postscript_name + "[" + std::string{text.substr(run.begin, run.end - run.begin)} + "]");
    }
    for (auto const& missing : shaped.missing)
      parts.emplace_back(missing.begin, "![" + std::string{text.substr(missing.begin, missing.end - missing.begin)} + "]");
    std::sort(parts.begin(), parts.end());
    std::string result;
    for (auto const& part : parts) result += (result.empty() ? "" : " ") + part.second;
    return result;
  }

  std::size_t glyph_count(std::string_view text, Features const& features = {}, std::string_view family = "serif") {
    std::size_t count = 0;
    for (auto const& run : shape(text, features, family).runs) count += run.glyphs.size();
    return count;
  }

  std::unique_ptr<World> world;
  Diagnostics diagnostics;
  std::unique_ptr<fonts::Library> library = fonts::Library::load(*world, diagnostics);
  Shaper shaper{*library};
};

}  // namespace resumec::text

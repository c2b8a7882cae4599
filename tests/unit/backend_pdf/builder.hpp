// Display documents for tests: real fonts, real shaping, and nothing of the layout.
#pragma once

#include "display/document.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace resumec::testing {

using base::Length;
using base::NodeId;
using base::Role;

/// File names of the catalogue's faces that the tests use.
inline constexpr std::string_view libertine = "LinLibertine_R.otf";  // CFF
inline constexpr std::string_view noto = "NotoSans-Regular.ttf";     // TrueType
inline constexpr std::string_view math = "NotoSansMath-Regular.ttf";

struct TextOptions {
  std::string_view font = libertine;
  std::int64_t size = 10;  ///< pt
  Length tracking{};       ///< added to every advance
  Length word_space{};     ///< added to every space
  base::Color color{};
  display::LineEnd line_end = display::LineEnd::None;
};

class Builder {
 public:
  Builder();

  Builder& page(std::int64_t width = 595, std::int64_t height = 842);
  NodeId node(Role role, NodeId parent = NodeId{0}, int level = 0);
  display::StructureNode& at(NodeId node) { return document.structure[node.index()]; }
  /// Shapes the text and places it on the last page; gives the run, valid until the next item.
  display::GlyphRun& text(NodeId node, std::int64_t x, std::int64_t y, std::string_view text, TextOptions const& options = {});
  void rule(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height);
  void link(NodeId node, std::string url, std::string description, std::int64_t x, std::int64_t y, std::int64_t width);

  display::Document document;

 private:
  display::FontIndex font(std::string_view file);
  std::map<std::string, display::FontIndex, std::less<>> fonts_;
};

}  // namespace resumec::testing

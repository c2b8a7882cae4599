// The display list: pages of absolutely placed items, and the structure tree that says what they mean. The value both
// sides agree on: layout writes it, geometry backends read it, and it needs nothing of either. It owns its font bytes as
// shared immutable blobs. Origin is the page's top left corner, y grows downwards.
#pragma once

#include "base/color.hpp"
#include "base/ids.hpp"
#include "base/length.hpp"
#include "base/roles.hpp"
#include "resumec/source.hpp"
#include "resumec/world.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace resumec::display {

using base::Color;
using base::Em;
using base::Length;
using base::LinkId;
using base::NodeId;
using base::Point;
using base::Rect;
using base::Role;

using FontIndex = base::Id<struct FontIndexTag>;

/// A font face in use: everything a backend needs to embed it.
struct Font {
  Blob blob;
  std::uint32_t index = 0;  ///< face in a collection
  std::string postscript_name, family;
  std::uint16_t weight = 400;
  bool italic = false, cff = false;
  std::uint32_t units_per_em = 1000;
  Em ascender, descender, cap_height;  ///< descender is negative
  Em italic_angle_degrees;
  std::int32_t x_min = 0, y_min = 0, x_max = 0, y_max = 0;
};

struct Glyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  ///< byte of the run's text where this glyph's cluster starts
  Length advance;             ///< to the next glyph's origin, at this size, with kerning, tracking and justification
  Length natural;             ///< the font's own advance at this size, unscaled
  Length x_offset, y_offset;  ///< y downwards
};

/// How a run's text joins the next run of the same paragraph when a line ends between them.
enum class LineEnd : std::uint8_t {
  None,       ///< the line goes on
  Space,      ///< the run's text ends in the space at which the line was broken
  Tight,      ///< broken inside a word: nothing between. A soft hyphen at the end of the text is the hyphen that divides it
  Hard,       ///< a break the author asked for
  Paragraph,  ///< last run of its paragraph
};

/// Text of one face, size, colour and node on one line. The glyphs' clusters cover `text` exactly once.
struct GlyphRun {
  NodeId node;
  FontIndex font;
  Length size;
  std::int32_t scale = 1000;  ///< width of the glyphs' shapes in thousandths: font expansion. Advances have it already
  Point origin;               ///< of the first glyph, on the baseline
  std::string text;
  std::vector<Glyph> glyphs;
  Color color;
  LineEnd line_end = LineEnd::None;
  Span span;
};

/// A filled rectangle: rules, underlines.
struct Rule {
  NodeId node;
  Rect rect;
  Color color;
};

struct PathCommand {
  enum class Kind : std::uint8_t { Move, Line, Cubic, Close } kind = Kind::Move;
  Point a, b, c;  ///< Cubic: two control points and the end; others use `a`
};

/// A filled path (icons, marks).
struct Path {
  NodeId node;
  std::vector<PathCommand> commands;
  Color color;
};

/// The clickable area of (a line of) a link.
struct LinkArea {
  NodeId node;
  LinkId link;
  Rect rect;
};

using Item = std::variant<GlyphRun, Rule, Path, LinkArea>;

struct Page {
  base::Size size;
  std::vector<Item> items;  ///< in placement order; artifacts have a node of Role::Artifact
  base::Rect text_area{};   ///< where text may stand: within the margins, without running heads
};

struct StructureNode {
  NodeId parent;                 ///< none for the root and for artifacts
  std::vector<NodeId> children;  ///< in placement order
  Role role = Role::Span;
  int level = 0;
  std::string lang, alt;
  LinkId link;
  bool numbered_list = false;
  Span span;
};

struct LinkTarget {
  std::string url, description;
};

struct OutlineItem {
  std::string title;
  int level = 1;
  std::uint32_t page = 0;
  Length y;
};

struct Metadata {
  std::string title, author, subject, lang;
  std::vector<std::string> keywords;
};

struct Document {
  std::vector<Page> pages;
  std::vector<StructureNode> structure;  ///< index = NodeId; root is 0
  std::vector<Font> fonts;
  std::vector<LinkTarget> links;  ///< index = LinkId
  std::vector<OutlineItem> outline;
  Metadata metadata;
};

/// The text in reading order: the structure tree's paragraphs, one a line, wrapped lines joined again.
/// The promise to parsers: text extracted from the PDF is this (plus running heads).
std::string reading_order_text(Document const& document);
/// The words of running heads and feet and other artifacts, page by page.
std::string artifact_text(Document const& document);
/// `dump --stage=display`.
std::string dump(Document const& document);
/// `dump --stage=overlay`: SVG for eyes.
std::string overlay_svg(Document const& document, Length line_height);

}  // namespace resumec::display

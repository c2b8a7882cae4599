// The flow document: what is printed, in order, with roles and styles, before any line or page is broken. It holds
// no résumé types; the names of templates and slots stay, because LaTeX macros, HTML classes and tags need them. A block
// holds only blocks or only inlines. Read by layout (PDF, SVG, text) and, later, by the backends that break their own lines.
#pragma once

#include "base/ids.hpp"
#include "base/roles.hpp"
#include "resumec/source.hpp"
#include "style/style.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace resumec::flow {

using base::Em;
using base::ItemId;
using base::LinkId;
using base::NodeId;
using base::Role;
using base::StyleId;

/// Semantic names of the layout file, interned in the document.
using TemplateId = base::Id<struct TemplateTag>;
using SlotId = base::Id<struct SlotTag>;

/// A node of meaning. Nodes form a tree whose root is node 0 (Role::Document); the order of children is that of the
/// blocks and inlines that name them.
struct Node {
  NodeId parent;
  Role role = Role::Span;
  int level = 0;              ///< Heading: 1-6
  TemplateId template_id;
  SlotId slot;
  Span span;                  ///< of the source; detached for what the layout made
  std::string lang;           ///< where it differs from the document's
  std::string alt;            ///< Figure, level marks
  LinkId link;                ///< Role::Link
  bool numbered_list = false; ///< Role::List
};

struct LinkTarget {
  std::string url;            ///< checked: http, https, mailto, tel
  std::string description;    ///< for screen readers: "GitHub profile of …"
  Span span;
};

enum class InlineKind : std::uint8_t {
  Text,
  HardBreak,
  LineEnd,  ///< where layout ended a line; `text`: the hyphen that divides a word there. Only of `layout::with_line_ends`
  PageNumber,
  PageCount,
};

/// A run of text in one style and one node.
struct Inline {
  InlineKind kind = InlineKind::Text;
  NodeId node;
  StyleId style;
  std::string text;           ///< UTF-8, NFC, final wording (typography and case applied)
  Span span;
  bool generated = false;     ///< a separator or label that the layout made
  bool unbreakable = false;   ///< no line ends inside (dates, contact items)
};
using Inlines = std::vector<Inline>;

/// Another wording of a block's inlines, from best to shortest: date and place ladders, short points.
struct Alternative {
  Inlines inlines;
  int cost = 0;
};

enum class BlockKind : std::uint8_t {
  Stack,      ///< children one below the other
  Paragraph,  ///< inlines
  Row,        ///< two Paragraph children on one baseline: the left one wraps, the right one is flush right
  Item,       ///< a marker hanging in `indent`, and children
  Rule,       ///< a line across the column
  Columns,    ///< children side by side in equal columns, filled in reading order
  Contacts,   ///< inlines split at generated separators into unbreakable items, lines balanced, no separator at a line's end
};

enum class Keep : std::uint8_t { None, WithNext };

/// Whether a page ends before a block.
enum class BreakBefore : std::uint8_t { Free, Avoid, Prefer, Force };

struct Block {
  BlockKind kind = BlockKind::Stack;
  NodeId node;
  StyleId style;              ///< Paragraph: of the paragraph; others: gaps and indent
  std::vector<Block> children;
  Inlines inlines;
  int looseness = 0;          ///< Paragraph: so many lines more than are best, if that can be (TeX's \looseness); −1: one fewer
  Inlines marker;             ///< Item
  Em indent;                  ///< Item: body em from the marker's left edge to the text's, or more
  int above = 0, below = 0;   ///< gaps in sixteenths of lh; between neighbours the larger of below and above counts
  Keep keep = Keep::None;
  bool keep_together = false; ///< no page break inside
  BreakBefore break_before = BreakBefore::Free;
  std::vector<Alternative> alternatives;
  std::vector<ItemId> items;  ///< of the résumé that the block prints and that go with it: what fitting may leave out
  std::vector<Block> continued; ///< a line for the top of each page on which the block goes on: an artifact
  base::Length thickness;     ///< Rule
  int column_count = 1;       ///< Columns
};

enum class ColumnRole : std::uint8_t { Full, Main, Side };

/// Blocks for one column, in order. Placement order is masthead (Full), Main, Side.
struct Column {
  ColumnRole role = ColumnRole::Main;
  std::vector<Block> blocks;
};

enum class RunningPlace : std::uint8_t { Header, Footer };
enum class RunningPages : std::uint8_t { First, Later, All };

/// A running head or foot: an artifact.
struct Running {
  RunningPlace place = RunningPlace::Footer;
  RunningPages pages = RunningPages::All;
  Block block;
};

struct PageSetup {
  style::Metrics metrics;
  bool two_columns = false;
  Em main_share = Em::raw(Em::one);   ///< of the text width without the gap
  bool side_on_left = false;
  bool side_on_first_page = false;    ///< from the second page on the main column has the full width
};

/// Whom the document is for: programs that read it (no automatic hyphenation), or people with paper.
enum class Profile : std::uint8_t { Ats, Print };

struct Metadata {
  std::string title, author, subject, lang;
  std::vector<std::string> keywords;
};

struct Document {
  std::vector<Node> nodes;
  std::vector<style::ComputedStyle> styles;
  std::vector<LinkTarget> links;
  std::vector<std::string> template_names, slot_names;
  std::vector<Column> columns;
  std::vector<Running> running;
  PageSetup page;
  Profile profile = Profile::Ats;
  std::vector<std::string> divisions;  ///< words as the résumé divides them: `ré-su-mé`
  Metadata metadata;
};

std::string dump(Document const& document);

}  // namespace resumec::flow

// The state of one `realize`: what is read, what is being made, and the steps, which call each other.
// text.cpp writes runs and paragraphs, template.cpp fills templates, realize.cpp places sections on columns.
#pragma once

#include "flow/builder.hpp"
#include "flow/document.hpp"
#include "flow/slots.hpp"
#include "flow/typography.hpp"
#include "style/resolve.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::flow {

using style::ComputedStyle;
using style::Element;
using Blocks = std::vector<Block>;

/// Where text is being written: everything that nesting changes.
struct Surroundings {
  NodeId node;
  ComputedStyle style;
  std::string lang;
};

/// A paragraph being written.
struct Line {
  Line(NodeId paragraph, Typographer first) : node{paragraph}, typographer{first} {}
  NodeId node;
  Typographer typographer;
  Inlines inlines;
  std::optional<Inline> separator;  ///< waits for something to stand before
};

/// What a template is filled with, and where it puts what it makes.
struct Frame {
  Slots slots;
  NodeId node;
  TemplateId template_id;
  int level = 2;  ///< of the next heading
  bool heading_made = false;
  std::string lang;
  model::Section const* section = nullptr;
  model::Entry const* entry = nullptr;
  Blocks continued;  ///< see `Block::continued`
  std::vector<syntax::Blocks const*> overflow;  ///< of slots shown in a line: what follows the first paragraph

  Slot* find(std::string_view name);
};

class Realizer {
 public:
  Realizer(model::Resume const& resume, style::Layout const& layout, Diagnostics& diagnostics);
  Document run() &&;

 private:
  // ---- realize.cpp: the document
  void number_references();
  void masthead();
  Block section(model::Section const& section);
  /// True if the blocks of a section print more than its title.
  bool has_content(Blocks const& blocks, NodeId section) const;
  void running_heads();
  void metadata();
  Column& column(ColumnRole role);

  // ---- template.cpp: elements
  void blocks(std::vector<Element> const& elements, Frame& frame, Blocks& out);
  void block(Element const& element, Frame& frame, Blocks& out);
  void line(Element const& element, Frame& frame, Blocks& out);
  void row(Element const& element, Frame& frame, Blocks& out);
  void alternatives(Element const& element, Frame& frame, Builder::Mark mark, Block& cell);
  std::optional<Block> paragraph(Element const& element, Frame& frame);
  void item(Element const& element, Frame& frame, Blocks& out);
  void contacts(Element const& element, Frame& frame, Blocks& out);
  void columns(Element const& element, Frame& frame, Blocks& out);
  void continued(Element const& element, Frame& frame);
  void rest(Frame& frame, Blocks& out);
  void slot_blocks(Slot& slot, ComputedStyle const& style, Frame& frame, Blocks& out);
  void overflow(Frame& frame, Blocks& out);
  void inlines(std::vector<Element> const& elements, Frame& frame, Line& line, Surroundings const& around);
  void inline_element(Element const& element, Frame& frame, Line& line, Surroundings const& around);
  void slot_inlines(Element const& element, Frame& frame, Line& line, Surroundings const& around);
  void page_phrase(std::string_view phrase, Line& line, Surroundings const& around);
  bool holds(Element const& condition, Frame& frame);
  void use(Slot& slot, Frame& frame);

  // ---- entries.cpp: entries and points
  void entries(int above, Frame& frame, Blocks& out);
  void entry_run(std::vector<model::Entry> const& entries, Frame const& parent, Blocks& out);
  style::Template const& template_of(model::Entry const& entry, Frame const& parent) const;
  Frame entry_frame(model::Entry const& entry, style::Template const& chosen, Frame const& parent);
  Block entry(model::Entry const& entry, style::Template const& chosen, Frame const& parent, NodeId node);
  Block numbered(model::Entry const& entry, Block content, NodeId item, NodeId label);
  bool joins(model::Entry const& entry, style::Template const& chosen, Frame const& parent);
  Block joined(std::vector<model::Entry> const& entries, std::size_t begin, std::size_t end, style::Template const& chosen,
               Frame const& parent);
  void points(std::vector<model::Point> const& points, Element const* element, Surroundings const& around, Frame const& frame, int depth,
              Blocks& out);

  // ---- text.cpp: runs, paragraphs, lists
  void put(Line& line, Inline run);
  void flush(Line& line);
  void write(Line& line, Part const& part, Surroundings const& around);
  void markup(Line& line, syntax::Inlines const& inlines, Surroundings const& around);
  void words(Line& line, std::string_view text, Span span, Surroundings const& around);
  void generated(Line& line, std::string_view text, NodeId node, ComputedStyle const& style);
  void citation(Line& line, syntax::Inline const& inline_node, Surroundings const& around);
  void rich_text(syntax::Blocks const& blocks, Surroundings const& around, Blocks& out);
  void rich_block(syntax::Block const& block, Surroundings const& around, Blocks& out);
  void rich_list(syntax::Block const& list, Surroundings const& around, Blocks& out);
  Block text_paragraph(syntax::Inlines const& inlines, Surroundings const& around);
  Block marked_item(std::string marker, ComputedStyle const& marker_style, Em indent, NodeId item, NodeId label);
  LinkId link_to(std::string url, std::string description, Span span);
  ComputedStyle named(std::string_view style_name, ComputedStyle const& otherwise) const;
  ComputedStyle strong(ComputedStyle style) const;
  ComputedStyle emphasis(ComputedStyle style) const;
  ComputedStyle marker_style(Element const* element, ComputedStyle const& base) const;

  NodeId child(NodeId parent, Role role, Span span = {}, std::string_view slot = {});
  Typographer typographer(std::string_view lang) const;
  std::string language(model::Attributes const& attributes, std::string const& parent) const;
  WordingContext wording(std::string_view lang) const;
  Surroundings surroundings(Frame const& frame, NodeId node, ComputedStyle style) const;

  model::Resume const& resume_;
  style::Resolved layout_;
  Diagnostics& diagnostics_;
  Document document_;
  Builder build_;
  ComputedStyle body_;
  locale::DateStyle dates_ = locale::DateStyle::Short;
  std::map<std::string, std::string, std::less<>> numbers_;  ///< id → printed number
  /// While another wording of a cell is written: where the nodes of the first one start. They are used again.
  std::optional<Builder::Mark> again_;
  std::size_t ladder_step_ = 0;  ///< 0: the first wording
};

/// The number by which fitting may leave the item out; none if items were not numbered.
std::vector<ItemId> items_of(model::Attributes const& attributes);
BreakBefore break_of(model::Attributes const& attributes);

/// Moves the gaps at the ends of stacks outwards, so that a gap stands at one level only.
void hoist_gaps(Blocks& blocks);

}  // namespace resumec::flow

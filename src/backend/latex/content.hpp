// The body of the file: the flow document as calls of the layout's macros. What a macro makes itself (separators, rules) is left out;
// what it has no argument for goes into `more`, so that nothing is lost.
#pragma once

#include "backend/latex/escape.hpp"
#include "backend/latex/source.hpp"
#include "backend/latex/templates.hpp"
#include "flow/document.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace resumec::backend::latex {

/// What the content uses beyond the layout's macros.
struct ContentNeeds {
  std::set<std::string> languages;  ///< BCP 47, beside the document's
  bool columns = false;
  bool lines_in_text = false;    ///< underlined or struck out
  std::set<std::string> macros;  ///< of the layout, by name
  std::string name, headline;    ///< of the masthead, as TeX: plain text that the settings hold; else empty
};

class Content {
 public:
  Content(flow::Document const& document, Templates const& templates, Escaper& escaper);

  void write(Source& out);
  /// A running head or foot: its runs in one line.
  std::string running(flow::Block const& block);

  ContentNeeds const& needs() const { return needs_; }

 private:
  using Blocks = std::vector<flow::Block>;
  using Pointers = std::vector<flow::Block const*>;
  /// Arguments and body of one call.
  struct Call {
    Macro const* macro = nullptr;
    base::NodeId node;
    std::map<std::string, flow::Inlines> lines;
    std::map<std::string, Pointers> blocks;
    std::vector<flow::Inlines> contacts;
    Pointers body, more;
    std::string lang;
  };

  Call gather(flow::Block const& block, base::NodeId node);
  void sort(Blocks const& blocks, Call& call);
  void sort(flow::Block const& block, Call& call);
  bool take_line(flow::Block const& block, Call& call) const;
  static void take_contacts(flow::Block const& block, Content const& content, Call& call);

  flow::BreakBefore strongest_above(flow::Block const& section) const;
  void wish(flow::BreakBefore wish, std::size_t indent, Source& out);
  void call(flow::Block const& block, base::NodeId node, std::size_t indent, Source& out);
  void arguments(Call const& call, std::size_t indent, Source& out);
  std::string kept(std::string const& argument, flow::Inlines const& runs, std::string const& value);
  void body(Call const& call, std::size_t indent, Source& out);
  void sequence(Pointers const& blocks, std::size_t indent, Source& out);
  void one(flow::Block const& block, std::size_t indent, Source& out);
  void points(flow::Block const& list, std::size_t indent, int depth, Source& out);
  void point(flow::Block const& item, std::size_t indent, int depth, Source& out);
  void labelled(flow::Block const& list, std::size_t indent, Source& out);
  void joined(flow::Block const& paragraph, std::size_t indent, Source& out);
  void text_blocks(Pointers const& blocks, std::string_view before, std::size_t indent, int depth, std::string_view after, Source& out);

  std::string inlines(flow::Inlines const& runs, style::ComputedStyle const* context);
  std::vector<std::pair<std::string, std::string>> wrappers(flow::Inline const& run, style::ComputedStyle const* context);

  flow::Node const& node(base::NodeId id) const { return document_.nodes[id.index()]; }
  /// The nearest node, from `from` up to but not including `end`, that satisfies `wanted`.
  template <class Wanted>
  base::NodeId upwards(base::NodeId from, base::NodeId end, Wanted wanted) const;
  base::NodeId slot_node(base::NodeId from, base::NodeId end) const;
  base::NodeId template_node(base::NodeId from, base::NodeId end) const;
  std::string slot_name(base::NodeId slot) const;
  base::NodeId entry_of(flow::Block const& block) const;
  bool is_points(flow::Block const& block) const;
  bool is_labelled_list(flow::Block const& block) const;

  flow::Document const& document_;
  Templates const& templates_;
  Escaper& escaper_;
  ContentNeeds needs_;
  bool is_running_ = false;  ///< a running head is being written
};

/// babel's name for a language, `ngerman` for `de`; the tag itself where babel goes by it.
std::string babel_name(std::string_view tag);

}  // namespace resumec::backend::latex

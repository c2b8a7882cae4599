#include "backend/text/emit.hpp"

#include "display/reading_order.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace resumec::backend::text {

namespace {

using base::Length;
using base::NodeId;
using base::Role;
using display::LineEnd;
using display::PlacedRun;
using display::ReadParagraph;

constexpr std::string_view between_cells = "  ";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// An address as people write it: no scheme, no `www.`, no slash at the end, small letters.
std::string bare(std::string_view address) {
  std::string result;
  result.reserve(address.size());
  for (char const c : address) result += lower(c);
  for (std::string_view const prefix : {"https://", "http://", "mailto:", "tel:", "www."}) {
    if (result.starts_with(prefix)) result.erase(0, prefix.size());
  }
  if (result.ends_with('/')) result.pop_back();
  return result;
}

std::string digits(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char c) { return c >= '0' && c <= '9'; });
  return result;
}

/// Can a reader of the text follow the link?
bool shows_address(std::string_view visible, std::string_view url) {
  if (url.starts_with("tel:")) {
    // National and international forms end alike.
    std::string const seen = digits(visible), whole = digits(url);
    std::size_t const tail = std::min<std::size_t>({seen.size(), whole.size(), 7});
    return tail > 0 && seen.substr(seen.size() - tail) == whole.substr(whole.size() - tail);
  }
  while (!visible.empty() && visible.back() == ' ') visible.remove_suffix(1);
  return bare(visible) == bare(url);
}

class TextWriter {
 public:
  explicit TextWriter(display::Document const& document) : document_{document}, structure_{document.structure} {}

  std::string write() {
    std::vector<ReadParagraph> const paragraphs = display::reading_order(document_);
    ReadParagraph const* before = nullptr;
    for (ReadParagraph const& paragraph : paragraphs) {
      join(before, paragraph);
      lines(paragraph);
      before = &paragraph;
    }
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  /// Steps up from a node; a tree of n nodes is no higher than n.
  template <class Visit>
  void upwards(NodeId node, Visit visit) const {
    for (std::size_t steps = 0; node && node.index() < structure_.size() && steps < structure_.size(); ++steps) {
      if (!visit(node)) return;
      node = structure_[node.index()].parent;
    }
  }

  NodeId nearest(NodeId node, Role role) const {
    NodeId found;
    upwards(node, [&](NodeId at) {
      if (structure_[at.index()].role == role) found = at;
      return !found;
    });
    return found;
  }

  std::size_t list_depth(NodeId node) const {
    std::size_t depth = 0;
    upwards(node, [&](NodeId at) {
      if (structure_[at.index()].role == Role::List) ++depth;
      return true;
    });
    return depth;
  }

  std::size_t indent_of(ReadParagraph const& paragraph) const {
    std::size_t const depth = list_depth(paragraph.runs.front().run->node);
    return depth > 1 ? 2 * (depth - 1) : 0;
  }

  /// What a row is part of: two rows side by side belong to different items or entries.
  NodeId owner(NodeId node) const {
    NodeId found;
    upwards(node, [&](NodeId at) {
      Role const role = structure_[at.index()].role;
      if (role != Role::Entry && role != Role::ListItem && role != Role::ListBody && role != Role::Section) return true;
      found = at;
      return false;
    });
    return found;
  }

  /// Two cells of a row: one baseline, one owner, the second to the right of the first.
  bool same_row(ReadParagraph const& left, ReadParagraph const& right) const {
    PlacedRun const& a = left.runs.front();
    PlacedRun const& b = right.runs.front();
    return a.page == b.page && a.run->origin.y == b.run->origin.y && b.run->origin.x > a.run->origin.x &&
           owner(a.run->node) == owner(b.run->node);
  }

  void join(ReadParagraph const* before, ReadParagraph const& paragraph) {
    if (before == nullptr) return;
    if (same_row(*before, paragraph)) {
      out_ += between_cells;
      return;
    }
    out_ += '\n';
    NodeId const section = nearest(paragraph.runs.front().run->node, Role::Section);
    if (section && section != section_) out_ += '\n';
    section_ = section;
    out_.append(indent_of(paragraph), ' ');
  }

  void lines(ReadParagraph const& paragraph) {
    if (!section_) section_ = nearest(paragraph.runs.front().run->node, Role::Section);
    NodeId link;
    std::string visible;
    for (std::size_t i = 0; i < paragraph.runs.size(); ++i) {
      display::GlyphRun const& run = *paragraph.runs[i].run;
      if (NodeId const of_run = nearest(run.node, Role::Link); of_run != link) {
        end_link(link, visible);
        link = of_run;
        visible.clear();
      }
      if (link) visible += display::printed_text(run);
      out_ += display::printed_text(run);
      if (run.line_end == LineEnd::Hard) {
        end_link(link, visible);
        link = {};
        visible.clear();
        while (out_.ends_with(' ')) out_.pop_back();
        out_ += '\n';
        out_.append(indent_of(paragraph), ' ');
      }
    }
    end_link(link, visible);
  }

  void end_link(NodeId link, std::string_view visible) {
    if (!link) return;
    base::LinkId const target = structure_[link.index()].link;
    if (!target || target.index() >= document_.links.size()) return;
    std::string const& url = document_.links[target.index()].url;
    if (url.empty() || shows_address(visible, url)) return;
    // Before the space at which the line was broken.
    bool const spaced = out_.ends_with(' ');
    if (spaced) out_.pop_back();
    out_ += " <";
    out_ += url;
    out_ += '>';
    if (spaced) out_ += ' ';
  }

  display::Document const& document_;
  std::vector<display::StructureNode> const& structure_;
  std::string out_;
  NodeId section_;
};

}  // namespace

std::string emit_text(display::Document const& document) { return TextWriter{document}.write(); }

}  // namespace resumec::backend::text

#include "display/reading_order.hpp"

#include <limits>
#include <string>
#include <utility>

namespace resumec::display {

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

std::vector<ReadParagraph> paragraphs_of(std::vector<PlacedRun> const& runs) {
  std::vector<ReadParagraph> paragraphs;
  bool open = false;
  for (PlacedRun const& placed : runs) {
    if (!open) paragraphs.emplace_back();
    paragraphs.back().runs.push_back(placed);
    open = placed.run->line_end != LineEnd::Paragraph;
  }
  return paragraphs;
}

/// The walk without recursion: trees come from input.
class Walk {
 public:
  explicit Walk(Document const& document) : structure_{document.structure}, own_(structure_.size()), first_(structure_.size(), nowhere) {
    for (std::size_t page = 0; page < document.pages.size(); ++page) {
      for (Item const& item : document.pages[page].items) {
        auto const* run = std::get_if<GlyphRun>(&item);
        if (run == nullptr || !run->node || run->node.index() >= structure_.size()) continue;
        auto const sequence = static_cast<std::uint32_t>(all_.size());
        all_.push_back({static_cast<std::uint32_t>(page), run});
        own_[run->node.index()].push_back(sequence);
        for (NodeId node = run->node; node && node.index() < structure_.size() && first_[node.index()] == nowhere;
             node = structure_[node.index()].parent) {
          first_[node.index()] = sequence;
        }
      }
    }
  }

  std::vector<PlacedRun> from_root() {
    std::vector<PlacedRun> result;
    if (structure_.empty()) return result;
    result.reserve(all_.size());
    std::vector<bool> entered(structure_.size());
    stack_.push_back({0, 0, 0});
    entered[0] = true;
    while (!stack_.empty()) {
      Step& step = stack_.back();
      std::vector<std::uint32_t> const& own = own_[step.node];
      std::vector<NodeId> const& children = structure_[step.node].children;
      bool const has_own = step.next_own < own.size(), has_child = step.next_child < children.size();
      if (!has_own && !has_child) {
        stack_.pop_back();
        continue;
      }
      std::size_t const child = has_child ? children[step.next_child].index() : 0;
      bool const usable = has_child && child < structure_.size() && !entered[child] && first_[child] != nowhere;
      if (has_child && !usable) {
        ++step.next_child;
      } else if (has_own && (!has_child || own[step.next_own] < first_[child])) {
        result.push_back(all_[own[step.next_own++]]);
      } else {
        ++step.next_child;
        entered[child] = true;
        stack_.push_back({child, 0, 0});
      }
    }
    return result;
  }

 private:
  struct Step {
    std::size_t node, next_own, next_child;
  };
  std::vector<StructureNode> const& structure_;
  std::vector<PlacedRun> all_;                   ///< in placement order
  std::vector<std::vector<std::uint32_t>> own_;  ///< of each node, into `all_`
  std::vector<std::uint32_t> first_;             ///< of each node's subtree
  std::vector<Step> stack_;
};

void append_text(std::string& text, std::vector<ReadParagraph> const& paragraphs) {
  for (ReadParagraph const& paragraph : paragraphs) {
    for (PlacedRun const& placed : paragraph.runs) {
      text += printed_text(*placed.run);
      if (placed.run->line_end == LineEnd::Hard) text += '\n';
    }
    text += '\n';
  }
}

}  // namespace

bool divides_word(GlyphRun const& run) { return run.line_end == LineEnd::Tight && run.text.ends_with(soft_hyphen); }

std::string_view printed_text(GlyphRun const& run) {
  std::string_view text = run.text;
  if (divides_word(run)) text.remove_suffix(soft_hyphen.size());
  return text;
}

std::vector<ReadParagraph> reading_order(Document const& document) { return paragraphs_of(Walk{document}.from_root()); }

std::vector<ReadParagraph> artifacts(Document const& document) {
  std::vector<PlacedRun> runs;
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    for (Item const& item : document.pages[page].items) {
      auto const* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || !run->node || run->node.index() >= document.structure.size()) continue;
      if (document.structure[run->node.index()].role == Role::Artifact) runs.push_back({static_cast<std::uint32_t>(page), run});
    }
  }
  return paragraphs_of(runs);
}

std::string reading_order_text(Document const& document) {
  std::string text;
  append_text(text, reading_order(document));
  return text;
}

std::string artifact_text(Document const& document) {
  std::string text;
  append_text(text, artifacts(document));
  return text;
}

}  // namespace resumec::display

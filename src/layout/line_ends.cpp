// Line ends written into the flow: for a backend that breaks its own lines and is to break them here.
#include "layout/context.hpp"
#include "layout/inline/paragraph.hpp"
#include "layout/layout.hpp"
#include "layout/page/pages.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace resumec::layout {

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

/// The byte of an inline's text behind so many printed ones: soft hyphens are not among those (collect.hpp), and belong to what is above.
std::size_t behind(std::string_view text, std::size_t printed) {
  std::size_t at = 0;
  for (;; ++at, --printed) {
    while (text.substr(at).starts_with(soft_hyphen)) at += soft_hyphen.size();
    if (printed == 0 || at == text.size()) return at;
  }
}

std::size_t printed_size(flow::Inline const& piece) {
  if (piece.kind == flow::InlineKind::HardBreak) return 1;
  if (piece.kind != flow::InlineKind::Text) return 0;
  std::size_t size = piece.text.size();
  for (auto at = piece.text.find(soft_hyphen); at != std::string::npos; at = piece.text.find(soft_hyphen, at + soft_hyphen.size()))
    size -= soft_hyphen.size();
  return size;
}

flow::Inline part(flow::Inline const& whole, std::string text) {
  flow::Inline result = whole;
  result.text = std::move(text);
  return result;
}

flow::Inlines divided(flow::Inlines const& inlines, LineEnds const& ends) {
  flow::Inlines result;
  auto end = ends.begin();
  std::size_t begin = 0;  // of the inline, in the collected text
  for (flow::Inline const& piece : inlines) {
    std::size_t const size = printed_size(piece);
    std::string_view rest = piece.text;
    std::size_t done = begin;
    for (; end != ends.end() && end->at < begin + size; ++end) {
      std::size_t const cut = behind(rest, end->at - done);
      if (cut > 0) result.push_back(part(piece, std::string{rest.substr(0, cut)}));
      rest.remove_prefix(cut);
      done = end->at;
      flow::Inline line_end = part(piece, end->divides_word ? "-" : "");
      line_end.kind = flow::InlineKind::LineEnd;
      result.push_back(std::move(line_end));
    }
    if (!rest.empty() || piece.kind != flow::InlineKind::Text) result.push_back(part(piece, std::string{rest}));
    begin += size;
  }
  return result;
}

using AllLineEnds = std::unordered_map<flow::Inlines const*, LineEnds>;

/// `copy` is one of `block`, whose texts were laid out.
void divide(flow::Block const& block, AllLineEnds const& ends, flow::Block& copy) {
  if (auto const found = ends.find(&block.inlines); found != ends.end() && !found->second.empty())
    copy.inlines = divided(block.inlines, found->second);
  for (std::size_t i = 0; i < block.children.size(); ++i) divide(block.children[i], ends, copy.children[i]);
}

}  // namespace

flow::Document with_line_ends(flow::Document const& flow, text::Shaper& shaper, World& world) {
  Diagnostics reported;  // when the pages were made
  Context context{flow, shaper, world, reported};
  AllLineEnds ends;
  context.line_ends = &ends;
  make_pages(context);
  flow::Document result = flow;
  for (std::size_t column = 0; column < flow.columns.size(); ++column) {
    for (std::size_t i = 0; i < flow.columns[column].blocks.size(); ++i)
      divide(flow.columns[column].blocks[i], ends, result.columns[column].blocks[i]);
  }
  return result;
}

}  // namespace resumec::layout

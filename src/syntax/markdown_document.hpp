// A whole Markdown file as blocks that know their lines. In: a checked UTF-8 source. Out: blocks, always, whatever the bytes.
//
// Texts are not read here: a block says where its lines stand, without the marks of the lists and quotes around them, and `text_of` and
// `paragraph_of` make texts of them, which `parse_inlines` and `parse_blocks` read later. Beside CommonMark's blocks there are front
// matter, tables, pandoc's definition lists, and comments and `<details>` that go on through blank lines. Cost: every line is looked at
// once a level of nesting, of which there are at most `block_depth_limit`.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace resumec::syntax {

/// A line of the source, or what is left of it without the marks before it: [begin, end), without the line break.
struct MarkdownLine {
  std::uint32_t begin = 0, end = 0;
};
using MarkdownLines = std::vector<MarkdownLine>;

enum class MarkdownKind : std::uint8_t {
  Paragraph,
  Heading,  ///< `text` without the marks; `level` 1-6
  List,     ///< `items`
  Quote,    ///< `children`
  Rule,
  Code,            ///< `text` without the fences
  Table,           ///< `text`: a line a row, without the row of dashes
  Comment,         ///< `text` between the marks
  Fold,            ///< `<details>`: `text` is the summary, `children` the rest
  Definition,      ///< pandoc's: `text` is the term, `items` the definitions
  LinkDefinition,  ///< `[label]: target`: `text` holds the label and the target
};

struct MarkdownBlock;

struct MarkdownItem {
  MarkdownLines lines;
  std::vector<MarkdownBlock> blocks;
};

struct MarkdownBlock {
  MarkdownKind kind = MarkdownKind::Paragraph;
  MarkdownLines lines;  ///< all of it, as it stands in what is around it
  MarkdownLines text;
  int level = 0;
  std::vector<MarkdownItem> items;
  std::vector<MarkdownBlock> children;
};
using MarkdownBlocks = std::vector<MarkdownBlock>;

struct MarkdownDocument {
  MarkdownLine front_matter;  ///< what stands between the two lines of dashes; empty without one
  MarkdownBlocks blocks;
};

MarkdownDocument read_markdown(SourceId source, std::string_view text, Diagnostics& diagnostics);

/// The lines as they stand, joined by line breaks.
MappedText text_of(SourceId source, std::string_view text, std::span<MarkdownLine const> lines);
/// The lines of one paragraph: joined by blanks, and by a backslash and a line break where the source breaks the line.
MappedText paragraph_of(SourceId source, std::string_view text, std::span<MarkdownLine const> lines);

}  // namespace resumec::syntax

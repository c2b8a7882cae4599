// Text as a tree, parsed once: CommonMark by md4c plus the native extensions. Nothing
// after this ever sees markup. In: a decoded text with its way back to the source. Out: inlines or blocks whose
// every node has a span. Any bytes give a tree; what cannot be read as markup stays text.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/node.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace resumec::syntax {

enum class InlineKind : std::uint8_t {
  Text,         ///< `text`, with soft breaks as one space and no-break spaces as U+00A0
  Strong, Emphasis, Underline, Strike, SmallCaps, Superscript, Subscript,
  Code,         ///< `text`
  Link,         ///< `target`; children are the label
  Citation,     ///< `references`; printed as numbers
  Span,         ///< children with a language and classes
  HardBreak,
};

struct Inline {
  InlineKind kind = InlineKind::Text;
  Span span;
  std::string text;                     ///< Text, Code
  std::string target;                   ///< Link: the address as written
  std::string lang;                     ///< Span: BCP 47
  std::vector<std::string> references;  ///< Citation: ids
  bool silent = false;                  ///< Citation written `[-@id]`: counts as a citation, prints nothing
  std::vector<Inline> children;
};
using Inlines = std::vector<Inline>;

/// `{#id .tag !2}` at the very end of a point, paragraph or key.
struct Attributes {
  std::string id;
  Span id_span;
  std::vector<std::string> tags;
  int priority = 0;  ///< 1 (keep first) to 5 (cut first); 0 = not given
};

enum class BlockKind : std::uint8_t { Paragraph, List, Quote, Fold, Rule, Heading, Code };

struct Block;
using Blocks = std::vector<Block>;

struct ListItem {
  Blocks blocks;
  Attributes attributes;
  Span span;
};

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  Span span;
  Inlines inlines;              ///< Paragraph, Heading; Fold: its label; Code: one Text
  int level = 0;                ///< Heading
  bool ordered = false;         ///< List
  int start = 1;                ///< List
  std::vector<ListItem> items;  ///< List
  Blocks children;              ///< Quote, Fold
  Attributes attributes;
};

struct ParsedInlines {
  Inlines inlines;
  Attributes attributes;
};

/// A field of one paragraph: blank lines and list marks are text.
ParsedInlines parse_inlines(MappedText const& text, Diagnostics& diagnostics);

/// A field of several paragraphs and lists.
Blocks parse_blocks(MappedText const& text, Diagnostics& diagnostics);

/// The letters alone, without markup: for names, keys, sorting and tests.
std::string plain_text(Inlines const& inlines);
std::string plain_text(Blocks const& blocks);

/// `"a " strong("b") link[https://…]("c")`: the notation of dumps and tests.
std::string dump(Inlines const& inlines);
std::string dump(Blocks const& blocks);

}  // namespace resumec::syntax

// What a node is to a reader who cannot see the page. The flow sets it, the display list carries it, the PDF tagger and
// the text backend read it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace resumec::base {

enum class Role : std::uint8_t {
  Document,
  Section,
  Entry,    // grouping: Document, Sect, Sect
  Heading,  // with a level: H1-H6
  Paragraph,
  List,
  ListItem,
  ListLabel,
  ListBody,
  Quote,
  Note,
  Reference,
  Link,
  Emphasis,
  Strong,
  Code,
  Span,
  Figure,
  Artifact,  // decoration, running heads: not part of the text
};

constexpr std::string_view name_of(Role role) {
  constexpr std::string_view names[] = {"document", "section", "entry", "heading", "paragraph", "list", "item",
                                        "label",    "body",    "quote", "note",    "reference", "link", "emphasis",
                                        "strong",   "code",    "span",  "figure",  "artifact"};
  return names[static_cast<std::size_t>(role)];
}

}  // namespace resumec::base

// The notation of dumps and tests: `"a " strong("b") link[https://…]("c")`; blocks one a line, indented.
#include "syntax/inline.hpp"

#include "base/append.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace resumec::syntax {

namespace {

constexpr std::array<std::string_view, 12> kind_names{"text", "strong", "emphasis", "underline", "strike", "smallcaps",
                                                      "sup",  "sub",    "code",     "link",      "cite",   "span"};
constexpr std::array<std::string_view, 7> block_names{"paragraph", "list", "quote", "fold", "rule", "heading", "code"};

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (char const c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  out += '"';
}

void append_inlines(std::string& out, Inlines const& inlines) {
  bool first = true;
  for (Inline const& part : inlines) {
    if (!std::exchange(first, false)) out += ' ';
    if (part.kind == InlineKind::Text) {
      append_quoted(out, part.text);
      continue;
    }
    if (part.kind == InlineKind::HardBreak) {
      out += "break";
      continue;
    }
    out += kind_names[static_cast<std::size_t>(part.kind)];
    if (part.kind == InlineKind::Link) out += '[' + part.target + ']';
    if (part.kind == InlineKind::Span && !part.lang.empty()) out += "[lang=" + part.lang + ']';
    if (part.kind == InlineKind::Citation) {
      out += part.silent ? "[-" : "[";
      for (std::size_t i = 0; i < part.references.size(); ++i) out += (i > 0 ? " " : "") + part.references[i];
      out += ']';
      continue;
    }
    out += '(';
    if (!part.text.empty()) append_quoted(out, part.text);
    append_inlines(out, part.children);
    out += ')';
  }
}

void append_attributes(std::string& out, Attributes const& attributes) {
  if (attributes.id.empty() && attributes.tags.empty() && attributes.priority == 0) return;
  out += " {";
  std::string_view separator;
  auto const word = [&](std::string_view mark, std::string_view text) {
    out += separator;
    out += mark;
    out += text;
    separator = " ";
  };
  if (attributes.priority != 0) word("!", std::to_string(attributes.priority));
  for (std::string const& tag : attributes.tags) word(".", tag);
  if (!attributes.id.empty()) word("#", attributes.id);
  out += '}';
}

void append_blocks(std::string& out, Blocks const& blocks, std::size_t depth) {
  std::string const indent(depth * 2, ' ');
  for (Block const& block : blocks) {
    out += indent;
    out += block_names[static_cast<std::size_t>(block.kind)];
    if (block.kind == BlockKind::Heading) base::append(out, " {}", block.level);
    if (block.kind == BlockKind::List && block.ordered) base::append(out, " from {}", block.start);
    if (!block.inlines.empty()) {
      out += ' ';
      append_inlines(out, block.inlines);
    }
    append_attributes(out, block.attributes);
    out += '\n';
    append_blocks(out, block.children, depth + 1);
    for (ListItem const& item : block.items) {
      out += indent + "  item";
      append_attributes(out, item.attributes);
      out += '\n';
      append_blocks(out, item.blocks, depth + 2);
    }
  }
}

}  // namespace

std::string dump(Inlines const& inlines) {
  std::string out;
  append_inlines(out, inlines);
  return out;
}

std::string dump(Blocks const& blocks) {
  std::string out;
  append_blocks(out, blocks, 0);
  return out;
}

}  // namespace resumec::syntax
